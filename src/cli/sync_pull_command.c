/* hubstage-sync pull. */
#include "cli/sync_context.h"

#include "cli/table.h"
#include "cli/words.h"
#include "steps/sync/pull.h"

#include <stdio.h>
#include <string.h>

static const char *dir = "pulled", *communications;

const struct option sync_pull_options[] = {
	{.name = "dir", .value = "DIR", .text = &dir, .summary = "where the files go"},
	{.name = "communications",
		.value = "TABLE",
		.text = &communications,
		.otherwise = "ic_communication_master",
		.summary = "the table of the communications, with its schema where that is another"},
	{0}};

static const char *
text_of(const json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text == NULL ? "" : text;
}

/* The command that reads the files, to be copied. */
static void
print_next(const json_t *files)
{
	static const char *const options[][2] = {{"contacts", "contacts"}, {"companies", "companies"},
		{"deals", "deals"}, {"already_pushed", "already-pushed"}};
	json_t *file;
	size_t i;

	printf("\nhubstage run %s/communications.csv", dir);
	for (size_t k = 0; k < sizeof options / sizeof options[0]; k++)
		json_array_foreach(files, i, file)
		{
			if (strcmp(text_of(file, "kind"), options[k][0]) == 0)
				printf(" --%s %s/%s", options[k][1], dir, text_of(file, "name"));
		}
	putchar('\n');
}

bool
sync_pull_command(struct context *c, struct invocation *in, struct err *e)
{
	static const struct table_column columns[] = {
		{"file", false}, {"rows", true}, {"bytes", true}, {"from", false}};
	struct pull_options options = {.dir = dir, .communications = communications};
	struct table t = {.columns = columns, .count = 4};
	json_t *answer = NULL, *file;
	size_t i;

	if (!step_pull(&c->sync, &options, &answer, e))
		return false;
	if (in->json)
		return sync_answer_json("pull", answer, e);
	json_array_foreach(json_object_get(answer, "files"), i, file)
	{
		table_text(&t, text_of(file, "name"));
		table_number(&t, json_integer_value(json_object_get(file, "rows")));
		table_number(&t, json_integer_value(json_object_get(file, "bytes")));
		table_text(&t, text_of(file, "table"));
	}
	table_print(&t, stdout);
	table_clear(&t);
	print_next(json_object_get(answer, "files"));
	words_note("the server as it was at %s", text_of(answer, "snapshot_utc"));
	json_decref(answer);
	return true;
}
