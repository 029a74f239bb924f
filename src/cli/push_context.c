#include "cli/push_context.h"

#include "cli/progress.h"
#include "cli/push_token.h"
#include "cli/table.h"
#include "cli/words.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define BASE_URL    "https://api.hubapi.com"
#define API_VERSION "2026-09"

static struct push_options given = {.out = "out",
	.base_url = BASE_URL,
	.api_version = API_VERSION,
	.rate = 10,
	.concurrency = 32,
	.batch = 100,
	.timeout = 110,
	.settle = 100};
static const char *token_file;
static const char *types;

const struct option push_context_options[] = {
	{.name = "out", .value = "DIR", .text = &given.out, .summary = "the workspace: bundle/, push.db, report/"},
	{.name = "journal",
		.value = "FILE",
		.text = &given.journal,
		.summary = "the journal",
		.otherwise = "push.db in the workspace"},
	{.name = "base-url",
		.value = "URL",
		.text = &given.base_url,
		.summary = "where HubSpot is; https, or http to this machine"},
	{.name = "api-version",
		.value = "VERSION",
		.text = &given.api_version,
		.summary = "of HubSpot's API: 2026-09, 2026-03 or v3"},
	{.name = "token-file",
		.value = "FILE",
		.text = &token_file,
		.summary = "its first line is the access token",
		.otherwise = "HUBSPOT_ACCESS_TOKEN_FILE, HUBSPOT_ACCESS_TOKEN"},
	{.name = "ca-file",
		.value = "FILE",
		.text = &given.ca_file,
		.summary = "trust these certificates (PEM) instead of the system's"},
	{.name = "rate",
		.value = "N",
		.number = &given.rate,
		.min = 1,
		.max = 1000000,
		.summary = "requests in any second"},
	{.name = "concurrency",
		.value = "N",
		.number = &given.concurrency,
		.min = 1,
		.max = 60,
		.summary = "requests in flight at most"},
	{.name = "timeout",
		.value = "S",
		.number = &given.timeout,
		.min = 1,
		.max = 3600,
		.summary = "seconds until a request is given up"},
	{.name = "portal",
		.value = "ID",
		.number = &given.portal,
		.min = 1,
		.max = INT64_MAX,
		.summary = "the portal that the token must be for",
		.otherwise = "not checked"},
	{0}};

const struct option push_bundle_options[] = {{.name = "bundle",
						     .value = "DIR",
						     .text = &given.bundle,
						     .summary = "the bundle",
						     .otherwise = "bundle/ in the workspace"},
	{.name = "batch",
		.value = "N",
		.number = &given.batch,
		.min = 1,
		.max = 100,
		.summary = "records in a request"},
	{.name = "settle",
		.value = "S",
		.number = &given.settle,
		.min = 0,
		.max = 3600,
		.summary = "seconds until an unknown outcome is read back"},
	{.name = "max-calls",
		.value = "N",
		.number = &given.max_calls,
		.min = 1,
		.max = INT64_MAX,
		.summary = "stop after so many requests",
		.otherwise = "no limit"},
	{.name = "max-duration",
		.value = "S",
		.number = &given.max_duration,
		.min = 1,
		.max = INT64_MAX / 2000000000,
		.summary = "stop after so many seconds",
		.otherwise = "no limit"},
	{0}};

const struct option push_send_options[] = {{.name = "limit",
						   .value = "N",
						   .number = &given.limit,
						   .min = 1,
						   .max = INT64_MAX,
						   .summary = "a test push: at most N records",
						   .otherwise = "all"},
	{.name = "canary",
		.value = "N",
		.number = &given.canary,
		.min = 1,
		.max = INT64_MAX,
		.summary = "a test push: N records a type, the odd ones first",
		.otherwise = "all"},
	{.name = "types",
		.value = "LIST",
		.text = &types,
		.summary = "only these, with commas: calls,notes",
		.otherwise = "all seven"},
	{.name = "dry-run", .flag = &given.dry_run, .summary = "go through everything but the sending"},
	{.name = "retry-rejected", .flag = &given.retry_rejected, .summary = "send again what HubSpot refused before"},
	{.name = "no-read-back",
		.flag = &given.no_read_back,
		.summary = "do not read the associations back afterwards"},
	{.name = "yes", .flag = &given.yes, .summary = "do not ask"},
	{.inherit = push_bundle_options, .summary = "Bundle and limits"}, {0}};

const struct option push_rollback_options[] = {
	{.name = "dry-run", .flag = &given.dry_run, .summary = "only look what would be archived"},
	{.name = "yes", .flag = &given.yes, .summary = "do not ask"},
	{.name = "settle",
		.value = "S",
		.number = &given.settle,
		.min = 0,
		.max = 3600,
		.summary = "seconds until an unknown outcome is tried again"},
	{.name = "max-calls",
		.value = "N",
		.number = &given.max_calls,
		.min = 1,
		.max = INT64_MAX,
		.summary = "stop after so many requests",
		.otherwise = "no limit"},
	{0}};

static volatile sig_atomic_t signal_seen;

/* The first one ends the push in good order; the handler is then gone, so that the second one kills. */
static void
note_signal(int number)
{
	signal_seen = number;
}

static void
catch_signals(void)
{
	struct sigaction act = {.sa_handler = note_signal, .sa_flags = (int)SA_RESETHAND};

	sigaction(SIGINT, &act, NULL);
	sigaction(SIGTERM, &act, NULL);
	sigaction(SIGHUP, &act, NULL);
}

