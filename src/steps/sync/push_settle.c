#include "steps/sync/push_settle.h"

#include "core/clock.h"

#include <poll.h>

enum { PAUSE_MS = 250 };

/* Asks on a new connection, after the server is done with the attempt. A standby that has not heard of it proves
 * nothing. */
static bool
ask(const struct sync *s, const char *attempt, bool *applied, struct err *e)
{
	struct sync other = *s;
	struct pg_rows rows = {0};
	bool ok;

	other.pg = pg_again(s->pg, e);
	ok = other.pg != NULL && sync_begin(&other, "ISOLATION LEVEL READ COMMITTED", true, e) &&
	     sync_query(&other, "src/steps/sync/sql/push_await.sql", NULL, 0, NULL, e) &&
	     sync_query(&other, "src/steps/sync/sql/push_attempt.sql", &attempt, 1, &rows, e);
	*applied = ok && pg_bool(&rows, 0, 0);
	if (ok && !*applied && pg_bool(&rows, 0, 1))
		ok = err_set(e, ERR_REMOTE, "%s is a standby now, which may not have heard of it", pg_host(other.pg));
	pg_rows_clear(&rows);
	pg_close(other.pg);
	return ok;
}

/* The server may be starting again, or another may take its place; the lock may be held for long. Whoever interrupts
 * does not want to wait for any of it. */
static bool
ask_again(const struct sync *s, const char *attempt, int64_t seconds, bool *applied, struct err *e)
{
	int64_t end = clock_ticks() + seconds * INT64_C(1000000000);

	while (!ask(s, attempt, applied, e)) {
		if (clock_ticks() >= end || pg_is_interrupted(s->pg))
			return false;
		poll(NULL, 0, PAUSE_MS);
	}
	return true;
}

bool
push_settle(struct sync *s, const char *attempt, int64_t seconds, struct err *e)
{
	bool sent = false, applied = false;
	struct err lost = {0};

	if (pg_commit(s->pg, &sent, e))
		return true;
	if (!sent)
		return false;
	if (!ask_again(s, attempt, seconds, &applied, &lost))
		return err_set(e, ERR_UNKNOWN,
			"the answer to COMMIT was lost, and the server cannot be asked: it may have been applied. Run "
			"the same push again: it finds out, and is not applied twice (%.200s)",
			lost.text);
	if (!applied)
		return err_place(e, "not applied, run it again");
	sync_warn(s, "the answer to COMMIT was lost; the server says that it was applied");
	return true;
}
