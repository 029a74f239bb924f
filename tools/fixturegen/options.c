#include "options.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum kind { NUMBER, SHARE, CHOICE, FLAG, TEXT, DELIMITER, HELP };

struct option {
	const char *name, *value, *help;
	enum kind kind;
	size_t offset;
	uint64_t least, most;
	const char *const *choices;
};

static const char *const mixtures[] = {"plan", "sage", NULL};
static const char *const texts[] = {"any", "western", "mojibake", NULL};
static const char *const encodings[] = {"utf-8", "utf-16le", "utf-16be", "windows-1252", "mac-mojibake", NULL};
static const char *const eols[] = {"lf", "crlf", "cr", NULL};
static const char *const shapes[] = {"iso", "iso-ms", "iso-t", "iso-z", "iso-offset", "iso-hm", "dmy", "dmy-hm", "mdy",
	"mdy-ampm", "ymd", "excel-serial", "date", "excel-destroyed", "mixed", NULL};

#define AT(field) offsetof(struct options, field)

static const struct option options[] = {
	{"--out", "DIR", "where the files go (default .); made when it is not there", TEXT, AT(out), 0, 0, NULL},
	{"--seed", "N", "another number, other rows (default 1)", NUMBER, AT(seed), 0, UINT64_MAX, NULL},
	{"--rows", "N", "good communications (default 1000)", NUMBER, AT(rows), 0, 2000000000, NULL},
	{"--first-id", "N", "id of the first one (default 1)", NUMBER, AT(first_id), 1, INT32_MAX, NULL},
	{"--mixture", "NAME",
		"plan (words of the plan's types) or sage (type, action and status as real exports have them)", CHOICE,
		AT(mixture), 0, 0, mixtures},
	{"--note-length", "N", "mean characters of a note (default 700: a record of about 0.9 kB)", NUMBER,
		AT(note_length), 0, 10000, NULL},
	{"--mail-length", "N", "sage: mean characters of a mail in Comm_Email_Clean (default 250: all are below 500)",
		NUMBER, AT(mail_length), 0, 10000, NULL},
	{"--orphans", "PCT", "rows that lead to no HubSpot record (default 3)", SHARE, AT(orphans), 0, 0, NULL},
	{"--unresolved", "PCT",
		"contacts, companies and deals without a HubSpot id, and rows that refer to one (default 2)", SHARE,
		AT(unresolved), 0, 0, NULL},
	{"--unknown", "PCT", "rows of unknown type (default 1)", SHARE, AT(unknown), 0, 0, NULL},
	{"--pushed", "PCT", "rows that are in HubSpot already; more than 0 writes already-pushed.csv (default 0)",
		SHARE, AT(pushed), 0, 0, NULL},
	{"--bad", "N", "rows of every kind of fault a loader must reject, more (default 0)", NUMBER, AT(bad), 0,
		1000000, NULL},
	{"--duplicates", "N", "identical rows, more (default 0)", NUMBER, AT(duplicates), 0, 1000000000, NULL},
	{"--attendees", "N", "rows with the same core and another person, more (default 0)", NUMBER, AT(attendees), 0,
		1000000000, NULL},
	{"--conflicts", "N", "rows with the same id and another core, more (default 0)", NUMBER, AT(conflicts), 0,
		1000000000, NULL},
	{"--long-notes", "N", "rows whose note is too long for HubSpot (default 0)", NUMBER, AT(long_notes), 0,
		1000000000, NULL},
	{"--huge-note", "BYTES", "one more row, the last, with a note of so many bytes (default 0: none)", NUMBER,
		AT(huge_note), 0, UINT64_C(1) << 40, NULL},
	{"--shuffle", NULL, "ids in no order", FLAG, AT(shuffle), 0, 0, NULL},
	{"--text", "NAME", "any, western (what Windows-1252 has) or mojibake (what survives mac-mojibake)", CHOICE,
		AT(text), 0, 0, texts},
	{"--whole-minutes", NULL, "no seconds in any date, for shapes that have none", FLAG, AT(whole_minutes), 0, 0,
		NULL},
	{"--encoding", "NAME", "utf-8, utf-16le, utf-16be, windows-1252 or mac-mojibake; what it lacks becomes ?",
		CHOICE, AT(dialect.encoding), 0, 0, encodings},
	{"--bom", NULL, "begin with a byte order mark", FLAG, AT(dialect.bom), 0, 0, NULL},
	{"--eol", "NAME", "lf, crlf or cr; line ends inside a field stay as they are", CHOICE, AT(eol), 0, 0, eols},
	{"--delimiter", "CHAR", "a character of ASCII, or the word tab (default ,)", DELIMITER, AT(dialect.delimiter),
		0, 0, NULL},
	{"--quote-all", NULL, "quotes around every field", FLAG, AT(dialect.quote_all), 0, 0, NULL},
	{"--null-marker", "WORD", "what stands in empty fields (default nothing)", TEXT, AT(dialect.null_marker), 0, 0,
		NULL},
	{"--date-shape", "NAME",
		"iso, iso-ms, iso-t, iso-z, iso-offset, iso-hm, dmy, dmy-hm, mdy, mdy-ampm, ymd,\n"
		"excel-serial, date, excel-destroyed or mixed (a shape for each column)",
		CHOICE, AT(dialect.shape), 0, 0, shapes},
	{"--float-ids", NULL, "12.0 for 12 in the id columns that have NULLs", FLAG, AT(dialect.float_ids), 0, 0, NULL},
	{"--dialect-all", NULL, "the dialect for every file, not only communications.csv", FLAG, AT(dialect_all), 0, 0,
		NULL},
	{"--quiet", NULL, "do not print what the files hold", FLAG, AT(quiet), 0, 0, NULL},
	{"--help", NULL, "this text", HELP, 0, 0, 0, NULL},
};

