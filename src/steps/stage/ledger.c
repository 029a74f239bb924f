#include "steps/stage/ledger.h"

#include "core/encoding.h"
#include "rules/sql.h"

bool
ledger_open(struct ledger *l, struct db *db, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&l->repair, db, "src/steps/stage/sql/load_repair.sql", e) &&
		  sql_query(&l->mark, db, "src/steps/stage/sql/load_mark.sql", e) &&
		  sql_query(&l->extra, db, "src/steps/stage/sql/load_extra.sql", e) &&
		  sql_query(&l->drop_mark, db, "src/steps/stage/sql/load_drop_mark.sql", e) &&
		  sql_query(&l->drop_extra, db, "src/steps/stage/sql/load_drop_extra.sql", e) &&
		  sql_query(&q, db, "src/steps/stage/sql/load_uses_marks.sql", e) && query_next(&q, e) == QUERY_ROW;

	l->uses_marks = ok && query_int(&q, 0) != 0;
	if (ok && !query_null(&q, 1))
		buf_add(&l->used_extras, query_text(&q, 1), query_size(&q, 1));
	buf_char(&l->used_extras, '\0');
	query_close(&q);
	return ok;
}

void
ledger_close(struct ledger *l)
{
	struct query *all[] = {&l->repair, &l->mark, &l->extra, &l->drop_mark, &l->drop_extra};

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		query_close(all[i]);
	buf_clear(&l->used_extras);
}

static bool
note_repair(struct ledger *l, const char *encoding, const struct row *row, const struct row_repair *repair,
	int64_t input, struct err *e)
{
	struct buf original = {0};
	bool ok;

	if (!encoding_back(encoding, repair->text, repair->size, &original)) {
		buf_reset(&original);
		buf_add(&original, repair->text, repair->size);
	}
	query_bind_int(&l->repair, 1, input);
	query_bind_int(&l->repair, 2, (int64_t)row->line);
	query_bind_text(&l->repair, 3, repair->column);
	query_bind_blob(&l->repair, 4, original.bytes, original.size);
	ok = query_run(&l->repair, e);
	buf_clear(&original);
	return ok;
}

bool
ledger_note(struct ledger *l, const struct reader *r, const struct row *row, int64_t input, struct err *e)
{
	bool ok = true;

	for (const struct row_repair *repair = row->repairs; ok && repair != NULL; repair = repair->next)
		ok = note_repair(l, r->file->intake->encoding, row, repair, input, e);
	return ok;
}

static bool
keep_mark(struct ledger *l, const struct row *row, struct err *e)
{
	if (!l->uses_marks || !(row->is_private || row->is_deleted))
		return true;
	query_bind_int(&l->mark, 1, row->values[COMM_COMMUNICATIONID].number);
	query_bind_int(&l->mark, 2, row->is_private);
	query_bind_int(&l->mark, 3, row->is_deleted);
	return query_run(&l->mark, e);
}

bool
ledger_keep(struct ledger *l, const struct reader *r, const struct row *row, struct err *e)
{
	bool ok = keep_mark(l, row, e);

	for (size_t i = 0; ok && row->extras != NULL && i < r->column_count; i++) {
		if (row->extras[i].kind == VALUE_NULL)
			continue;
		query_bind_int(&l->extra, 1, row->values[COMM_COMMUNICATIONID].number);
		query_bind_text(&l->extra, 2, r->columns[i].extra);
		query_bind_bytes(&l->extra, 3, row->extras[i].text, row->extras[i].size);
		ok = query_run(&l->extra, e);
	}
	return ok;
}

bool
ledger_drop(struct ledger *l, int32_t id, struct err *e)
{
	query_bind_int(&l->drop_mark, 1, id);
	query_bind_int(&l->drop_extra, 1, id);
	return query_run(&l->drop_mark, e) && query_run(&l->drop_extra, e);
}
