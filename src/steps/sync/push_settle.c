#include "steps/sync/push_settle.h"

#include "core/clock.h"

#include <poll.h>

enum { TRY_SECONDS = 30, PAUSE_MS = 250 };

/* A connection to the same server, which may be starting again. */
static struct pg *
connect_again(const struct sync *s, struct err *e)
{
	int64_t end = clock_ticks() + TRY_SECONDS * INT64_C(1000000000);
	struct pg *pg;

	while ((pg = pg_again(s->pg, e)) == NULL && e->kind == ERR_REMOTE && clock_ticks() < end)
		poll(NULL, 0, PAUSE_MS);
	return pg;
}

/* Waits for the server to be done with the attempt, then looks whether its row is there. */
static bool
look_for(const struct sync *s, struct pg *pg, const char *attempt, bool *applied, struct err *e)
{
	struct sync other = *s;
	struct pg_rows rows = {0};
	bool ok;

	other.pg = pg;
	ok = sync_begin(&other, "", true, e) &&
	     sync_query(&other, "src/steps/sync/sql/push_attempt.sql", &attempt, 1, &rows, e);
	*applied = ok && pg_bool(&rows, 0, 0);
	pg_rows_clear(&rows);
	pg_rollback(pg);
	return ok;
}

bool
push_settle(struct sync *s, const char *attempt, struct err *e)
{
	bool sent = false, applied = false, known;
	struct err lost = {0};
	struct pg *pg;

	if (pg_commit(s->pg, &sent, e))
		return true;
	if (!sent)
		return false;
	pg = connect_again(s, &lost);
	known = pg != NULL && look_for(s, pg, attempt, &applied, &lost);
	pg_close(pg);
	if (!known)
		return err_set(e, ERR_UNKNOWN,
			"the answer to COMMIT was lost, and the server cannot be asked: it may have been applied. Run "
			"the same "
			"push again: it finds out, and is not applied twice (%.200s)",
			lost.text);
	if (!applied)
		return err_place(e, "not applied, run it again");
	sync_warn(s, "the answer to COMMIT was lost; the server says that it was applied");
	return true;
}
