/* profile: a screenful that an analyst understands, before anything is made of the files. */
#include "cli/commands.h"

#include "cli/profile_json.h"
#include "cli/shown.h"
#include "cli/table.h"
#include "rules/sql.h"
#include "core/text.h"
#include "steps/stage/look/profile.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { DEFAULTS_SHOWN = 12, LINES_SHOWN = 30 };

static void
add_count(struct buf *to, uint64_t n, const char *what)
{
	if (n == 0)
		return;
	buf_text(to, to->size > 0 ? "; " : "");
	shown_number(to, (int64_t)n);
	buf_format(to, " %s", what);
}

static void
add_line(struct buf *to, uint64_t n, uint64_t line, const char *what)
{
	add_count(to, n, what);
	if (n > 0)
		buf_format(to, " (line %" PRIu64 ")", line);
}

/* The null markers of a column: "NULL 16,873". */
static void
add_nulls(struct buf *to, const struct profile_column *c, const char *words)
{
	for (int i = 0; *words != '\0' && i < SURVEY_WORDS; i++) {
		size_t size = strcspn(words, " ");

		if (c->words[i] > 0) {
			buf_format(to, "%s%.*s ", to->size > 0 ? "; " : "", (int)size, words);
			shown_number(to, (int64_t)c->words[i]);
		}
		words += size + (words[size] == ' ');
	}
	add_count(to, c->quoted_empty, "quoted empty");
}

static void
add_dates(struct buf *to, const struct profile_column *c)
{
	const struct dates_column *d = &c->dates;
	const char *verdict = profile_column_verdict(c);

	if (d->filled == 0)
		return;
	buf_format(to, "%s%s", to->size > 0 ? "; " : "", strcmp(verdict, "iso") == 0 ? "ISO" : verdict);
	add_line(to, d->only_dmy, d->line_dmy, "fit only day/month");
	add_line(to, d->only_mdy, d->line_mdy, "fit only month/day");
	add_line(to, d->either, d->line_either, "fit both");
	for (int i = DATES_YEAR_FIRST; i < DATES_FORMS; i++)
		if (i != DATES_PARTS && d->forms[i] < d->filled)
			add_line(to, d->forms[i], d->lines[i], dates_form_names[i]);
	add_count(to, c->date_only, "without a time");
	add_count(to, c->sentinels, "stand for none (sentinels)");
}

static void
add_texts(struct buf *to, const struct profile_column *c, enum source_class class)
{
	if (class == SOURCE_TEXT && profile_column_is_cut(c))
		add_count(to, c->longest_count, "values are just as long: cut off?");
	add_count(to, c->nul, "with NUL bytes");
	add_count(to, c->private_use, "with private-use characters");
	add_count(to, c->mojibake, "damaged (UTF-8 read as Windows-1252; --repair)");
	add_count(to, c->rtf, "are RTF");
}

static void
add_ids(struct buf *to, const struct profile_column *c)
{
	add_count(to, c->point_ids, "like 12345.0");
	add_count(to, c->zero_ids, "are 0");
	add_line(to, c->no_id, c->no_id_line, "are no 32-bit integers");
}

/* A column that is none of the 22, with the name that rule sets know it by. */
static void
add_extra(struct buf *words, const struct columns_one *column)
{
	buf_text(words, column->is_ours ? "of rejects.csv" : "none of the 22");
	if (column->extra != NULL && !text_same(column->header, strlen(column->header), column->extra))
		buf_format(words, "; known as %s", column->extra);
}

static void
print_columns(const struct context *c, const struct profile_file *f)
{
	static const struct table_column heads[] = {
		{"column", false}, {"filled", true}, {"distinct", true}, {"longest", true}, {"what is in it", false}};
	struct table t = {.columns = heads, .count = 5};
	const struct reader *r = f->reader;

	for (size_t i = 0; i < r->column_count; i++) {
		const struct profile_column *p = &f->columns[i];
		bool is_ours = r->columns[i].column != SOURCE_COLUMNS;
		enum source_class class = is_ours ? source_columns[r->columns[i].column].class : SOURCE_TEXT;
		struct buf words = {0}, distinct = {0};

		shown_number(&distinct, (int64_t)p->distinct);
		buf_text(&distinct, p->distinct >= PROFILE_DISTINCT_MAX ? "+" : "");
		if (!is_ours)
			add_extra(&words, &r->columns[i]);
		else if (strcmp(source_columns[r->columns[i].column].header, r->columns[i].header) != 0)
			buf_format(&words, "read as %s", source_columns[r->columns[i].column].header);
		add_nulls(&words, p, stage_text(&c->stage, "null_markers"));
		if (class == SOURCE_ID)
			add_ids(&words, p);
		if (class == SOURCE_TIME)
			add_dates(&words, p);
		add_texts(&words, p, class);
		table_text(&t, r->columns[i].header);
		table_share(&t, (int64_t)p->filled, (int64_t)r->rows);
		table_text(&t, distinct.bytes);
		table_number(&t, (int64_t)p->longest);
		table_text(&t, words.size == 0 ? "" : words.bytes);
		buf_clear(&words);
		buf_clear(&distinct);
	}
	table_print(&t, stdout);
	table_clear(&t);
}

