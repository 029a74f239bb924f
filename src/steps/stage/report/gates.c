/* The checkpoints on the page. */
#include "steps/stage/report/cards.h"

#include "steps/stage/report/html.h"

#include <string.h>

/* A percentage beside its threshold on a scale from 0 to 100. */
static void
put_gauge(struct buf *to, double value, double threshold)
{
	buf_format(to,
		"<svg class=\"gauge\" viewBox=\"0 0 130 14\" aria-hidden=\"true\"><rect class=\"track\" y=\"3\" "
		"width=\"130\" height=\"8\"/>"
		"<rect class=\"value\" y=\"3\" width=\"%.1f\" height=\"8\"/><line class=\"must\" x1=\"%.1f\" "
		"x2=\"%.1f\" y1=\"0\" "
		"y2=\"14\"/></svg> ",
		value > 0 && value < 1 ? 1.3 : value * 1.3, threshold * 1.3, threshold * 1.3);
}

/* The rows of the check as a table of whatever columns they have. */
static void
put_evidence(struct buf *to, const json_t *gate)
{
	const json_t *rows = json_object_get(gate, "evidence"), *row;
	const char *name;
	json_t *value;
	size_t i;

	if (json_array_size(rows) == 0)
		return;
	buf_text(to, "<tr><td></td><td colspan=\"4\"><details><summary>Evidence</summary><table><thead><tr>");
	json_object_foreach(json_array_get(rows, 0), name, value)
	{
		buf_text(to, "<th scope=\"col\">");
		html_text(to, name);
		buf_text(to, "</th>");
	}
	buf_text(to, "</tr></thead><tbody>\n");
	json_array_foreach(rows, i, row)
	{
		buf_text(to, "<tr>");
		json_object_foreach((json_t *)row, name, value)
		{
			buf_text(to, "<td>");
			html_value(to, value, REPORT_ID);
			buf_text(to, "</td>");
		}
		buf_text(to, "</tr>\n");
	}
	buf_text(to, "</tbody></table></details></td></tr>\n");
}

/* The threshold in short; = says nothing. */
static void
put_must(struct buf *to, const json_t *gate)
{
	const char *comparison = report_text_of(gate, "comparison");

	if (strcmp(comparison, "<=") == 0)
		buf_text(to, "&le; ");
	else if (strcmp(comparison, ">=") == 0)
		buf_text(to, "&ge; ");
	else if (strcmp(comparison, "=") != 0)
		buf_format(to, "%s ", comparison[0] == '<' ? "&lt;" : "&gt;");
	report_quantity(to, json_object_get(gate, "threshold"), report_text_of(gate, "unit"));
}

static void
put_gate(struct buf *to, const json_t *gate)
{
	const char *unit = report_text_of(gate, "unit");
	const json_t *value = json_object_get(gate, "value"), *threshold = json_object_get(gate, "threshold");
	bool passed = json_is_true(json_object_get(gate, "passed")),
	     is_gate = strcmp(report_text_of(gate, "level"), "gate") == 0;
	const char *class = passed ? "pass" : is_gate ? "fail" : "look";

	buf_format(to, "<tr id=\"gate-%s\"><td class=\"result %s\">%s</td><th scope=\"row\" class=\"words\">",
		report_text_of(gate, "name"), class,
		passed	  ? "&#10003; pass"
		: is_gate ? "&#10007; FAIL"
			  : "! look");
	html_text(to, report_text_of(gate, "title"));
	buf_text(to, "</th><td class=\"n\">");
	report_quantity(to, value, unit);
	buf_text(to, "</td><td class=\"n\">");
	put_must(to, gate);
	buf_format(to, "</td><td class=\"%s\">", strcmp(unit, "%") == 0 ? class : "zero");
	if (strcmp(unit, "%") == 0 && json_is_number(value))
		put_gauge(to, json_number_value(value), json_number_value(threshold));
	else if (strcmp(unit, "%") != 0)
		html_text(to, unit);
	buf_text(to, "</td></tr>\n");
	put_evidence(to, gate);
}

void
report_gates(struct buf *to, const json_t *document)
{
	const char *checkpoint = "";
	const json_t *gate;
	size_t i;

	html_scroll(to, "Table of the checkpoints");
	buf_text(to, "<table id=\"t-gates\" aria-label=\"Checkpoints\"><thead><tr><th scope=\"col\">Result</th><th "
		     "scope=\"col\">What</th>"
		     "<th scope=\"col\" class=\"n\">Value</th><th scope=\"col\" class=\"n\">Must be</th>"
		     "<th scope=\"col\">Unit, or scale from 0 to 100%</th></tr></thead><tbody>\n");
	json_array_foreach(json_object_get(document, "gates"), i, gate)
	{
		if (strcmp(checkpoint, report_text_of(gate, "checkpoint")) != 0) {
			checkpoint = report_text_of(gate, "checkpoint");
			buf_text(to, "<tr><th scope=\"colgroup\" colspan=\"5\" class=\"group\">After ");
			html_text(to, checkpoint);
			buf_text(to, "</th></tr>\n");
		}
		put_gate(to, gate);
	}
	buf_text(to, "</tbody></table></div>\n");
}
