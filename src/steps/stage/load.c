/* load: the communications files into the master, row by row, and every row accounted for. */
#include "steps/stage/stage.h"

#include "core/buf.h"
#include "rules/sql.h"
#include "steps/stage/account.h"
#include "steps/stage/classify.h"
#include "steps/stage/input/feed.h"
#include "steps/stage/ledger.h"
#include "steps/stage/pulled.h"
#include "steps/stage/reading.h"
#include "steps/stage/reconcile.h"
#include "steps/stage/rejects.h"

#include <string.h>

struct load {
	struct stage *stage;
	struct query row, origin, find_origin, same_core, link, reject, replace, drop_links, drop_origin, drop_row;
	struct query body, drop_body;
	struct ledger ledger;
	struct classifier classifier;
	struct rejects *rejects;
	uint64_t rows, bytes; /* of the files before this one */
};

/* The file that is being read. */
struct load_file {
	struct reader *reader;
	int64_t id; /* in the table input */
};

static bool
open_queries(struct load *l, struct err *e)
{
	const struct {
		struct query *q;
		const char *path;
	} all[] = {
		{&l->row, "src/steps/stage/sql/load_row.sql"},
		{&l->origin, "src/steps/stage/sql/load_origin.sql"},
		{&l->find_origin, "src/steps/stage/sql/load_find_origin.sql"},
		{&l->same_core, "src/steps/stage/sql/load_same_core.sql"},
		{&l->link, "src/steps/stage/sql/load_link.sql"},
		{&l->reject, "src/steps/stage/sql/load_reject.sql"},
		{&l->replace, "src/steps/stage/sql/load_replace_row.sql"},
		{&l->drop_links, "src/steps/stage/sql/load_drop_links.sql"},
		{&l->drop_origin, "src/steps/stage/sql/load_drop_origin.sql"},
		{&l->drop_row, "src/steps/stage/sql/load_drop_row.sql"},
		{&l->body, "src/steps/stage/sql/load_body.sql"},
		{&l->drop_body, "src/steps/stage/sql/load_drop_body.sql"},
	};

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		if (!sql_query(all[i].q, l->stage->db, all[i].path, e))
			return false;
	return true;
}

static void
close_queries(struct load *l)
{
	struct query *all[] = {&l->row, &l->origin, &l->find_origin, &l->same_core, &l->link, &l->reject, &l->replace,
		&l->drop_links, &l->drop_origin, &l->drop_row, &l->body, &l->drop_body};

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		query_close(all[i]);
}

static void
bind_values(struct query *q, const struct row *row, int count)
{
	for (int i = 0; i < count; i++) {
		const struct value *value = &row->values[i];

		if (value->kind == VALUE_INT)
			query_bind_int(q, i + 1, value->number);
		else if (value->kind == VALUE_TEXT)
			query_bind_bytes(q, i + 1, value->text, value->size);
		else
			query_bind_null(q, i + 1);
	}
}

static void
bind_place(struct query *q, int at, int64_t input, const struct row *row)
{
	query_bind_int(q, at, input);
	query_bind_int(q, at + 1, (int64_t)row->line);
	query_bind_int(q, at + 2, (int64_t)row->offset);
	query_bind_int(q, at + 3, (int64_t)row->size);
}

static bool
reject_row(struct load *l, const struct load_file *file, const struct row *row, struct err *e)
{
	bind_place(&l->reject, 1, file->id, row);
	query_bind_text(&l->reject, 5, row->column);
	query_bind_text(&l->reject, 6, row->code);
	query_bind_text(&l->reject, 7, row->message);
	query_bind_blob(&l->reject, 8, row->raw, row->raw == NULL ? 0 : row->raw_size);
	return query_run(&l->reject, e);
}

static void
bind_body(struct query *q, int at, const struct row *row)
{
	if (row->body.kind == VALUE_NULL)
		query_bind_null(q, at);
	else
		query_bind_bytes(q, at, row->body.text, row->body.size);
}

