#include "options.h"

#include <getopt.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum kind { TEXT, WHOLE, REAL, YES_NO, SWITCH, HEADING };

struct row {
	const char *name, *value; /* value: how help shows it */
	enum kind kind;
	size_t field;
	const char *help;
};

#define FIELD(name) offsetof(struct options, name)

/* clang-format off */
static const struct row table[] = {
	{"Where it listens (127.0.0.1 only)", NULL, HEADING, 0, NULL},
	{"port", "N", WHOLE, FIELD(port), "0 (the default): any free one"},
	{"port-file", "FILE", TEXT, FIELD(port_file), "the port is written here, at once and whole, when it listens"},
	{"tls-cert", "FILE", TEXT, FIELD(tls_cert), "speak HTTPS with this certificate (PEM)"},
	{"tls-key", "FILE", TEXT, FIELD(tls_key), "and its key (PEM)"},
	{"The account", NULL, HEADING, 0, NULL},
	{"token", "T", TEXT, FIELD(token), "the access token it takes (default " OPTIONS_TOKEN ")"},
	{"token-file", "FILE", TEXT, FIELD(token_file), "the same from the first line of a file"},
	{"scopes", "LIST", TEXT, FIELD(scopes), "what the token may do (default: all)"},
	{"portal", "ID", WHOLE, FIELD(portal), "the portal id (default 12345678)"},
	{"account-type", "T", TEXT, FIELD(account_type), "STANDARD, SANDBOX, APP_DEVELOPER or DEVELOPER_TEST (default)"},
	{"timezone", "NAME", TEXT, FIELD(timezone), "the account's (default UTC): its midnight resets the daily limit"},
	{"owners", "FILE", TEXT, FIELD(owners), "lines: id, e-mail, first name, last name[, archived]"},
	{"known-objects", "FILE", TEXT, FIELD(known_objects), "lines: type id; only these contacts, companies, deals, tickets exist"},
	{"require", "LIST", TEXT, FIELD(require), "calls.hs_call_title,...: properties an administrator made required"},
	{"The key", NULL, HEADING, 0, NULL},
	{"key-property", "NAME", TEXT, FIELD(key_property), "the truth counts records by it (default legacy_communication_id)"},
	{"create-key", "HOW", TEXT, FIELD(create_key), "unique or plain: it is there from the start on all seven types"},
	{"unique-key", "yes|no", YES_NO, FIELD(unique_key), "may unique properties be made on activities? (default yes)"},
	{"Limits and time", NULL, HEADING, 0, NULL},
	{"rate", "N", WHOLE, FIELD(rate), "requests in any second, 10 N in any ten; 0 (the default): no limit"},
	{"ten-secondly", "N", WHOLE, FIELD(ten_secondly), "requests in any ten seconds instead of 10 times the rate"},
	{"search-rate", "N", WHOLE, FIELD(search_rate), "searches in any second (default 5; 0: no limit)"},
	{"daily", "N", WHOLE, FIELD(daily), "requests a day; 0 (the default): no limit"},
	{"latency-ms", "N", WHOLE, FIELD(latency_ms), "every answer takes so long; requests do not wait for each other"},
	{"jitter-ms", "N", WHOLE, FIELD(jitter_ms), "and up to so much longer, by chance"},
	{"search-lag", "S", REAL, FIELD(search_lag), "seconds until a search finds a new record (default 10)"},
	{"clock-scale", "X", REAL, FIELD(clock_scale), "rate windows, lag and days run X times as fast (default 1)"},
	{"Faults", NULL, HEADING, 0, NULL},
	{"faults", "FILE", TEXT, FIELD(faults), "a fault script, see tools/hubmock/README.md"},
	{"sink", "LIST", TEXT, FIELD(sink), "what refuses a whole batch in spite of trace ids: associations (default), conflicts, none"},
	{"seed", "N", WHOLE, FIELD(seed), "ids, the order of results and faults by chance (default 1)"},
	{"Records and log", NULL, HEADING, 0, NULL},
	{"log", "FILE", TEXT, FIELD(log), "a JSON line for every request"},
	{"log-bodies", NULL, SWITCH, FIELD(log_bodies), "with the body of the request in it"},
	{"forget-bodies", NULL, SWITCH, FIELD(forget_bodies), "keep keys, ids, times and associations only"},
	{"id-base", "N", WHOLE, FIELD(id_base), "ids of records are above it (default 70000000000)"},
	{"body-limit", "BYTES", WHOLE, FIELD(body_limit), "a larger request is answered 413 (default 64 MiB)"},
	{"help", NULL, SWITCH, FIELD(help), "this text"},
	{"version", NULL, SWITCH, FIELD(version), "the version"},
};
/* clang-format on */

