#include "steps/stage/receipts.h"

#include "core/clock.h"
#include "core/file.h"
#include "core/hash.h"
#include "rules/sql.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

/* Has this workspace the bundle, or has it taken receipts of it before? */
static bool
is_known(struct query *known, const char *current, const char *sha256, bool *yes, struct err *e)
{
	enum query_step step = QUERY_END;

	*yes = strcmp(sha256, current) == 0;
	if (*yes)
		return true;
	query_bind_text(known, 1, sha256);
	step = query_next(known, e);
	*yes = step == QUERY_ROW;
	query_reset(known);
	return step != QUERY_FAILED;
}

static bool
check_bundles(const struct stage *stage, struct db *journal, struct err *e)
{
	char current[HASH_HEX];
	struct query bundles = {0}, known = {0};
	enum query_step step = QUERY_END;
	bool yes = false, ok = bundle_identity(stage, current, e) &&
			       sql_query(&bundles, journal, SQL "receipts_bundles.sql", e) &&
			       sql_query(&known, stage->db, SQL "receipts_known.sql", e);

	while (ok && !yes && (step = query_next(&bundles, e)) == QUERY_ROW)
		ok = is_known(&known, current, query_text(&bundles, 0), &yes, e);
	if (ok && step == QUERY_FAILED)
		ok = false;
	else if (ok && !yes)
		ok = err_set(e, ERR_REFUSED,
			"%s is of another bundle: that of this workspace was never pushed with it. A push with it "
			"sends "
			"what HubSpot has not; then there are receipts",
			journal->path);
	query_close(&bundles);
	query_close(&known);
	return ok;
}

/* Is the journal about this workspace? */
static bool
check_journal(const struct stage *stage, struct db *journal, struct err *e)
{
	const char *ours = stage_text(stage, "key_property"), *key;
	struct query q = {0};
	bool ok = sql_query(&q, journal, SQL "receipts_journal.sql", e);

	ok = ok && query_next(&q, e) == QUERY_ROW;
	key = ok ? query_text(&q, 0) : NULL;
	if (ok && key == NULL)
		ok = err_set(e, ERR_REFUSED, "%s: nothing was pushed with it yet", journal->path);
	else if (ok && strcmp(key, ours) != 0)
		ok = err_set(e, ERR_REFUSED, "%s was kept with the key property '%s', and this workspace has '%s'",
			journal->path, key, ours);
	query_close(&q);
	return ok && check_bundles(stage, journal, e);
}

static bool
take_bundles(struct stage *stage, struct db *journal, struct err *e)
{
	struct query from = {0}, to = {0};
	enum query_step step = QUERY_FAILED;
	bool ok = sql_query(&from, journal, SQL "receipts_bundles.sql", e) &&
		  sql_query(&to, stage->db, SQL "receipts_know.sql", e);

	while (ok && (step = query_next(&from, e)) == QUERY_ROW) {
		query_bind_text(&to, 1, query_text(&from, 0));
		ok = query_run(&to, e);
	}
	query_close(&from);
	query_close(&to);
	return ok && step == QUERY_END;
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
	r->unknown += query_int(from, 7) != 0;
	r->failed += !pushed && query_int(from, 7) == 0;
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

/* The push state of the tables. When it changes, the bundle is no longer what the tables say is to be sent. */
static bool
apply(struct stage *stage, struct err *e)
{
	int before = sqlite3_total_changes(stage->db->handle);
	struct query q = {0};
	bool ok = sql_run(stage->db, "schema/steps/receipts.sql", e);

	if (!ok || sqlite3_total_changes(stage->db->handle) == before)
		return ok;
	ok = sql_query(&q, stage->db, SQL "step_stale.sql", e);
	if (ok) {
		query_bind_text(&q, 1, "validate");
		ok = query_run(&q, e);
	}
	query_close(&q);
	return ok;
}

bool
step_receipts(struct stage *stage, const char *journal, struct receipts *r, struct err *e)
{
	struct db *db;
	bool ok;

	*r = (struct receipts){0};
	if (access(journal, R_OK) != 0)
		return err_system(e, "%s", journal);
	db = db_open(journal, DB_READ, &journal_identity, e);
	ok = db != NULL && check_journal(stage, db, e) && take_bundles(stage, db, e) &&
	     take_rollbacks(stage, db, r, e) && take_receipts(stage, db, r, e) && apply(stage, e) &&
	     count_strangers(stage, r, e);
	db_close(db);
	return ok;
}