/* An hour as a digit: its share of the busiest one, in tenths; a point for none. */
static void
print_hours(const struct profile_file *f)
{
	const struct reader *r = f->reader;
	bool any = false;

	for (size_t i = 0; i < r->column_count; i++) {
		const struct profile_column *c = &f->columns[i];
		uint64_t most = 0;

		for (int h = 0; h < PROFILE_HOURS; h++)
			most = c->hours[h] > most ? c->hours[h] : most;
		if (most == 0)
			continue;
		if (!any)
			printf("\n%-26s 0  3  6  9  12 15 18 21     (9: the busiest hour; office hours that begin "
			       "early "
			       "or late are a wrong --timezone)\n",
				"hours of the day");
		any = true;
		printf("%-26s ", r->columns[i].header);
		for (int h = 0; h < PROFILE_HOURS; h++)
			putchar(c->hours[h] == 0 ? '.' : (int)('0' + (c->hours[h] * 10 - 1) / most));
		puts("");
	}
}

static void
print_rejects(const struct profile_file *f)
{
	for (size_t i = 0; i < f->reject_count; i++) {
		const struct profile_reject *it = &f->rejects[i];

		if (i == 0)
			puts("");
		printf("%" PRIu64 " %s would be rejected: %s, the first in line %" PRIu64 "%s%s\n", it->rows,
			it->rows == 1 ? "row" : "rows", it->code, it->line, it->column == NULL ? "" : ", ",
			it->column == NULL ? "" : it->column);
	}
}

static void
print_file(const struct context *c, const struct profile_file *f)
{
	const struct intake *in = f->reader->file->intake;
	struct buf head = {0};

	shown_text(&head, in->name, strlen(in->name));
	buf_text(&head, ": ");
	shown_number(&head, (int64_t)f->reader->rows);
	buf_text(&head, " rows, ");
	shown_number(&head, (int64_t)in->bytes);
	buf_text(&head, " bytes\nread as ");
	intake_describe(in, &head);
	buf_text(&head, "\nlines end in");
	for (int i = 0; i < 3; i++) {
		static const char *const names[] = {"LF", "CRLF", "CR"};

		if (f->ends[i] > 0) {
			buf_format(&head, " %s (", names[i]);
			shown_number(&head, (int64_t)f->ends[i]);
			buf_char(&head, ')');
		}
	}
	buf_text(&head, "; the longest record has ");
	shown_number(&head, (int64_t)f->longest);
	buf_format(&head, " bytes (line %" PRIu64 ")", f->longest_line);
	puts(head.bytes);
	if (f->reader->order != DATES_UNDECIDED && f->reader->counts.parts > 0)
		printf("dates are read as %s\n", dates_order_names[f->reader->order]);
	if (in->problem.kind != ERR_NONE)
		printf("loading would refuse it: %s\n", in->problem.text);
	puts("");
	print_columns(c, f);
	print_hours(f);
	print_rejects(f);
	buf_clear(&head);
}

/* "calls", "notes, held". */
static void
add_outcome(struct table *t, const char *activity, const char *decision)
{
	struct buf words = {0};

	buf_text(&words, activity);
	if (strcmp(decision, "derive") != 0)
		buf_format(&words, ", %s", strcmp(decision, "hold") == 0 ? "held" : "skipped");
	table_text(t, words.bytes);
	buf_clear(&words);
}

static void
add_code(struct table *t, struct query *q, int column)
{
	table_text(t, query_null(q, column) ? "-" : query_text(q, column));
}

static bool
is_same(struct query *q)
{
	return strcmp(query_text(q, 14), query_text(q, 18)) == 0 && strcmp(query_text(q, 16), query_text(q, 20)) == 0;
}

/* A line of profile_lines.sql. */
static void
add_line_cells(struct table *t, struct query *q)
{
	int64_t rows = query_int(q, 4);
	char years[48];

	for (int i = 0; i < 3; i++)
		add_code(t, q, i);
	if (query_int(q, 21) != 0)
		add_code(t, q, 3);
	else
		table_text(t, "");
	table_number(t, rows);
	table_number(t, query_int(q, 5));
	snprintf(years, sizeof years, query_int(q, 6) == query_int(q, 7) ? "%lld" : "%lld-%lld",
		(long long)query_int(q, 6), (long long)query_int(q, 7));
	table_text(t, query_null(q, 6) ? "" : years);
	for (int i = 8; i < 14; i++)
		table_share(t, query_int(q, i), rows);
	add_outcome(t, query_text(q, 14), query_text(q, 16));
	if (query_null(q, 15))
		table_text(t, "none");
	else
		table_number(t, query_int(q, 15));
	if (is_same(q))
		table_text(t, "");
	else
		add_outcome(t, query_text(q, 18), query_text(q, 20));
}