enum { ROWS = sizeof table / sizeof *table };

static bool
read_whole(const char *text, int64_t *n)
{
	char *end;

	*n = strtoll(text, &end, 10);
	return end != text && *end == '\0' && *n >= 0;
}

static bool
read_real(const char *text, double *n)
{
	char *end;

	*n = strtod(text, &end);
	return end != text && *end == '\0' && *n >= 0;
}

static bool
set(struct options *o, const struct row *row, const char *text, struct err *e)
{
	char *field = (char *)o + row->field;
	bool good = true, yes = true;

	switch (row->kind) {
	case TEXT:
		memcpy(field, &text, sizeof text);
		break;
	case WHOLE:
		good = read_whole(text, (int64_t *)(void *)field);
		break;
	case REAL:
		good = read_real(text, (double *)(void *)field);
		break;
	case YES_NO:
		yes = strcmp(text, "yes") == 0;
		good = yes || strcmp(text, "no") == 0;
		memcpy(field, &yes, sizeof yes);
		break;
	default:
		memcpy(field, &yes, sizeof yes);
	}
	return good || err_set(e, ERR_USAGE, "--%s %s: expected %s", row->name, text, row->value);
}

static bool
consistent(const struct options *o, struct err *e)
{
	if (o->create_key != NULL && strcmp(o->create_key, "unique") != 0 && strcmp(o->create_key, "plain") != 0)
		return err_set(e, ERR_USAGE, "--create-key %s: expected unique or plain", o->create_key);
	if ((o->tls_cert == NULL) != (o->tls_key == NULL))
		return err_set(e, ERR_USAGE, "--tls-cert and --tls-key go together");
	if (o->clock_scale <= 0)
		return err_set(e, ERR_USAGE, "--clock-scale must be more than 0");
	if (o->port > 65535)
		return err_set(e, ERR_USAGE, "--port %lld: there is none above 65535", (long long)o->port);
	return true;
}

bool
options_read(struct options *o, int argc, char **argv, struct err *e)
{
	struct option known[ROWS + 1] = {0};
	int which[ROWS], count = 0, c, at = 0;

	*o = (struct options){.token = OPTIONS_TOKEN,
		.portal = 12345678,
		.account_type = "DEVELOPER_TEST",
		.timezone = "UTC",
		.key_property = "legacy_communication_id",
		.unique_key = true,
		.search_rate = 5,
		.search_lag = 10,
		.clock_scale = 1,
		.sink = "associations",
		.seed = 1,
		.id_base = 70000000000,
		.body_limit = 64 << 20};
	for (int i = 0; i < ROWS; i++) {
		if (table[i].kind == HEADING)
			continue;
		known[count] = (struct option){table[i].name, table[i].value != NULL, NULL, 0};
		which[count++] = i;
	}
	opterr = 0;
	while ((c = getopt_long(argc, argv, "", known, &at)) == 0)
		if (!set(o, &table[which[at]], optarg, e))
			return false;
	if (c == '?')
		return err_set(e, ERR_USAGE, "%s: no such option, or it lacks its value; see --help", argv[optind - 1]);
	if (optind < argc)
		return err_set(e, ERR_USAGE, "%s: too many words; see --help", argv[optind]);
	return consistent(o, e);
}

void
options_help(void)
{
	printf("usage: hubmock [--port N] [--port-file FILE] [OPTION]...\n\n"
	       "A HubSpot to test against: the activity, property, owner, association and account\n"
	       "routes of its API, its limits and error bodies, and faults by script. GET /__truth\n"
	       "says what it holds. It listens on 127.0.0.1 only and stops on SIGTERM or SIGINT.\n");
	for (int i = 0; i < ROWS; i++) {
		char left[40];

		if (table[i].kind == HEADING) {
			printf("\n%s\n", table[i].name);
			continue;
		}
		snprintf(left, sizeof left, "--%s %s", table[i].name, table[i].value == NULL ? "" : table[i].value);
		printf("  %-22s %s\n", left, table[i].help);
	}
}

bool
options_list_has(const char *list, const char *word)
{
	size_t size = strlen(word);

	for (const char *at = list; at != NULL && *at != '\0'; at += strcspn(at, ","), at += *at == ',')
		if (strcspn(at, ",") == size && strncmp(at, word, size) == 0)
			return true;
	return false;
}
