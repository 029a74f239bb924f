#include "steps/push/tally.h"

#include "rules/sql.h"

static void
add(struct tally *to, const struct tally *t)
{
	to->records += t->records;
	to->planned += t->planned;
	to->done += t->done;
	to->updated += t->updated;
	to->rejected += t->rejected;
	to->unknown += t->unknown;
	to->archived += t->archived;
	to->links_missing += t->links_missing;
	to->adopted += t->adopted;
}

bool
tally_read(struct db *db, int64_t bundle_id, struct tallies *t, struct err *e)
{
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	*t = (struct tallies){0};
	if (sql_query(&q, db, "src/steps/push/sql/count_states.sql", e)) {
		query_bind_int(&q, 1, bundle_id);
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			enum activity type = activity_find(query_text(&q, 0));
			struct tally one = {.planned = query_int(&q, 1),
				.done = query_int(&q, 2),
				.updated = query_int(&q, 3),
				.rejected = query_int(&q, 4),
				.unknown = query_int(&q, 5),
				.archived = query_int(&q, 6),
				.links_missing = query_int(&q, 7),
				.adopted = query_int(&q, 8),
				.records = query_int(&q, 9)};

			if (type != ACTIVITIES)
				t->types[type] = one;
			add(&t->all, &one);
		}
	}
	query_close(&q);
	if (step != QUERY_END)
		return false;
	return t->all.records == t->all.planned + t->all.done + t->all.rejected + t->all.unknown + t->all.archived ||
	       err_set(e, ERR_FAULT, "the journal's records do not add up");
}
