/* hubstage-sync push. */
#include "cli/sync_context.h"

#include "cli/table.h"
#include "cli/words.h"
#include "steps/sync/push.h"

#include <stdio.h>
#include <string.h>

enum { SHOWN = 20 };

static const char *out = "out", *pulled;
static bool force, dry_run, statuses_only;
static int64_t reconnect_timeout = 30;

const struct option sync_push_options[] = {{.name = "out", .value = "DIR", .text = &out, .summary = "the workspace"},
	{.name = "pulled",
		.value = "DIR",
		.text = &pulled,
		.otherwise = "as the workspace remembers",
		.summary = "the folder of the pull that the workspace was made from"},
	{.name = "statuses-only", .flag = &statuses_only, .summary = "push states and HubSpot ids, nothing else"},
	{.name = "force", .flag = &force, .summary = "write over rows that changed on the server since the pull"},
	{.name = "dry-run", .flag = &dry_run, .summary = "do everything, and undo it"},
	{.name = "reconnect-timeout",
		.value = "SECONDS",
		.number = &reconnect_timeout,
		.max = 86400,
		.summary = "how long the server is asked when the answer to COMMIT was lost"},
	{0}};

static void
print_tables(const json_t *tables)
{
	static const struct table_column columns[] = {
		{"table", false}, {"sent", true}, {"added", true}, {"changed", true}, {"removed", true}};
	static const char *const counts[] = {"sent", "added", "changed", "removed"};
	struct table t = {.columns = columns, .count = 5};
	json_t *row;
	size_t i;

	json_array_foreach(tables, i, row)
	{
		table_text(&t, json_string_value(json_object_get(row, "name")));
		for (size_t k = 0; k < sizeof counts / sizeof counts[0]; k++)
			table_number(&t, json_integer_value(json_object_get(row, counts[k])));
	}
	table_print(&t, stdout);
	table_clear(&t);
}

/* The first few; all of them stand in the file. */
static void
print_conflicts(const json_t *list, int64_t count)
{
	static const struct table_column columns[] = {{"communication", true}, {"changed in", false}, {"at", false}};
	struct table t = {.columns = columns, .count = 3};
	json_t *row;
	size_t i;

	printf("\n%lld communications changed on the server since the pull, and are %s:\n", (long long)count,
		force ? "written over" : "left alone");
	json_array_foreach(list, i, row)
	{
		if (i == SHOWN)
			break;
		table_number(&t, json_integer_value(json_object_get(row, "id")));
		table_text(&t, json_string_value(json_object_get(row, "changed_in")));
		table_text(&t, json_string_value(json_object_get(row, "last_updated")));
	}
	table_print(&t, stdout);
	table_clear(&t);
	if (count > SHOWN)
		printf("... all of them in %s/sync-conflicts.csv\n", out);
}

bool
sync_push_command(struct context *c, struct invocation *in, struct err *e)
{
	struct push_options options = {.out = out,
		.pulled = pulled,
		.mode = statuses_only ? PUSH_STATUSES : PUSH_FULL,
		.force = force,
		.dry_run = dry_run,
		.reconnect_seconds = reconnect_timeout};
	json_t *answer = NULL;
	int64_t conflicts;

	if (!step_push(&c->sync, &options, &answer, e))
		return false;
	conflicts = json_integer_value(json_object_get(answer, "conflicts"));
	if (conflicts > 0)
		in->status = STATUS_ROWS;
	if (in->json)
		return sync_answer_json("push", answer, e);
	if (json_is_true(json_object_get(answer, "already_applied"))) {
		printf("applied already, at %s: nothing to do\n",
			json_string_value(json_object_get(answer, "applied_at")));
	} else {
		print_tables(json_object_get(answer, "tables"));
		if (conflicts > 0)
			print_conflicts(json_object_get(answer, "conflict_list"), conflicts);
		if (dry_run)
			words_note("this was a dry run: nothing changed");
	}
	json_decref(answer);
	return true;
}
