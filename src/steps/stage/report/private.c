#include "steps/stage/report/private.h"

#include "core/mem.h"
#include "core/text.h"

#include <stdlib.h>
#include <string.h>

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

		if (text != NULL && !is_open(column))
			json_object_set_new(object, column, shown(text, size, text_length(text, size), show_values));
	}
}