#define COUNT (sizeof options / sizeof *options)

static void
print_help(void)
{
	printf("usage: fixturegen [OPTION...]\n\n"
	       "Makes synthetic exports of a CRM: communications.csv, contacts.csv, companies.csv, deals.csv.\n"
	       "The same options give the same bytes on any machine. What the files hold is printed, a fact a "
	       "line.\n\n");
	for (size_t i = 0; i < COUNT; i++) {
		char left[40];

		snprintf(left, sizeof left, "%s %s", options[i].name, options[i].value != NULL ? options[i].value : "");
		printf("  %-20s ", left);
		for (const char *s = options[i].help; *s != '\0'; s++)
			printf(*s == '\n' ? "\n%23s" : "%.1s", *s == '\n' ? "" : s);
		printf("\n");
	}
	if (fflush(stdout) != 0) {
		perror("fixturegen: stdout");
		exit(1);
	}
	exit(0);
}

static _Noreturn void
refuse(const char *name, const char *problem)
{
	fprintf(stderr, "fixturegen: %s: %s (see --help)\n", name, problem);
	exit(2);
}

/* A whole number from `least` to `most`; digits only. */
static bool
read_number(const char *text, uint64_t least, uint64_t most, uint64_t *number)
{
	uint64_t n = 0;

	if (*text == '\0')
		return false;
	for (; *text != '\0'; text++) {
		if (*text < '0' || *text > '9' || n > (UINT64_MAX - 9) / 10)
			return false;
		n = n * 10 + (uint64_t)(*text - '0');
	}
	*number = n;
	return n >= least && n <= most;
}

