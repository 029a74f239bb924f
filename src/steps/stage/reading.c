#include "steps/stage/reading.h"

#include "core/buf.h"
#include "rules/sql.h"
#include "steps/stage/input/survey.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct reader_options
reading_options(const struct stage *s)
{
	return (struct reader_options){
		.csv = {.max_record = (size_t)stage_number(s, "max_record")},
		.intake = {.encoding = s->reading.encoding,
			.delimiter = s->reading.delimiter,
			.repair = s->reading.repair},
		.zone = s->zone,
		.quoted_empty_kept = strcmp(stage_text(s, "quoted_empty"), "keep") == 0,
		.email_is_body = strcmp(stage_text(s, "email_column_holds"), "body") == 0,
		.zero_id_is_null = stage_number(s, "zero_id_is_null") != 0,
		.sentinel_is_null = stage_number(s, "sentinel_date_is_null") != 0,
		.null_markers = stage_text(s, "null_markers"),
		.sentinel_dates = stage_text(s, "sentinel_dates"),
		.allow_empty = s->allow_empty,
		.order = (enum dates_order)s->reading.order,
		.excel_serial = s->reading.excel_serial,
		.keep_extra = s->reading.keep_extra,
		.mend = {.drop_nul = strcmp(stage_text(s, "nul_bytes"), "drop") == 0,
			.private_use = stage_text(s, "private_use"),
			.repair = s->reading.repair},
	};
}

static bool
note_columns(struct stage *stage, const struct reader *r, int64_t id, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, stage->db, "src/steps/stage/sql/load_input_column.sql", e);

	for (size_t i = 0; ok && i < r->column_count; i++) {
		bool known = r->columns[i].column != SOURCE_COLUMNS;

		query_bind_int(&q, 1, id);
		query_bind_int(&q, 2, (int64_t)i);
		query_bind_text(&q, 3, r->columns[i].header);
		query_bind_text(&q, 4, known ? source_columns[r->columns[i].column].name : NULL);
		query_bind_int(&q, 5, !known);
		ok = query_run(&q, e);
	}
	query_close(&q);
	return ok;
}

static void
warn_columns(const struct stage *stage, const struct reader *r, bool uses_marks)
{
	struct buf missing = {0}, ignored = {0}, used = {0}, kept = {0};

	for (int i = 0; i < SOURCE_COLUMNS; i++)
		if (r->position[i] == SIZE_MAX)
			buf_format(&missing, "%s%s", missing.size > 0 ? ", " : "", source_columns[i].header);
	for (size_t i = 0; i < r->column_count; i++)
		if (r->columns[i].extra != NULL) {
			bool is_used = r->columns[i].is_used || (uses_marks && (i == r->marks[0] || i == r->marks[1]));
			struct buf *list = is_used ? &used : r->columns[i].is_kept ? &kept : &ignored;

			buf_format(list, "%s%s", list->size > 0 ? ", " : "", r->columns[i].header);
		}
	if (missing.size > 0)
		stage_warn(stage, "%s: these columns are missing and load as NULL: %s", r->file->name, missing.bytes);
	if (used.size > 0)
		stage_note(stage, "%s: these columns are used by the rule set: %s", r->file->name, used.bytes);
	if (kept.size > 0)
		stage_note(stage, "%s: these columns are kept in source_extra: %s", r->file->name, kept.bytes);
	if (ignored.size > 0)
		stage_warn(stage, "%s: these columns are ignored: %s", r->file->name, ignored.bytes);
	buf_clear(&missing);
	buf_clear(&ignored);
	buf_clear(&used);
	buf_clear(&kept);
}

static void
say_dialect(const struct stage *stage, const struct reader *r)
{
	struct buf words = {0};

	if (!intake_is_plain(r->file->intake)) {
		intake_describe(r->file->intake, &words);
		stage_note(stage, "%s: read as %s", r->file->name, words.bytes);
	}
	buf_clear(&words);
}

bool
reading_begin(struct stage *stage, const struct reader *r, int position, bool uses_marks, int64_t *id, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, stage->db, "src/steps/stage/sql/load_input.sql", e);

	if (ok) {
		query_bind_text(&q, 1, "communications");
		query_bind_text(&q, 2, r->file->name);
		query_bind_int(&q, 3, position);
		ok = query_next(&q, e) == QUERY_ROW;
		*id = ok ? query_int(&q, 0) : 0;
	}
	query_close(&q);
	ok = ok && note_columns(stage, r, *id, e);
	if (ok) {
		say_dialect(stage, r);
		warn_columns(stage, r, uses_marks);
	}
	return ok;
}