/* The whole of a body that the master has only the beginning of. */
static bool
insert_body(struct load *l, const struct row *row, struct err *e)
{
	if (row->body.kind == VALUE_NULL)
		return true;
	query_bind_int(&l->body, 1, row->values[COMM_COMMUNICATIONID].number);
	bind_body(&l->body, 2, row);
	return query_run(&l->body, e);
}

/* Tries to insert; *inserted is false when the communication is there already. */
static bool
insert_row(struct load *l, const struct load_file *file, const struct row *row, bool *inserted, struct err *e)
{
	struct combination combination;

	if (!classifier_find(&l->classifier, row, &combination, e))
		return false;
	bind_values(&l->row, row, SOURCE_COLUMNS);
	query_bind_text(&l->row, SOURCE_COLUMNS + 1, combination.activity);
	query_bind_int(&l->row, SOURCE_COLUMNS + 2, combination.is_task_eligible);
	query_bind_text(&l->row, SOURCE_COLUMNS + 3, l->stage->as_of);
	query_bind_int(&l->row, SOURCE_COLUMNS + 4, l->stage->building);
	if (!query_run(&l->row, e))
		return false;
	*inserted = sqlite3_changes(l->stage->db->handle) > 0;
	if (!*inserted)
		return true;
	query_bind_int(&l->origin, 1, row->values[COMM_COMMUNICATIONID].number);
	bind_place(&l->origin, 2, file->id, row);
	query_bind_int(&l->origin, 6, combination.id);
	return query_run(&l->origin, e) && insert_body(l, row, e);
}

static bool
run_with_id(struct query *q, int32_t id, struct err *e)
{
	query_bind_int(q, 1, id);
	return query_run(q, e);
}

/* An earlier file had the communication: the later one's row takes its place. */
static bool
replace_row(struct load *l, const struct load_file *file, const struct row *row, struct err *e)
{
	int32_t id = row->values[COMM_COMMUNICATIONID].number;
	bool inserted = false;

	query_bind_int(&l->replace, 2, file->id);
	return run_with_id(&l->replace, id, e) && run_with_id(&l->drop_links, id, e) &&
	       run_with_id(&l->drop_origin, id, e) && run_with_id(&l->drop_row, id, e) &&
	       run_with_id(&l->drop_body, id, e) && ledger_drop(&l->ledger, id, e) &&
	       insert_row(l, file, row, &inserted, e);
}

/* The same core: one communication with one more person or company. Another core: the first row stays. */
static bool
merge_or_reject(struct load *l, const struct load_file *file, struct row *row, int64_t first_line, struct arena *arena,
	struct err *e)
{
	enum query_step same;

	bind_values(&l->same_core, row, PERSON_ID);
	bind_body(&l->same_core, PERSON_ID + 1, row);
	same = query_next(&l->same_core, e);
	query_reset(&l->same_core);
	if (same == QUERY_FAILED)
		return false;
	if (same == QUERY_ROW) {
		bind_values(&l->link, row, 1);
		for (int i = 0; i < 2; i++) {
			const struct value *value = &row->values[i == 0 ? PERSON_ID : COMPANY_ID];

			if (value->kind == VALUE_NULL)
				query_bind_null(&l->link, i + 2);
			else
				query_bind_int(&l->link, i + 2, value->number);
		}
		bind_place(&l->link, 4, file->id, row);
		return query_run(&l->link, e);
	}
	row->code = "DUPLICATE_RECORD_ID";
	row->column = source_columns[COMM_COMMUNICATIONID].header;
	row->message = arena_format(arena, "'%d' is already the id of line %lld, whose content differs",
		row->values[COMM_COMMUNICATIONID].number, (long long)first_line);
	return true;
}

