/* portal.json: what a portal would take, for hubstage validate --portal. Written by snapshot, read offline.
 *
 *	{"document": "portal", "version": 1, "portal": ID, "account_type", "time_zone", "taken_at",
 *	 "types": {"calls": {"properties": [{"name", "type", "field_type", "read_only", "unique", "hidden",
 *		"external_options", "options": ["INBOUND", ...]}, ...], "required": ["hs_timestamp", ...]}, ...},
 *	 "owners": [{"id", "archived"}, ...]}
 */
#include "steps/push/steps.h"

#include "core/clock.h"
#include "core/file.h"
#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

enum { PAGES_MAX = 10000 };

static json_t *
option_values(const json_t *property)
{
	json_t *values = json_array();
	const json_t *one;
	size_t i;

	json_array_foreach(json_object_get(property, "options"), i, one)
	{
		json_t *value = json_object_get(one, "value");

		if (json_is_string(value))
			json_array_append(values, value);
	}
	return values;
}

static json_t *
property_of(const json_t *from)
{
	const json_t *change = json_object_get(from, "modificationMetadata");
	bool read_only = json_is_true(json_object_get(change, "readOnlyValue")) ||
			 json_is_true(json_object_get(from, "calculated"));
	const char *field = json_string_value(json_object_get(from, "fieldType"));

	return json_pack("{s:O, s:O, s:s, s:b, s:b, s:b, s:b, s:o}", "name", json_object_get(from, "name"), "type",
		json_object_get(from, "type"), "field_type", field == NULL ? "" : field, "read_only", read_only,
		"unique", json_is_true(json_object_get(from, "hasUniqueValue")), "hidden",
		json_is_true(json_object_get(from, "hidden")), "external_options",
		json_is_true(json_object_get(from, "externalOptions")), "options", option_values(from));
}

static void
require(json_t *required, const char *name)
{
	const json_t *one;
	size_t i;

	json_array_foreach(required, i, one)
	{
		if (strcmp(json_string_value(one), name) == 0)
			return;
	}
	json_array_append_new(required, json_string(name));
}

/* What every portal asks for, by HubSpot's guides, and what the type's schema says. A portal that does not show its
 * schemas has a shorter list; names may be added to it by hand. */
static json_t *
required_of(struct push *p, enum activity type)
{
	char *path = mem_format("/crm-object-schemas/%s/schemas/%s", p->options->api_version, activity_names[type]);
	json_t *required = json_pack("[s]", "hs_timestamp"), *root;
	const json_t *one;
	struct err trouble = {0};
	int status = 0;
	size_t i;

	if (type == EMAILS)
		require(required, "hs_email_direction");
	if (type == COMMUNICATIONS)
		require(required, "hs_communication_channel_type");
	if (!push_ask(p, path, NULL, &status, &root, &trouble) || status != 0)
		push_say(p, "%s: the portal does not say which properties are required", activity_names[type]);
	json_array_foreach(json_object_get(root, "requiredProperties"), i, one)
	{
		if (json_is_string(one))
			require(required, json_string_value(one));
	}
	json_decref(root);
	free(path);
	return required;
}

static bool
add_properties(struct push *p, enum activity type, json_t *types, int64_t *count, struct err *e)
{
	char *path = push_path(p, "properties", activity_names[type]);
	json_t *root, *list = json_array();
	const json_t *one;
	size_t i;
	bool ok = push_ask(p, path, NULL, NULL, &root, e) || err_place(e, "%s", activity_names[type]);

	json_array_foreach(json_object_get(root, "results"), i, one)
	{
		json_t *property = property_of(one);

		if (property == NULL)
			continue;
		json_array_append_new(list, property);
		++*count;
	}
	if (ok)
		json_object_set_new(types, activity_names[type],
			json_pack("{s:O, s:o}", "properties", list, "required", required_of(p, type)));
	json_decref(list);
	json_decref(root);
	free(path);
	return ok;
}

/* Owners, page by page; the archived ones too, as HubSpot refuses them. */
static bool
add_owners(struct push *p, bool archived, json_t *owners, int64_t *count, struct err *e)
{
	char *after = NULL;
	bool ok = true, more = true;

	for (int page = 0; ok && more && page < PAGES_MAX; page++) {
		char *rest = mem_format("?limit=100%s%s%s", archived ? "&archived=true" : "",
			after == NULL ? "" : "&after=", after == NULL ? "" : after);
		char *path = push_path(p, "owners", rest), *slash = strstr(path, "/?");
		json_t *root;
		const json_t *one;
		const char *next;
		size_t i;

		if (slash != NULL)
			memmove(slash, slash + 1, strlen(slash));
		ok = push_ask(p, path, NULL, NULL, &root, e) || err_place(e, "owners");
		json_array_foreach(json_object_get(root, "results"), i, one)
		{
			json_array_append_new(owners,
				json_pack("{s:O, s:b}", "id", json_object_get(one, "id"), "archived", archived));
			++*count;
		}
		next = json_string_value(
			json_object_get(json_object_get(json_object_get(root, "paging"), "next"), "after"));
		free(after);
		after = next == NULL || strspn(next, "0123456789") != strlen(next) ? NULL : mem_text(next);
		more = after != NULL;
		json_decref(root);
		free(path);
		free(rest);
	}
	free(after);
	return ok;
}

bool
step_snapshot(struct push *p, const char *file, int64_t *properties, int64_t *owners, struct err *e)
{
	json_t *types = json_object(), *people = json_array(), *root;
	char now[CLOCK_TEXT_MAX], *text;
	struct portal portal;
	bool ok = push_connect(p, e) && portal_read(p, &portal, e);

	*properties = *owners = 0;
	for (int t = 0; t < ACTIVITIES && ok; t++)
		ok = add_properties(p, (enum activity)t, types, properties, e);
	ok = ok && add_owners(p, false, people, owners, e) && add_owners(p, true, people, owners, e);
	if (ok) {
		clock_write_utc(now, clock_now(), 0);
		root = json_pack("{s:s, s:i, s:I, s:s, s:s, s:s, s:O, s:O}", "document", "portal", "version", 1,
			"portal", (json_int_t)portal.id, "account_type", portal.account_type, "time_zone",
			portal.time_zone, "taken_at", now, "types", types, "owners", people);
		text = json_dumps(root, JSON_INDENT(1));
		ok = file_write(file, text, strlen(text), e);
		free(text);
		json_decref(root);
	}
	json_decref(types);
	json_decref(people);
	return ok;
}