void
reading_describe_order(const struct reader *r, struct buf *to)
{
	static const char *const words[] = {"", "day/month/year", "month/day/year", "year first"};
	const struct dates_column *all = r->survey == NULL ? NULL : &r->survey->all_dates;
	uint64_t only, line;

	if (r->options.order != DATES_UNDECIDED) {
		buf_format(to, "as --date-order says");
		return;
	}
	if (r->order == DATES_UNDECIDED || all == NULL)
		return;
	only = r->order == DATES_DMY ? all->only_dmy : all->only_mdy;
	line = r->order == DATES_DMY ? all->line_dmy : all->line_mdy;
	buf_format(to,
		"%s: %" PRIu64 " of its %" PRIu64 " dates fit no other order, the first in line %" PRIu64
		", and none contradicts",
		words[r->order], only, all->forms[DATES_PARTS], line);
}

/* A fact of a file; a count of 0 is none. */
struct facts {
	struct query q;
	int64_t id;
	bool ok;
};

static void
fact(struct facts *f, const char *name, const char *value, const char *evidence, struct err *e)
{
	if (!f->ok)
		return;
	query_bind_int(&f->q, 1, f->id);
	query_bind_text(&f->q, 2, name);
	query_bind_text(&f->q, 3, value);
	query_bind_text(&f->q, 4, evidence);
	f->ok = query_run(&f->q, e);
}

static void
count(struct facts *f, const char *name, uint64_t n, struct err *e)
{
	char value[24];

	snprintf(value, sizeof value, "%" PRIu64, n);
	if (n > 0)
		fact(f, name, value, NULL, e);
}

static void
note_dialect(struct facts *f, const struct reader *r, struct err *e)
{
	const struct intake *in = r->file->intake;
	char delimiter[2] = {in->dialect.delimiter, '\0'}, evidence[120];

	fact(f, "encoding", in->encoding, in->told_encoding ? "as --encoding says" : in->found.reason, e);
	snprintf(evidence, sizeof evidence, "%zu columns in %zu of the first %zu records", in->dialect.cells,
		in->dialect.even, in->dialect.records);
	fact(f, "delimiter", delimiter, in->told_delimiter ? "as --delimiter says" : evidence, e);
	if (in->found.bom > 0)
		fact(f, "byte_order_mark", "yes", NULL, e);
}

static void
note_order(const struct stage *stage, struct facts *f, const struct reader *r, struct err *e)
{
	struct buf words = {0};

	if (r->counts.parts == 0 || r->order == DATES_UNDECIDED)
		return;
	reading_describe_order(r, &words);
	fact(f, "date_order", dates_order_names[r->order], words.bytes, e);
	if (r->options.order == DATES_UNDECIDED)
		stage_note(stage, "%s: dates read as %s (--date-order %s says the same of any file)", r->file->name,
			words.bytes, dates_order_names[r->order]);
	buf_clear(&words);
}

static void
say_counts(const struct stage *stage, const struct reader *r)
{
	const struct reader_counts *c = &r->counts;
	const struct {
		uint64_t count;
		const char *what;
	} all[] = {
		{c->null_words, "null markers in codes and texts became NULL, as the id and time columns prove"},
		{c->mend.nul, "cells lost their NUL bytes"},
		{c->mend.private_use, "cells had private-use characters replaced"},
		{c->mend.other_private_use,
			"cells have private-use characters that the setting private_use does not name"},
		{c->mend.repaired, "cells were repaired; the table repair has their original bytes"},
		{c->sentinels, "dates that stand for none became NULL"},
		{c->zero_ids, "ids 0 became NULL"},
		{c->serials, "times were serial numbers"},
	};

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		if (all[i].count > 0)
			stage_note(stage, "%s: %" PRIu64 " %s", r->file->name, all[i].count, all[i].what);
}

static bool
note_facts(const struct stage *stage, const struct reader *r, int64_t id, struct err *e)
{
	struct facts f = {.id = id};
	const struct reader_counts *c = &r->counts;

	f.ok = sql_query(&f.q, stage->db, "src/steps/stage/sql/load_fact.sql", e);
	note_dialect(&f, r, e);
	note_order(stage, &f, r, e);
	count(&f, "null_words_in_texts", c->null_words, e);
	count(&f, "nul_bytes", c->mend.nul, e);
	count(&f, "private_use", c->mend.private_use, e);
	count(&f, "other_private_use", c->mend.other_private_use, e);
	count(&f, "repaired", c->mend.repaired, e);
	count(&f, "sentinel_dates", c->sentinels, e);
	count(&f, "zero_ids", c->zero_ids, e);
	count(&f, "dates_not_iso", c->parts, e);
	count(&f, "serial_numbers", c->serials, e);
	query_close(&f.q);
	say_counts(stage, r);
	return f.ok;
}

bool
reading_end(struct stage *stage, const struct reader *r, int64_t id, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, stage->db, "src/steps/stage/sql/load_input_end.sql", e);

	if (ok) {
		query_bind_int(&q, 1, id);
		query_bind_int(&q, 2, (int64_t)r->file->bytes);
		query_bind_text(&q, 3, r->file->sha256);
		query_bind_int(&q, 4, (int64_t)r->rows);
		ok = query_run(&q, e);
	}
	query_close(&q);
	return ok && note_facts(stage, r, id, e);
}