/* A row whose id is there already. It may become a reject. */
static bool
load_again(struct load *l, const struct load_file *file, struct row *row, struct arena *arena, struct err *e)
{
	int64_t input, line;
	bool found;

	query_bind_int(&l->find_origin, 1, row->values[COMM_COMMUNICATIONID].number);
	found = query_next(&l->find_origin, e) == QUERY_ROW;
	input = found ? query_int(&l->find_origin, 0) : 0;
	line = found ? query_int(&l->find_origin, 1) : 0;
	query_reset(&l->find_origin);
	if (!found)
		return err_set(e, ERR_FAULT, "row_origin has no row for communication %d",
			row->values[COMM_COMMUNICATIONID].number);
	return input == file->id ? merge_or_reject(l, file, row, line, arena, e) : replace_row(l, file, row, e);
}

static bool
load_row(struct load *l, const struct load_file *file, struct row *row, struct arena *arena, struct err *e)
{
	bool inserted = false;

	if (row->code == NULL && !insert_row(l, file, row, &inserted, e))
		return false;
	if (row->code == NULL && !inserted && !load_again(l, file, row, arena, e))
		return false;
	if (row->repairs != NULL && !ledger_note(&l->ledger, file->reader, row, file->id, e))
		return false;
	return row->code == NULL ? ledger_keep(&l->ledger, file->reader, row, e) : reject_row(l, file, row, e);
}

static bool
load_rows(struct load *l, const struct load_file *file, struct err *e)
{
	struct feed *feed = feed_open(file->reader, e);
	struct batch *batch;
	enum csv_step step = CSV_FAILED;
	bool ok = feed != NULL;

	while (ok && (step = feed_next(feed, &batch, e)) == CSV_RECORD) {
		for (size_t i = 0; ok && i < batch->count; i++)
			ok = load_row(l, file, &batch->rows[i], &batch->arena, e);
		l->rows += batch->count;
		if (l->stage->progress != NULL)
			l->stage->progress(l->stage->context, "load", l->rows, l->bytes + batch->bytes, 0);
	}
	feed_close(feed);
	return ok && step == CSV_END;
}

static bool
load_file(struct load *l, int position, struct err *e)
{
	struct stage *stage = l->stage;
	struct reader_options options = reading_options(stage);
	struct load_file file = {0};
	bool ok;

	options.used_extras = l->ledger.used_extras.bytes;
	options.csv.spill = rejects_spill;
	options.csv.spill_context = l->rejects;
	file.reader = reader_open(stage->inputs.communications[position], &options, e);
	ok = file.reader != NULL && reading_begin(stage, file.reader, position, l->ledger.uses_marks, &file.id, e) &&
	     load_rows(l, &file, e) && reading_end(stage, file.reader, file.id, e);
	if (ok)
		l->bytes += file.reader->file->bytes;
	reader_close(file.reader);
	return ok;
}

/* A run checks all sums at its end, when there are indexes to count from. */
static bool
check_sums(struct stage *stage, struct err *e)
{
	struct accounting accounting;

	return stage->building || (account_read(stage->db, &accounting, e) && account_check(&accounting, false, e));
}

bool
step_load(struct stage *stage, struct err *e)
{
	struct load l = {.stage = stage};
	bool ok = stage->building || sql_run(stage->db, "src/steps/stage/sql/load_empty.sql", e);

	l.rejects = ok ? rejects_open(stage->dir, e) : NULL;
	ok = l.rejects != NULL && reconcile_load(stage, e) && open_queries(&l, e) &&
	     ledger_open(&l.ledger, stage->db, e) && classifier_open(&l.classifier, stage->db, e);
	for (int i = 0; ok && i < stage->inputs.communication_count; i++)
		ok = load_file(&l, i, e);
	ok = ok && pulled_keep(stage, e) && check_sums(stage, e) && rejects_write(l.rejects, stage->db, e) &&
	     stage_done(stage, "load", e);
	rejects_close(l.rejects);
	classifier_close(&l.classifier);
	ledger_close(&l.ledger);
	close_queries(&l);
	return ok;
}
