/* payloads: the bundle, written from the payloads that derive left in the tables. */
#include "steps/stage/stage.h"

#include "core/file.h"
#include "core/mem.h"
#include "rules/sql.h"
#include "steps/stage/account.h"
#include "steps/stage/bundle.h"

#include <stdlib.h>

/* The lines of one type: what is neither held nor in HubSpot as it is. */
static bool
add_lines(struct stage *stage, struct bundle *bundle, int activity, struct err *e)
{
	char *path = mem_format("src/steps/stage/sql/payloads_%s.sql", activity_names[activity]);
	struct query q = {0};
	enum query_step step = QUERY_FAILED;
	bool ok = sql_query(&q, stage->db, path, e);

	while (ok && (step = query_next(&q, e)) == QUERY_ROW)
		ok = bundle_add(
			bundle, (enum activity)activity, query_int(&q, 0), query_text(&q, 1), query_size(&q, 1), e);
	query_close(&q);
	free(path);
	return ok && step == QUERY_END;
}

bool
step_payloads(struct stage *stage, struct err *e)
{
	char *dir = file_join(stage->dir, "bundle");
	struct bundle *bundle = bundle_open(dir, e);
	bool ok = bundle != NULL;

	for (int i = 0; ok && i < ACTIVITIES; i++)
		ok = add_lines(stage, bundle, i, e);
	ok = ok && bundle_settle(bundle, stage, e);
	bundle_close(bundle);
	free(dir);
	return ok;
}
