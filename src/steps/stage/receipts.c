#include "steps/stage/receipts.h"

#include "core/clock.h"
#include "core/file.h"
#include "core/hash.h"
#include "rules/sql.h"

#include <stdlib.h>
#include <string.h>

#define SQL "src/steps/stage/sql/"

enum { MANIFEST_MAX = 1 << 20 };

/* schema/push/ makes it. */
static const struct db_identity journal_identity = {.application_id = 0x4853504A, .user_version = 1};

static bool
bundle_identity(const struct stage *stage, char hex[HASH_HEX], struct err *e)
{
	char *dir = file_join(stage->dir, "bundle"), *path = file_join(dir, "manifest-sha256.txt");
	struct buf text = {0};
	bool ok = file_read(path, MANIFEST_MAX, &text, e) && hash_of(text.bytes, text.size, hex, e);

	buf_clear(&text);
	free(path);
	free(dir);
	return ok;
}

/* Is the journal about this workspace? */
static bool
check_journal(const struct stage *stage, struct db *journal, struct err *e)
{
	char hex[HASH_HEX];
	struct query q = {0};
	bool ok = bundle_identity(stage, hex, e) && sql_query(&q, journal, SQL "receipts_journal.sql", e);
	const char *key;

	if (ok) {
		query_bind_text(&q, 1, hex);
		ok = query_next(&q, e) == QUERY_ROW;
	}
	if (ok) {
		key = query_text(&q, 0);
		if (key == NULL || strcmp(key, stage_text(stage, "key_property")) != 0)
			ok = err_set(e, ERR_REFUSED,
				"%s was kept with the key property '%s', and this workspace has '%s'", journal->path,
				key == NULL ? "" : key, stage_text(stage, "key_property"));
		else if (query_int(&q, 1) == 0)
			ok = err_set(e, ERR_REFUSED,
				"%s is of another bundle: the bundle of this workspace was never pushed with it",
				journal->path);
	}
	query_close(&q);
	return ok;
}

/* The journal's times are UTC, those of the staging are on the source's clock. */
static void
to_source_clock(const struct stage *stage, const char *utc, char to[CLOCK_TEXT_MAX])
{
	struct clock_time t;

	to[0] = '\0';
	if (utc != NULL && clock_parse(utc, strlen(utc), &t) == CLOCK_GOOD)
		clock_write(to, stage->zone == NULL ? t.seconds : zone_to_local(stage->zone, t.seconds), 0);
}

static bool
take_one(const struct stage *stage, struct query *from, struct query *to, struct receipts *r, struct err *e)
{
	const char *status = query_text(from, 3);
	bool pushed = status != NULL && strcmp(status, "pushed") == 0;
	char at[CLOCK_TEXT_MAX];

	to_source_clock(stage, query_text(from, 6), at);
	query_bind_int(to, 1, query_int(from, 0));
	query_bind_text(to, 2, query_text(from, 1));
	if (query_null(from, 2))
		query_bind_null(to, 3);
	else
		query_bind_int(to, 3, query_int(from, 2));
	for (int i = 4; i <= 6; i++)
		query_bind_text(to, i, query_text(from, i - 1));
	query_bind_text(to, 7, pushed && at[0] != '\0' ? at : NULL);
	r->pushed += pushed;
	r->failed += !pushed;
	return query_run(to, e);
}

static bool
take_receipts(struct stage *stage, struct db *journal, struct receipts *r, struct err *e)
{
	struct query from = {0}, to = {0};
	enum query_step step = QUERY_FAILED;
	bool ok = sql_query(&from, journal, SQL "receipts_from.sql", e) &&
		  sql_query(&to, stage->db, SQL "receipts_to.sql", e);

	while (ok && (step = query_next(&from, e)) == QUERY_ROW)
		ok = take_one(stage, &from, &to, r, e);
	query_close(&from);
	query_close(&to);
	return ok && step == QUERY_END;
}

static bool
take_rollbacks(struct stage *stage, struct db *journal, struct receipts *r, struct err *e)
{
	struct query from = {0}, to = {0};
	enum query_step step = QUERY_FAILED;
	bool ok = sql_run(stage->db, SQL "receipts_begin.sql", e) &&
		  sql_query(&from, journal, SQL "receipts_rolled_back.sql", e) &&
		  sql_query(&to, stage->db, SQL "receipts_back.sql", e);

	while (ok && (step = query_next(&from, e)) == QUERY_ROW) {
		query_bind_int(&to, 1, query_int(&from, 0));
		ok = query_run(&to, e);
		r->rolled_back++;
	}
	query_close(&from);
	query_close(&to);
	return ok && step == QUERY_END;
}

static bool
count_strangers(struct stage *stage, struct receipts *r, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, stage->db, SQL "receipts_strangers.sql", e) && query_next(&q, e) == QUERY_ROW;

	r->strangers = ok ? query_int(&q, 0) : 0;
	query_close(&q);
	return ok;
}

bool
step_receipts(struct stage *stage, const char *journal, struct receipts *r, struct err *e)
{
	struct db *db = db_open(journal, DB_READ, &journal_identity, e);
	bool ok;

	*r = (struct receipts){0};
	ok = db != NULL && check_journal(stage, db, e) && take_rollbacks(stage, db, r, e) &&
	     take_receipts(stage, db, r, e) && sql_run(stage->db, "schema/steps/receipts.sql", e) &&
	     count_strangers(stage, r, e);
	db_close(db);
	return ok;
}
