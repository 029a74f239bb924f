/* The files for people that receipts writes. */
#include "core/buf.h"
#include "core/file.h"
#include "core/mem.h"
#include "rules/sql.h"
#include "steps/stage/input/csvtext.h"
#include "steps/stage/receipts.h"
#include "steps/stage/input/source.h"

#include <stdlib.h>
#include <string.h>

/* The rows of a query as a CSV file under its final name, or what was there stays. */
static bool
write_file(struct stage *stage, const char *name, const char *header, const char *path, struct err *e)
{
	char *final = file_join(stage->dir, name), *partial = mem_format("%s.partial", final);
	struct query q = {0};
	struct buf line = {0};
	enum query_step step = QUERY_FAILED;
	struct file *f = file_open(partial, 0, e);
	bool ok = f != NULL && file_add(f, header, strlen(header), e) && sql_query(&q, stage->db, path, e);

	while (ok && (step = query_next(&q, e)) == QUERY_ROW) {
		buf_reset(&line);
		for (int i = 0; i < sqlite3_column_count(q.stmt); i++) {
			buf_text(&line, i > 0 ? "," : "");
			if (!query_null(&q, i))
				csvtext_person(&line, query_text(&q, i), query_size(&q, i), false);
		}
		buf_char(&line, '\n');
		ok = file_add(f, line.bytes, line.size, e);
	}
	ok = ok && step == QUERY_END && file_finish(f, e) && file_move(partial, final, e);
	file_close(f);
	query_close(&q);
	buf_clear(&line);
	free(partial);
	free(final);
	return ok;
}

bool
receipts_write(struct stage *stage, struct err *e)
{
	struct buf header = {0};
	bool ok;

	buf_text(&header, "reject_file,reject_line,reject_byte,reject_column,reject_code,reject_message");
	for (int i = 0; i < SOURCE_COLUMNS; i++)
		buf_format(&header, ",%s", source_columns[i].header);
	buf_char(&header, '\n');
	ok = write_file(stage, "success.csv", "comm_communicationid,activity_type,hubspot_engagement_id,pushed_at\n",
		     "src/steps/stage/sql/receipts_success.sql", e) &&
	     write_file(stage, "error.csv", header.bytes, "src/steps/stage/sql/receipts_error.sql", e) &&
	     write_file(stage, "crosswalk.csv", "comm_communicationid,activity_type,hubspot_engagement_id\n",
		     "src/steps/stage/sql/receipts_crosswalk.sql", e);
	buf_clear(&header);
	return ok;
}
