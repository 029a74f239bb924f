#include "steps/stage/report/other.h"

#include "core/mem.h"
#include "rules/sql.h"

#include <stdlib.h>
#include <string.h>

static struct ruleset *
find_other(const struct ruleset *ours)
{
	for (int i = 0; ruleset_built_in[i] != NULL; i++) {
		struct err none;
		struct ruleset *rules =
			strcmp(ruleset_built_in[i], ours->name) == 0 ? NULL : ruleset_open(ruleset_built_in[i], &none);

		if (rules != NULL && strcmp(rules->sha256, ours->sha256) != 0)
			return rules;
		ruleset_close(rules);
	}
	return NULL;
}

enum { TEST_ACTION = 1 };

static bool
read_tests(struct db *db, bool tests[CLASSIFY_TESTS], struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, db, "src/steps/stage/report/sql/other_tests.sql", e) && query_next(&q, e) == QUERY_ROW;

	for (int i = 0; ok && i < CLASSIFY_TESTS; i++)
		tests[i] = query_int(&q, i) != 0;
	query_close(&q);
	return ok;
}

bool
report_other_open(struct report_other *o, const struct stage *stage, struct err *e)
{
	struct ruleset *rules = find_other(stage->rules);
	bool own[CLASSIFY_TESTS] = {false}, ok;

	if (rules == NULL)
		return true;
	o->name = mem_text(rules->name);
	memcpy(o->sha256, rules->sha256, sizeof o->sha256);
	o->db = db_open("the other rule set", DB_MEMORY, NULL, e);
	ok = o->db != NULL && db_begin(o->db, e) && sql_run_folder(o->db, "schema/tables", e) &&
	     sql_run_folder(o->db, "schema/views", e) && ruleset_install(rules, o->db, e) &&
	     read_tests(o->db, o->tests, e) && read_tests(stage->db, own, e) &&
	     sql_query(&o->insert, o->db, "src/steps/stage/sql/load_combination.sql", e) &&
	     sql_query(&o->classify, o->db, "src/steps/stage/sql/load_classify.sql", e) &&
	     sql_query(&o->answer, o->db, "src/steps/stage/report/sql/other_answer.sql", e);
	o->adds_action = o->tests[TEST_ACTION] && !own[TEST_ACTION];
	ruleset_close(rules);
	return ok;
}

void
report_other_close(struct report_other *o)
{
	query_close(&o->insert);
	query_close(&o->classify);
	query_close(&o->answer);
	db_close(o->db);
	free(o->name);
	*o = (struct report_other){0};
}

/* The combination's number, and whether it was classified before. */
static bool
find_combination(struct report_other *o, int64_t *id, bool *known, struct err *e)
{
	bool ok = query_next(&o->insert, e) == QUERY_ROW;

	if (ok) {
		*id = query_int(&o->insert, 0);
		*known = !query_null(&o->insert, 1);
	}
	query_reset(&o->insert);
	return ok;
}

bool
report_other_classify(struct report_other *o, const char *const codes[OTHER_CODES], const bool flags[OTHER_FLAGS],
	const char **activity, const char **reason, struct err *e)
{
	bool known = false, ok;
	int64_t id = 0;

	for (int i = 0; i < OTHER_CODES; i++)
		query_bind_text(&o->insert, i + 1, o->tests[i] ? codes[i] : NULL);
	for (int i = 0; i < OTHER_FLAGS; i++)
		query_bind_int(&o->insert, OTHER_CODES + i + 1, o->tests[OTHER_CODES + i] && flags[i]);
	query_bind_null(&o->insert, CLASSIFY_TESTS);
	ok = find_combination(o, &id, &known, e);
	if (ok && !known) {
		query_bind_int(&o->classify, 1, id);
		ok = query_run(&o->classify, e);
	}
	query_reset(&o->answer);
	query_bind_int(&o->answer, 1, id);
	ok = ok && query_next(&o->answer, e) == QUERY_ROW;
	*activity = ok ? query_text(&o->answer, 0) : NULL;
	*reason = ok ? query_text(&o->answer, 1) : NULL;
	return ok;
}
