#include "cli/context.h"

#include "cli/progress.h"
#include "cli/signals.h"
#include "cli/words.h"
#include "core/clock.h"
#include "core/mem.h"
#include "rules/sql.h"
#include "steps/stage/input/dates.h"

#include <stdlib.h>
#include <string.h>

static struct {
	const char *out, *as_of, *rules, *timezone;
	const char *contacts, *companies, *deals, *already_pushed;
	bool allow_empty;
	const char *encoding, *delimiter, *date_order;
	bool excel_serial, repair, keep_extra;
} options = {.out = "out"};

const struct option context_options[] = {
	{.name = "out", .value = "DIR", .text = &options.out, .summary = "the workspace, which holds everything"},
	{.name = "as-of",
		.value = "TIME",
		.text = &options.as_of,
		.otherwise = "SOURCE_DATE_EPOCH, else now",
		.summary = "the run's time: what is overdue, and created_at"},
	{.name = "rules", .value = "NAME|DIR", .text = &options.rules, .otherwise = "plan", .summary = "the rule set"},
	{.name = "timezone",
		.value = "ZONE",
		.text = &options.timezone,
		.otherwise = "the rule set's, UTC",
		.summary = "IANA name of the source's clock"},
	{0}};

const struct option context_reading_options[] = {
	{.name = "encoding",
		.value = "NAME",
		.text = &options.encoding,
		.otherwise = "found out, and said",
		.summary = "the communications files' encoding, by iconv's name"},
	{.name = "delimiter",
		.value = "CHAR|tab",
		.text = &options.delimiter,
		.otherwise = "found out, and said",
		.summary = "what separates their cells"},
	{.name = "date-order",
		.value = "dmy|mdy|ymd",
		.text = &options.date_order,
		.otherwise = "what all rows of a file prove",
		.summary = "the order of day and month in dates like 04/05/2023"},
	{.name = "excel-serial",
		.flag = &options.excel_serial,
		.summary = "read numbers in time columns as Excel's days since 1899-12-30"},
	{.name = "repair",
		.flag = &options.repair,
		.summary = "mend texts that are UTF-8 read as Windows-1252; their original bytes are kept"},
	{.name = "keep-extra",
		.flag = &options.keep_extra,
		.summary = "keep columns that are none of the 22, in the table source_extra"},
	{0}};

const struct option context_input_options[] = {
	{.name = "contacts", .value = "FILE", .text = &options.contacts, .summary = "contacts_reconciliation as CSV"},
	{.name = "companies",
		.value = "FILE",
		.text = &options.companies,
		.summary = "companies_reconciliation as CSV"},
	{.name = "deals", .value = "FILE", .text = &options.deals, .summary = "deals_reconciliation as CSV"},
	{.name = "already-pushed",
		.value = "FILE",
		.text = &options.already_pushed,
		.summary = "communications_reconciliation as CSV: what HubSpot has already"},
	{.name = "allow-empty", .flag = &options.allow_empty, .summary = "take a file that has a header and no row"},
	{.inherit = context_reading_options, .summary = "How to read the communications files"}, {0}};

static void
warn(void *context, const char *text)
{
	(void)context;
	words_warning("%s", text);
}

static void
report(void *context, const char *step, uint64_t rows, uint64_t bytes, uint64_t total)
{
	struct context *c = context;

	progress_report(c->progress, step, rows, bytes, total);
}

static void
note(void *context, const char *text)
{
	(void)context;
	words_note("%s", text);
}

static bool
take_delimiter(char *delimiter, struct err *e)
{
	const char *text = options.delimiter;

	if (text == NULL)
		return true;
	*delimiter = strcmp(text, "tab") == 0 ? '\t' : text[0];
	if (strcmp(text, "tab") != 0 && (text[0] == '\0' || text[1] != '\0' || (text[0] & 0x80) != 0))
		return err_set(e, ERR_USAGE, "--delimiter '%s': one character of ASCII, or the word tab", text);
	if (strchr("\"\r\n", *delimiter) != NULL)
		return err_set(e, ERR_USAGE, "--delimiter: quotes and line ends separate no cells");
	return true;
}