static bool
take_types(struct err *e)
{
	char name[32];

	given.all_types = types == NULL;
	for (int t = 0; t < ACTIVITIES; t++)
		given.types[t] = types == NULL;
	for (const char *at = types; at != NULL && *at != '\0';) {
		size_t size = strcspn(at, ",");
		enum activity type;

		snprintf(name, sizeof name, "%.*s", (int)(size < sizeof name ? size : sizeof name - 1), at);
		type = activity_find(name);
		if (type == ACTIVITIES)
			return err_set(e, ERR_USAGE,
				"--types: '%s' is no type: calls, emails, meetings, notes, tasks, "
				"communications or postal_mail",
				name);
		given.types[type] = true;
		at += size + (at[size] == ',');
	}
	return true;
}

static bool
check_version(struct err *e)
{
	const char *v = given.api_version;
	bool dated = strlen(v) == 7 && strspn(v, "0123456789-") == 7;

	return dated || strcmp(v, "v3") == 0 ||
	       err_set(e, ERR_USAGE, "--api-version: '%s' is none: 2026-09, 2026-03, v3", v);
}

static void
show_progress(void *context, const char *what, uint64_t records, uint64_t total)
{
	struct context *c = context;

	progress_report(c->progress, what, records, 0, total);
}

static void
show_remark(void *context, const char *text)
{
	(void)context;
	words_note("%s", text);
}

bool
push_context_run(struct invocation *in, struct err *e)
{
	struct context c = {.in = in};
	char *token = NULL;
	bool ok = take_types(e) && check_version(e);

	c.options = given;
	c.options.version = HUBSTAGE_VERSION;
	if (ok && (in->command->needs & NEEDS_TOKEN) != 0) {
		token_protect();
		token = token_read(token_file, e);
		ok = token != NULL;
		c.options.token = token;
	}
	if (ok && (in->command->needs & NEEDS_TOKEN_IF_ANY) != 0 && token_is_given(token_file)) {
		token_protect();
		token = token_read(token_file, e);
		ok = token != NULL;
		c.options.token = token;
	}
	c.push.options = &c.options;
	c.push.signal_seen = &signal_seen;
	c.push.progress = show_progress;
	c.push.remark = show_remark;
	c.push.context = &c;
	if (ok) {
		catch_signals();
		c.progress = progress_open((enum progress_mode)in->progress, NULL);
		ok = in->command->run(&c, in, e);
		progress_close(c.progress);
	}
	push_clear(&c.push);
	token_forget(token);
	return ok;
}

void
push_document(const char *name, json_t *body)
{
	json_t *document = json_pack("{s:s, s:i}", "document", name, "version", 1);

	json_object_update_missing(document, body);
	json_dumpf(document, stdout, JSON_INDENT(2));
	printf("\n");
	json_decref(document);
	json_decref(body);
}

json_t *
push_tally_json(const struct tally *t)
{
	return json_pack("{s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I}", "records", (json_int_t)t->records, "planned",
		(json_int_t)t->planned, "done", (json_int_t)t->done, "updated", (json_int_t)t->updated, "rejected",
		(json_int_t)t->rejected, "unknown", (json_int_t)t->unknown, "archived", (json_int_t)t->archived,
		"links_missing", (json_int_t)t->links_missing, "adopted", (json_int_t)t->adopted);
}

json_t *
push_tallies_json(const struct tallies *t)
{
	json_t *types_json = json_object();

	for (int i = 0; i < ACTIVITIES; i++)
		if (t->types[i].records > 0)
			json_object_set_new(types_json, activity_names[i], push_tally_json(&t->types[i]));
	return json_pack("{s:o, s:o}", "all", push_tally_json(&t->all), "types", types_json);
}

static void
print_tally(struct table *table, const char *name, const struct tally *t)
{
	table_text(table, name);
	table_number(table, t->records);
	table_number(table, t->done);
	table_number(table, t->rejected);
	table_number(table, t->unknown);
	table_number(table, t->planned);
	table_number(table, t->archived);
	table_number(table, t->links_missing);
}

void
push_tallies_print(const struct tallies *t)
{
	static const struct table_column columns[] = {{"type", false}, {"records", true}, {"in HubSpot", true},
		{"refused", true}, {"unknown", true}, {"to send", true}, {"archived", true}, {"links missing", true}};
	struct table table = {.columns = columns, .count = 8};

	for (int i = 0; i < ACTIVITIES; i++)
		if (t->types[i].records > 0)
			print_tally(&table, activity_names[i], &t->types[i]);
	print_tally(&table, "all", &t->all);
	table_print(&table, stdout);
	table_clear(&table);
}

bool
push_confirm(const struct context *c, const char *what, bool must, struct err *e)
{
	char answer[16] = "";

	if (c->options.dry_run || c->options.yes)
		return true;
	if (isatty(STDIN_FILENO) != 1 || isatty(STDERR_FILENO) != 1)
		return !must ||
		       err_set(e, ERR_USAGE, "--yes is needed where nobody can be asked; look at --dry-run first");
	words_note("%s, portal %lld? Type yes", what, (long long)c->options.portal);
	if (fgets(answer, sizeof answer, stdin) == NULL || strcmp(answer, "yes\n") != 0)
		return err_set(e, ERR_REFUSED, "not confirmed: nothing was changed");
	return true;
}
