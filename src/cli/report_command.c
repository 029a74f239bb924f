/* report: what the workspace holds, for people. */
#include "cli/commands.h"

#include "cli/answers.h"
#include "core/file.h"

#include <stdio.h>
#include <stdlib.h>

static bool show_values;

const struct option report_options[] = {{.name = "show-values",
						.flag = &show_values,
						.summary = "show names, addresses, subjects and texts: personal data"},
	{0}};

static bool
answer_files(struct context *c, struct invocation *in, struct err *e)
{
	static const char *const names[] = {
		"report/data_quality_report.html", "report/data_quality_report.md", "report/data_quality_report.json"};
	json_t *files = json_array();
	bool ok = true;

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		char *path = file_join(c->workspace->dir, names[i]);

		json_array_append_new(files, json_string(path));
		if (!in->json)
			printf("%s\n", path);
		free(path);
	}
	if (in->json)
		ok = answer_json("report", json_pack("{s:b, s:O}", "shows_values", show_values, "files", files), e);
	json_decref(files);
	return ok;
}

bool
report_command(struct context *c, struct invocation *in, struct err *e)
{
	c->stage.show_values = show_values;
	return run_report(c, e) && answer_files(c, in, e);
}