static bool
take_order(int *order, struct err *e)
{
	if (options.date_order == NULL)
		return true;
	for (*order = DATES_DMY; *order <= DATES_YMD; ++*order)
		if (strcmp(options.date_order, dates_order_names[*order]) == 0)
			return true;
	return err_set(e, ERR_USAGE, "--date-order '%s': dmy, mdy or ymd", options.date_order);
}

bool
context_take_inputs(struct context *c, const struct invocation *in, struct err *e)
{
	c->stage.inputs = (struct stage_inputs){
		.communications = (const char *const *)in->operands,
		.communication_count = in->operand_count,
		.contacts = options.contacts,
		.companies = options.companies,
		.deals = options.deals,
		.already_pushed = options.already_pushed,
	};
	c->stage.allow_empty = options.allow_empty;
	c->stage.reading = (struct stage_reading){
		.encoding = options.encoding,
		.excel_serial = options.excel_serial,
		.repair = options.repair,
		.keep_extra = options.keep_extra,
	};
	return take_delimiter(&c->stage.reading.delimiter, e) && take_order(&c->stage.reading.order, e);
}

bool
context_told_reading(const struct context *c)
{
	const struct stage_reading *r = &c->stage.reading;

	return r->encoding != NULL || r->delimiter != '\0' || r->order != DATES_UNDECIDED || r->excel_serial ||
	       r->repair || r->keep_extra;
}

/* The run's time in seconds, UTC. */
static bool
read_as_of(int64_t *seconds, struct zone *zone, struct err *e)
{
	struct clock_time time;

	if (options.as_of == NULL)
		return clock_as_of(seconds, e);
	if (clock_parse(options.as_of, strlen(options.as_of), &time) != CLOCK_GOOD)
		return err_set(e, ERR_USAGE, "--as-of '%s' is not a date", options.as_of);
	if (time.has_offset)
		*seconds = time.seconds - time.offset_seconds;
	else
		zone_to_utc(zone, time.seconds, seconds);
	return true;
}

/* The zone of the settings, and the run's time on its clock. */
static bool
set_clock(struct stage *s, struct err *e)
{
	char local[CLOCK_TEXT_MAX];
	int64_t seconds;

	s->zone = zone_open(stage_text(s, "timezone"), e);
	if (s->zone == NULL || !read_as_of(&seconds, s->zone, e))
		return false;
	if (clock_write_utc(s->as_of_utc, seconds, 0) == 0 ||
		clock_write(local, zone_to_local(s->zone, seconds), 0) == 0)
		return err_set(e, ERR_USAGE, "--as-of is outside the years 1 to 9999");
	memcpy(s->as_of, local, sizeof s->as_of);
	return true;
}

/* The zone of the command line, else of the rule set. A set that leaves it open gets UTC, and a run says so. */
static void
choose_timezone(struct stage *s, const struct invocation *in)
{
	const char *zone = options.timezone != NULL ? options.timezone : stage_text(s, "timezone");

	if (zone[0] == '\0' && (in->command->needs & NEEDS_EXCLUSIVE))
		stage_warn(s,
			"the rule set %s does not know the zone of the source's clock: its times are taken for UTC "
			"(--timezone Europe/Paris, for one, says otherwise)",
			s->rules->name);
	json_object_set_new(s->settings, "timezone", json_string(zone[0] == '\0' ? "UTC" : zone));
}

bool
context_new_facts(struct context *c, struct invocation *in, struct err *e)
{
	struct stage *s = &c->stage;

	s->version = in->program->version;
	c->rules = ruleset_open(options.rules == NULL ? "plan" : options.rules, e);
	s->rules = c->rules;
	s->settings = c->rules == NULL ? NULL : ruleset_settings(c->rules, e);
	if (s->settings == NULL)
		return false;
	choose_timezone(s, in);
	return set_clock(s, e);
}

