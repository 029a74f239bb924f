/* validate: the checkpoints are measured; what they say is in v_gate and, in evidence, in schema/checks. */
#include "steps/stage/stage.h"

#include "rules/sql.h"

bool
step_validate(struct stage *stage, struct err *e)
{
	return sql_run_folder(stage->db, "schema/measure", e) && stage_done(stage, "validate", e);
}
