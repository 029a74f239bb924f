#include "steps/stage/report/private.h"

#include "core/mem.h"
#include "core/text.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { CODE_MAX = 40, CODE_WORDS = 5 }; /* bytes, words */

/* Columns whose texts are codes, dates, or written by us. */
static const char *const open_columns[] = {"activity", "activity_date", "activity_type", "associated_with",
	"call_direction", "call_outcome", "call_status", "channel_type", "column_name", "comm_action",
	"comm_createddate", "comm_datetime", "comm_originaldatetime", "comm_originaltodatetime", "comm_priority",
	"comm_status", "comm_todatetime", "comm_type", "comm_updateddate", "completed_at", "create_date",
	"derived_activity_type", "due_date", "email_direction", "email_send_status", "entity_type", "kind",
	"last_modified_date", "location_type", "logged_from", "meeting_end_time", "meeting_outcome",
	"meeting_start_time", "message", "name", "problem", "api_push_status", "reminder_date", "source_type",
	"table_name", "task_priority", "task_status", "task_type", "type"};

static bool
is_open(const char *column)
{
	for (size_t i = 0; i < sizeof open_columns / sizeof open_columns[0]; i++)
		if (strcmp(open_columns[i], column) == 0)
			return true;
	return false;
}

bool
report_is_code(const char *text, size_t size)
{
	int blanks = 0;

	for (size_t i = 0; i < size; i++)
		blanks += text[i] == ' ' || text[i] == '\t' || text[i] == '\n';
	return size <= CODE_MAX && blanks < CODE_WORDS && memchr(text, '@', size) == NULL;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* Words that files write in columns of ids and dates and that name nobody. */
static bool
is_harmless(const char *word, size_t size)
{
	static const char *const words[] = {"am", "pm", "utc", "gmt", "null", "nan", "nat", "none", "now", "today",
		"yesterday", "tomorrow", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
		"dec"};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strlen(words[i]) == size && strncasecmp(words[i], word, size) == 0)
			return true;
	return size == 1;
}

/* Whether a text can be an id or a date that is written badly: it has no words. */
static bool
is_wordless(const char *text, size_t size)
{
	size_t end;

	for (size_t i = 0; i < size; i = end + 1) {
		for (end = i; end < size && is_letter(text[end]);)
			end++;
		if (end > i && !is_harmless(text + i, end - i))
			return false;
	}
	return true;
}

/* Behind the closing quote of the value that a message begins with; 0 when it begins with none. */
static size_t
quoted_end(const char *text, size_t size)
{
	size_t end = size;

	if (size == 0 || text[0] != '\'')
		return 0;
	while (end > 1 && !(text[end - 1] == '\'' && (end == size || text[end] == ' ')))
		end--;
	return end > 1 ? end : 0;
}

char *
report_veiled(const char *column, const char *text, size_t size)
{
	static const char *const codes[] = {"comm_type", "comm_action", "comm_status", "comm_priority"};
	bool is_reject = strcmp(column, "reject_message") == 0,
	     is_message = is_reject || strcmp(column, "message") == 0;
	size_t end = is_message ? quoted_end(text, size) : 0, length;

	for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
		if (strcmp(codes[i], column) == 0 && !report_is_code(text, size))
			return mem_format("a text of %zu characters", text_length(text, size));
	if (end == 0 || (is_reject ? is_wordless(text + 1, end - 2) : report_is_code(text + 1, end - 2)))
		return NULL;
	length = text_length(text + 1, end - 2);
	return mem_format(
		"a text of %zu character%s%.*s", length, length == 1 ? "" : "s", (int)(size - end), text + end);
}

static json_t *
shown(const char *text, size_t size, size_t length, bool show_values)
{
	char *words = NULL;
	json_t *value;

	if (!show_values)
		words = mem_format("%zu character%s", length, length == 1 ? "" : "s");
	else if (length > REPORT_TEXT_MAX)
		words = mem_format(
			"%.*s... (%zu characters)", (int)text_prefix(text, size, REPORT_TEXT_MAX), text, length);
	value = words == NULL ? json_stringn(text, size) : json_string(words);
	free(words);
	return value;
}

void
report_private(json_t *object, bool show_values)
{
	const char *column;
	json_t *value;

	json_object_foreach(object, column, value)
	{
		const char *text = json_string_value(value);
		size_t size = json_string_length(value);

		char *veiled = text == NULL || show_values ? NULL : report_veiled(column, text, size);

		if (text != NULL && !is_open(column))
			json_object_set_new(object, column, shown(text, size, text_length(text, size), show_values));
		else if (veiled != NULL)
			json_object_set_new(object, column, json_string(veiled));
		free(veiled);
	}
}