/* The settings that a database was made with. */
static json_t *
read_settings(struct db *db, struct err *e)
{
	json_t *settings = json_object();
	struct query q = {0};
	bool ok = sql_query(&q, db, "src/steps/stage/sql/settings.sql", e) && query_next(&q, e) == QUERY_ROW;

	for (int i = 0; ok && i < sqlite3_column_count(q.stmt); i++) {
		const char *name = sqlite3_column_name(q.stmt, i);

		if (sqlite3_column_type(q.stmt, i) == SQLITE_TEXT)
			json_object_set_new(settings, name, json_string(query_text(&q, i)));
		else if (sqlite3_column_type(q.stmt, i) == SQLITE_INTEGER)
			json_object_set_new(settings, name, json_integer((json_int_t)query_int(&q, i)));
		else
			json_object_set_new(settings, name, json_real(query_real(&q, i)));
	}
	query_close(&q);
	if (!ok) {
		json_decref(settings);
		settings = NULL;
	}
	return settings;
}

/* A step takes the facts of the database; the command line may give the run's time anew, and nothing that
 * contradicts. */
static bool
installed_facts(struct context *c, struct invocation *in, struct err *e)
{
	struct stage *s = &c->stage;

	s->version = in->program->version;
	c->rules = ruleset_open_installed(s->db, e);
	s->rules = c->rules;
	s->settings = c->rules == NULL ? NULL : read_settings(s->db, e);
	if (s->settings == NULL)
		return false;
	if (options.timezone != NULL && strcmp(options.timezone, stage_text(s, "timezone")) != 0)
		return err_set(e, ERR_USAGE,
			"the workspace was made with --timezone %s; `hubstage run` or `init` can change it",
			stage_text(s, "timezone"));
	if (options.rules != NULL) {
		struct ruleset *other = ruleset_open(options.rules, e);
		bool same = other != NULL && strcmp(other->sha256, c->rules->sha256) == 0;

		if (other != NULL && !same)
			err_set(e, ERR_USAGE,
				"the workspace was made with another rule set; `hubstage run` or `init` can change it");
		ruleset_close(other);
		if (!same)
			return false;
	}
	if (options.as_of == NULL)
		options.as_of = stage_text(s, "as_of");
	return set_clock(s, e);
}

static bool
open_needed(struct context *c, struct invocation *in, struct err *e)
{
	unsigned needs = in->command->needs;
	struct stage *s = &c->stage;

	if (needs & (NEEDS_SHARED | NEEDS_EXCLUSIVE)) {
		c->workspace = workspace_open(options.out,
			needs & NEEDS_SHARED   ? WORKSPACE_SHARED
			: needs & NEEDS_CREATE ? WORKSPACE_CREATE
					       : WORKSPACE_EXCLUSIVE,
			e);
		if (c->workspace == NULL)
			return false;
		s->dir = c->workspace->dir;
	}
	if (needs & NEEDS_CREATE)
		return context_new_facts(c, in, e);
	if (needs & (NEEDS_READ | NEEDS_WRITE)) {
		s->db = db_open(c->workspace->database, needs & NEEDS_WRITE ? DB_WRITE : DB_READ, &sql_identity, e);
		if (s->db == NULL)
			return false;
		return installed_facts(c, in, e);
	}
	return true;
}

static void
close_all(struct context *c)
{
	db_close(c->stage.db);
	zone_close(c->stage.zone);
	json_decref(c->stage.settings);
	ruleset_close(c->rules);
	workspace_close(c->workspace);
	progress_close(c->progress);
}

bool
context_run(struct invocation *in, struct err *e)
{
	struct context c = {0};
	bool ok;

	signals_end_with(
		"\nhubstage: interrupted: the workspace is as it was, or as it should be; type the command again\n");
	c.progress = progress_open((enum progress_mode)in->progress, NULL);
	c.stage.progress = report;
	c.stage.warning = warn;
	c.stage.note = note;
	c.stage.context = &c;
	ok = open_needed(&c, in, e) && in->command->run(&c, in, e);
	close_all(&c);
	return ok;
}
