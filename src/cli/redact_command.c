/* redact: a copy of an input file that can be sent to somebody. */
#include "cli/commands.h"

#include "cli/answers.h"
#include "cli/shown.h"
#include "steps/stage/look/redact.h"

#include <stdio.h>
#include <string.h>

static const char *key;

const struct option redact_options[] = {{.name = "key",
						.value = "TEXT",
						.text = &key,
						.otherwise = "the file's own hash",
						.summary = "give several files the same one, and their ids still join"},
	{.inherit = context_reading_options, .summary = "How to read the file"}, {0}};

static void
print_counts(const char *to, const struct redact_counts *n)
{
	struct buf text = {0};

	shown_text(&text, to, strlen(to));
	buf_text(&text, ": ");
	shown_number(&text, (int64_t)n->records);
	buf_text(&text, " records, ");
	shown_number(&text, (int64_t)(n->cells - n->kept));
	buf_text(&text, " cells replaced or names of columns, ");
	shown_number(&text, (int64_t)n->kept);
	buf_text(&text, " kept (empty, null markers, dates, known codes); look at it before you send it");
	puts(text.bytes);
	buf_clear(&text);
}

bool
redact_command(struct context *c, struct invocation *in, struct err *e)
{
	struct redact_counts n;
	struct intake_options as = {.anything = true, .as_bytes = true};

	if (!context_take_inputs(c, in, e))
		return false;
	as.encoding = c->stage.reading.encoding;
	as.delimiter = c->stage.reading.delimiter;
	if (!redact_file(
		    in->operands[0], in->operands[1], key, c->rules, &as, stage_text(&c->stage, "null_markers"), &n, e))
		return false;
	if (in->json)
		return answer_json("redact",
			json_pack("{s:s, s:I, s:I, s:I}", "file", in->operands[1], "records", (json_int_t)n.records,
				"cells", (json_int_t)n.cells, "kept", (json_int_t)n.kept),
			e);
	print_counts(in->operands[1], &n);
	return true;
}
