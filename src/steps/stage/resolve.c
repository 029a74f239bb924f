/* resolve: every reference to the HubSpot id it has, and the log of those that have none. The rules are in SQL. */
#include "steps/stage/stage.h"

#include "rules/sql.h"

bool
step_resolve(struct stage *stage, struct err *e)
{
	return sql_run(stage->db, "schema/steps/resolve/10_links.sql", e) &&
	       (stage->building || sql_run(stage->db, "schema/steps/resolve/20_rows.sql", e)) &&
	       sql_run(stage->db, "schema/steps/resolve/30_log.sql", e) && stage_done(stage, "resolve", e);
}
