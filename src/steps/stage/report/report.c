/* report: report/data_quality_report.json, .md and .html, and the lists behind their numbers. The first is the source
 * of the other two. */
#include "steps/stage/report/report.h"

#include "core/file.h"
#include "core/mem.h"
#include "steps/stage/report/data.h"
#include "steps/stage/report/markdown.h"
#include "steps/stage/report/page.h"

#include <stdlib.h>

static bool
write_json(const json_t *document, const char *dir, struct err *e)
{
	char *path = file_join(dir, "data_quality_report.json");
	char *text = json_dumps(
		document, JSON_INDENT(1) | JSON_PRESERVE_ORDER | JSON_ENSURE_ASCII | JSON_REAL_PRECISION(15));
	struct buf bytes = {0};
	bool ok = text != NULL || err_set(e, ERR_FAULT, "the report has no form in JSON");

	if (ok) {
		buf_text(&bytes, text);
		buf_char(&bytes, '\n');
		ok = file_write(path, bytes.bytes, bytes.size, e);
	}
	buf_clear(&bytes);
	free(text);
	free(path);
	return ok;
}

static bool
write_made(bool (*make)(const json_t *, struct buf *, struct err *), const json_t *document, const char *dir,
	const char *name, struct err *e)
{
	char *path = file_join(dir, name);
	struct buf bytes = {0};
	bool ok = make(document, &bytes, e) && file_write(path, bytes.bytes, bytes.size, e);

	buf_clear(&bytes);
	free(path);
	return ok;
}

bool
step_report(struct stage *stage, struct err *e)
{
	char *dir = file_join(stage->dir, "report");
	json_t *document = file_mkdir(dir, e) ? report_data(stage, dir, e) : NULL;
	bool ok = document != NULL && write_json(document, dir, e) &&
		  write_made(report_markdown, document, dir, "data_quality_report.md", e) &&
		  write_made(report_page, document, dir, "data_quality_report.html", e) &&
		  stage_done(stage, "report", e);

	json_decref(document);
	free(dir);
	return ok;
}