static bool
print_lines(const struct context *c, const struct profile *p, struct err *e)
{
	const struct table_column heads[] = {{"type", false}, {"action", false}, {"status", false}, {"priority", false},
		{"rows", true}, {"ids", true}, {"years", false}, {"person", true}, {"company", true}, {"deal", true},
		{"case", true}, {"no note", true}, {"end<start", true}, {c->rules->name, false}, {"rule", true},
		{p->other_rules, false}};
	struct table t = {.columns = heads, .count = sizeof heads / sizeof heads[0]};
	struct query q = {0};
	enum query_step step = QUERY_FAILED;
	int64_t more = 0, more_rows = 0;
	int shown = 0;

	if (sql_query(&q, p->db, "src/steps/stage/look/sql/profile_lines.sql", e))
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			if (++shown <= LINES_SHOWN) {
				add_line_cells(&t, &q);
				continue;
			}
			more++;
			more_rows += query_int(&q, 4);
		}
	query_close(&q);
	if (step == QUERY_END) {
		printf("\nwhat the rows become under the rules %s, and under %s where that differs\n", c->rules->name,
			p->other_rules);
		table_print(&t, stdout);
	}
	if (more > 0)
		printf("and %lld more combinations of %lld rows (--json has all)\n", (long long)more,
			(long long)more_rows);
	table_clear(&t);
	return step == QUERY_END;
}

static bool
print_defaults(const struct profile *p, struct err *e)
{
	static const struct table_column heads[] = {{"column", false}, {"value", false}, {"of", false}, {"rows", true},
		{"gets", false}, {"as", false}, {"first line", true}};
	struct table t = {.columns = heads, .count = 7};
	struct query q = {0};
	enum query_step step = QUERY_FAILED;
	int more = 0;

	if (sql_query(&q, p->db, "src/steps/stage/look/sql/profile_defaults.sql", e))
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			if (++more > DEFAULTS_SHOWN)
				continue;
			table_text(&t, query_text(&q, 0));
			add_code(&t, &q, 1);
			table_text(&t, query_text(&q, 2));
			table_number(&t, query_int(&q, 5));
			table_text(&t, query_null(&q, 4) ? "nothing" : query_text(&q, 4));
			table_text(&t, query_text(&q, 3));
			table_number(&t, query_int(&q, 6));
		}
	query_close(&q);
	if (step == QUERY_END && more > 0) {
		puts("\ncodes that values.csv does not list, and the default they fall to");
		table_print(&t, stdout);
		if (more > DEFAULTS_SHOWN)
			printf("and %d more (--json has all)\n", more - DEFAULTS_SHOWN);
	}
	table_clear(&t);
	return step == QUERY_END;
}

static bool
print_duplicates(const struct profile *p, struct err *e)
{
	struct query q = {0};
	enum query_step step = QUERY_FAILED;
	bool ok = sql_query(&q, p->db, "src/steps/stage/look/sql/profile_duplicates.sql", e) &&
		  query_next(&q, e) == QUERY_ROW;

	if (ok && query_int(&q, 0) > 0)
		printf("\n%lld %s %lld further %s with the same content: attendees, merged\n",
			(long long)query_int(&q, 0),
			query_int(&q, 0) == 1 ? "communication has" : "communications have",
			(long long)query_int(&q, 1), query_int(&q, 1) == 1 ? "row" : "rows");
	if (ok && query_int(&q, 2) > 0)
		printf("\n%lld %s rows that contradict each other; the first row stays\n", (long long)query_int(&q, 2),
			query_int(&q, 2) == 1 ? "communication has" : "communications have");
	query_close(&q);
	ok = ok && sql_query(&q, p->db, "src/steps/stage/look/sql/profile_conflicts.sql", e);
	while (ok && (step = query_next(&q, e)) == QUERY_ROW)
		printf("  %s: %lld in line %lld and line %lld\n", p->files[query_int(&q, 0)].reader->file->name,
			(long long)query_int(&q, 1), (long long)query_int(&q, 2), (long long)query_int(&q, 3));
	query_close(&q);
	return ok && step == QUERY_END;
}

static bool
print_profile(const struct context *c, const struct profile *p, struct err *e)
{
	for (int i = 0; i < p->file_count; i++) {
		if (i > 0)
			puts("");
		print_file(c, &p->files[i]);
	}
	return print_lines(c, p, e) && print_defaults(p, e) && print_duplicates(p, e);
}

bool
profile_command(struct context *c, struct invocation *in, struct err *e)
{
	struct profile p = {0};
	bool ok = context_take_inputs(c, in, e) && profile_files(&p, &c->stage, e) &&
		  (in->json ? profile_json(c, &p, e) : print_profile(c, &p, e));

	profile_clear(&p);
	return ok;
}
