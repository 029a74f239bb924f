#include "steps/stage/account.h"

#include "rules/sql.h"

enum { COUNTS = 13 };

static const char *const names[COUNTS] = {"read", "loaded", "merged", "replaced", "rejected", "derived", "skipped",
	"error", "new", "changed", "unchanged", "held", "vanished"};

/* In the order of the names. */
static int64_t *
count_at(struct accounting *a, int at)
{
	int64_t *const counts[COUNTS] = {&a->read, &a->loaded, &a->merged, &a->replaced, &a->rejected, &a->derived,
		&a->skipped, &a->error, &a->new_rows, &a->changed, &a->unchanged, &a->held, &a->vanished};

	return counts[at];
}

bool
account_read(struct db *db, struct accounting *a, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, db, "src/steps/stage/sql/account.sql", e) && query_next(&q, e) == QUERY_ROW;

	for (int i = 0; ok && i < COUNTS; i++)
		*count_at(a, i) = query_int(&q, i);
	query_close(&q);
	return ok;
}

bool
account_check(const struct accounting *a, bool derived, struct err *e)
{
	if (a->read != a->loaded + a->merged + a->replaced + a->rejected)
		return err_set(e, ERR_FAULT,
			"rows do not add up: %lld read, but %lld loaded + %lld merged + %lld replaced + %lld rejected",
			(long long)a->read, (long long)a->loaded, (long long)a->merged, (long long)a->replaced,
			(long long)a->rejected);
	if (derived && a->loaded != a->derived + a->skipped + a->error)
		return err_set(e, ERR_FAULT,
			"rows do not add up: %lld loaded, but %lld derived + %lld skipped + %lld in error",
			(long long)a->loaded, (long long)a->derived, (long long)a->skipped, (long long)a->error);
	if (derived && a->derived != a->new_rows + a->changed + a->unchanged + a->held)
		return err_set(e, ERR_FAULT,
			"rows do not add up: %lld derived, but %lld new + %lld changed + %lld unchanged + %lld held",
			(long long)a->derived, (long long)a->new_rows, (long long)a->changed, (long long)a->unchanged,
			(long long)a->held);
	return true;
}

json_t *
account_json(const struct accounting *a)
{
	struct accounting copy = *a;
	json_t *object = json_object();

	for (int i = 0; i < COUNTS; i++)
		json_object_set_new(object, names[i], json_integer((json_int_t)*count_at(&copy, i)));
	return object;
}
