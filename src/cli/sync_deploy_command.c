/* hubstage-sync deploy and check. */
#include "cli/sync_context.h"

#include "cli/table.h"
#include "cli/words.h"
#include "core/clock.h"
#include "core/zone.h"
#include "rules/ruleset.h"
#include "steps/sync/check.h"
#include "steps/sync/deploy.h"

#include <stdio.h>
#include <string.h>

static const char *rules, *as_of, *timezone_name;
static bool dry_run;

const struct option sync_deploy_options[] = {{.name = "rules",
						     .value = "NAME|DIR",
						     .text = &rules,
						     .otherwise = "what is installed, else plan",
						     .summary = "the rule set to install"},
	{.name = "as-of",
		.value = "TIME",
		.text = &as_of,
		.otherwise = "SOURCE_DATE_EPOCH, else now",
		.summary = "the time that is_overdue compares with"},
	{.name = "timezone",
		.value = "ZONE",
		.text = &timezone_name,
		.otherwise = "the rule set's, UTC",
		.summary = "IANA name of the source's clock"},
	{.name = "dry-run", .flag = &dry_run, .summary = "say what would be done, and do nothing"}, {0}};

/* --as-of on the source's clock. */
static bool
read_as_of(const char *zone_name, char text[CLOCK_TEXT_MAX], struct err *e)
{
	struct zone *zone = zone_open(zone_name == NULL ? "UTC" : zone_name, e);
	struct clock_time time = {0};
	int64_t seconds = 0;
	bool ok = zone != NULL;

	if (ok && as_of == NULL) {
		ok = clock_as_of(&seconds, e);
		seconds = ok ? zone_to_local(zone, seconds) : 0;
	} else if (ok && clock_parse(as_of, strlen(as_of), &time) != CLOCK_GOOD) {
		ok = err_set(e, ERR_USAGE, "--as-of '%s' is not a date", as_of);
	} else if (ok) {
		seconds = time.has_offset ? zone_to_local(zone, time.seconds - time.offset_seconds) : time.seconds;
	}
	if (ok && clock_write(text, seconds, 0) == 0)
		ok = err_set(e, ERR_USAGE, "--as-of is outside the years 1 to 9999");
	zone_close(zone);
	return ok;
}

/* One line for each thing that is not simply there, and the sums. */
static void
print_objects(const json_t *answer)
{
	static const struct table_column columns[] = {{"state", false}, {"kind", false}, {"name", false}, {"", false}};
	struct table t = {.columns = columns, .count = 4};
	json_t *item, *counts = json_object_get(answer, "counts");
	const char *state;
	size_t i;
	int lines = 0;

	json_array_foreach(json_object_get(answer, "objects"), i, item)
	{
		const char *kind = json_string_value(json_object_get(item, "kind"));

		state = json_string_value(json_object_get(item, "state"));
		if (strcmp(state, "there") == 0 && strcmp(kind, "rules") != 0)
			continue;
		table_text(&t, state);
		table_text(&t, kind);
		table_text(&t, json_string_value(json_object_get(item, "name")));
		table_text(&t, json_string_value(json_object_get(item, "detail")));
		lines++;
	}
	if (lines > 0) {
		table_print(&t, stdout);
		putchar('\n');
	}
	table_clear(&t);
	json_object_foreach(counts, state, item)
	{
		if (json_integer_value(item) > 0)
			printf("%s %lld%s", state, (long long)json_integer_value(item), " ");
	}
	putchar('\n');
}

static bool
differs(const json_t *answer)
{
	const json_t *counts = json_object_get(answer, "counts");

	return json_integer_value(json_object_get(counts, "differs")) > 0 ||
	       json_integer_value(json_object_get(counts, "missing")) > 0;
}

/* The set, its settings and the time; then `step`. */
static bool
with_rules(struct context *c, bool dry, json_t **answer, struct err *e,
	bool (*step)(struct sync *, const struct deploy_options *, json_t **, struct err *))
{
	struct deploy_options options = {
		.rules_asked = rules != NULL || timezone_name != NULL, .as_of_asked = as_of != NULL, .dry_run = dry};
	struct ruleset *set = ruleset_open(rules == NULL ? "plan" : rules, e);
	json_t *settings = set == NULL ? NULL : ruleset_settings(set, e);
	char text[CLOCK_TEXT_MAX];
	bool ok = settings != NULL;

	if (ok && timezone_name != NULL)
		json_object_set_new(settings, "timezone", json_string(timezone_name));
	else if (ok && json_string_length(json_object_get(settings, "timezone")) == 0) {
		words_warning("rule set %s leaves the time zone open: UTC; --timezone says another", set->name);
		json_object_set_new(settings, "timezone", json_string("UTC"));
	}
	ok = ok && read_as_of(json_string_value(json_object_get(settings, "timezone")), text, e);
	if (ok) {
		options.rules = set;
		options.settings = settings;
		options.as_of = text;
		ok = step(&c->sync, &options, answer, e);
	}
	json_decref(settings);
	ruleset_close(set);
	return ok;
}

bool
sync_deploy_command(struct context *c, struct invocation *in, struct err *e)
{
	json_t *answer = NULL;

	if (!with_rules(c, dry_run, &answer, e, step_deploy))
		return false;
	if (differs(answer))
		in->status = STATUS_ROWS;
	if (in->json)
		return sync_answer_json("deploy", answer, e);
	print_objects(answer);
	json_decref(answer);
	return true;
}

static void
print_check(const json_t *answer)
{
	const json_t *server = json_object_get(answer, "server");
	const char *name;
	json_t *value;

	printf("PostgreSQL %s, database %s, role %s, schema %s\n",
		json_string_value(json_object_get(server, "version")),
		json_string_value(json_object_get(server, "database")),
		json_string_value(json_object_get(server, "user")),
		json_string_value(json_object_get(server, "schema")));
	json_object_foreach(json_object_get(answer, "can"), name, value)
		printf("%-14s %s\n", name, json_is_true(value) ? "yes" : "no");
	json_object_foreach(json_object_get(answer, "rows"), name, value)
	{
		if (json_is_null(value))
			printf("%-29s may not be read\n", name);
		else
			printf("%-29s %lld rows\n", name, (long long)json_integer_value(value));
	}
	json_object_foreach(json_object_get(answer, "rows_about"), name, value)
		printf("%-29s about %lld rows\n", name, (long long)json_integer_value(value));
	putchar('\n');
}

bool
sync_check_command(struct context *c, struct invocation *in, struct err *e)
{
	json_t *answer = NULL;

	if (!with_rules(c, true, &answer, e, step_check))
		return false;
	if (differs(answer))
		in->status = STATUS_ROWS;
	if (in->json)
		return sync_answer_json("check", answer, e);
	print_check(answer);
	if (json_object_get(answer, "deploy_error") != NULL) {
		printf("deploy would fail: %s\n", json_string_value(json_object_get(answer, "deploy_error")));
		in->status = STATUS_ROWS;
	} else {
		puts("deploy would do:");
		print_objects(answer);
	}
	json_decref(answer);
	return true;
}
