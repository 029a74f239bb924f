#include "steps/push/words.h"

#include "core/text.h"

#include <stdio.h>
#include <string.h>

enum { SCOPES_SHOWN = 8 };

void
words_line(const char *from, size_t size, char *to, size_t room)
{
	size_t bad = 0, n = size < room ? size : room - 1;

	if (!text_is_utf8(from, n, &bad))
		n = bad;
	for (size_t i = 0; i < n; i++)
		to[i] = (unsigned char)from[i] < ' ' || from[i] == 0x7f ? ' ' : from[i];
	to[n] = '\0';
}

static const char *
text_of(const json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text == NULL ? "" : text;
}

static json_t *
read_body(const struct buf *body)
{
	return body->size == 0 ? NULL : json_loadb(body->bytes, body->size, 0, NULL);
}

static void
add_scopes(const json_t *root, char *text, size_t room)
{
	const json_t *context = json_object_get(json_array_get(json_object_get(root, "errors"), 0), "context");
	const json_t *scopes = json_object_get(context, "requiredGranularScopes");
	size_t used = strlen(text);

	for (size_t i = 0; i < json_array_size(scopes) && i < SCOPES_SHOWN && used < room; i++) {
		const char *scope = json_string_value(json_array_get(scopes, i));

		snprintf(text + used, room - used, "%s%s", i == 0 ? " Scopes: " : ", ", scope == NULL ? "?" : scope);
		used = strlen(text);
	}
}

void
words_refusal(int status, const struct buf *body, char *text, size_t room)
{
	json_t *root = read_body(body);
	const char *message = text_of(root, "message");
	int n = snprintf(text, room, "%d: ", status);

	if (message[0] != '\0')
		words_line(message, strlen(message), text + n, room - (size_t)n);
	else if (status >= 300 && status <= 399)
		snprintf(text + n, room - (size_t)n, "a redirect, which is not followed");
	else
		snprintf(text + n, room - (size_t)n, "%s",
			body->size == 0 ? "an answer without a body" : "an answer that is not HubSpot's JSON");
	if (status == 403)
		add_scopes(root, text, room);
	json_decref(root);
}

void
words_policy(const struct buf *body, char *policy, size_t room)
{
	static const char *const names[][2] = {
		{"TEN_SECONDLY_ROLLING", "ten_secondly"}, {"SECONDLY", "secondly"}, {"DAILY", "daily"}};
	json_t *root = read_body(body);
	const char *name = text_of(root, "policyName"), *message = text_of(root, "message");

	snprintf(policy, room, "%s", name);
	for (size_t i = 0; policy[0] == '\0' && i < 3; i++)
		if (strstr(message, names[i][1]) != NULL)
			snprintf(policy, room, "%s", names[i][0]);
	json_decref(root);
}

void
words_error_code(const json_t *error, char *code, size_t room)
{
	const char *inner = text_of(json_array_get(json_object_get(error, "errors"), 0), "code");
	const char *own = text_of(error, "code"), *category = text_of(error, "category");
	const char *found = inner[0] != '\0' ? inner : own[0] != '\0' ? own : category;

	words_line(found, strlen(found), code, room);
}

void
words_error_message(const json_t *error, char *message, size_t room)
{
	const char *inner = text_of(json_array_get(json_object_get(error, "errors"), 0), "message");
	const char *text = inner[0] != '\0' ? inner : text_of(error, "message");

	words_line(text, strlen(text), message, room);
}

bool
words_error_conflict(const json_t *error)
{
	const char *message = text_of(error, "message"), *category = text_of(error, "category");

	return strstr(message, "already has that value") != NULL || strstr(message, "already exists") != NULL ||
	       strcmp(category, "CONFLICT") == 0 || strcmp(category, "OBJECT_ALREADY_EXISTS") == 0 ||
	       strcmp(text_of(error, "errorType"), "UNIQUE_VALUE_CONFLICT") == 0;
}