/* A percentage from 0 to 100 with at most four decimals, as millionths: no floating point. */
static bool
read_share(const char *text, uint64_t *millionths)
{
	uint64_t n = 0, decimals = 0;
	bool point = false, digits = false;

	for (; *text != '\0'; text++) {
		if (*text == '.' && !point) {
			point = true;
			continue;
		}
		if (*text < '0' || *text > '9' || decimals == 4 || n > 1000000)
			return false;
		digits = true;
		decimals += point;
		n = n * 10 + (uint64_t)(*text - '0');
	}
	for (; decimals < 4; decimals++)
		n *= 10;
	*millionths = n;
	return digits && n <= 1000000;
}

static bool
read_choice(const struct option *option, const char *text, char *field)
{
	for (int i = 0; option->choices[i] != NULL; i++)
		if (strcmp(option->choices[i], text) == 0) {
			memcpy(field, &i, sizeof i);
			return true;
		}
	return false;
}

static bool
read_delimiter(const char *text, char *field)
{
	if (strcmp(text, "tab") == 0)
		text = "\t";
	*field = *text;
	return strlen(text) == 1 && (unsigned char)*text < 0x80 && strchr("\"\r\n", *text) == NULL;
}

static bool
set(const struct option *option, const char *value, struct options *o)
{
	char *field = (char *)o + option->offset;

	switch (option->kind) {
	case NUMBER:
		return read_number(value, option->least, option->most, (uint64_t *)(void *)field);
	case SHARE:
		return read_share(value, (uint64_t *)(void *)field);
	case CHOICE:
		return read_choice(option, value, field);
	case DELIMITER:
		return read_delimiter(value, field);
	case TEXT:
		memcpy(field, &value, sizeof value);
		return true;
	case FLAG:
		*(bool *)field = true;
		return true;
	case HELP:
		print_help();
	}
	return true;
}

static const struct option *
find(const char *argument)
{
	size_t length = strcspn(argument, "=");

	for (size_t i = 0; i < COUNT; i++)
		if (strlen(options[i].name) == length && strncmp(options[i].name, argument, length) == 0)
			return &options[i];
	return NULL;
}

/* The value of an option: after its '=', or the next argument, to which *argv is moved. */
static const char *
find_value(const struct option *option, char ***argv)
{
	const char *equals = strchr(**argv, '=');

	if (option->value == NULL)
		return equals == NULL ? "" : NULL;
	if (equals != NULL)
		return equals + 1;
	if ((*argv)[1] == NULL)
		return NULL;
	return *++*argv;
}

static void
check(const struct options *o)
{
	uint64_t extra = o->duplicates + o->attendees + o->conflicts + o->bad;

	if (o->rows == 0 && extra + o->long_notes > 0)
		refuse("--rows 0", "the other rows need good ones to stand beside");
	if (o->long_notes > o->rows)
		refuse("--long-notes", "more than --rows");
	if (o->first_id + o->rows + o->bad * 100 > INT32_MAX)
		refuse("--first-id", "the last id would not fit into 32 bits");
	if (o->unresolved == 1000000 && o->orphans < 1000000)
		refuse("--unresolved 100", "then every row is an orphan, and --orphans must be 100 too");
}

void
options_parse(struct options *o, char **argv)
{
	static const char *const ends[] = {"\n", "\r\n", "\r"};
	static const enum encoding survives[] = {UTF_8, WINDOWS_1252, MAC_MOJIBAKE};

	*o = (struct options){.out = ".",
		.seed = 1,
		.rows = 1000,
		.first_id = 1,
		.note_length = 700,
		.mail_length = 250,
		.orphans = 30000,
		.unresolved = 20000,
		.unknown = 10000,
		.dialect = plain_dialect};
	for (argv++; *argv != NULL; argv++) {
		const struct option *option = find(*argv);
		const char *value;

		if (option == NULL)
			refuse(*argv, "no such option");
		value = find_value(option, &argv);
		if (value == NULL)
			refuse(option->name, option->value != NULL ? "needs a value" : "takes no value");
		if (!set(option, value, o))
			refuse(option->name, "not a value it takes");
	}
	o->text = survives[o->text];
	o->dialect.eol = ends[o->eol];
	check(o);
}
