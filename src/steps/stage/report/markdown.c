#include "steps/stage/report/markdown.h"

#include "steps/stage/report/layout.h"

#include <string.h>

/* What could be mark-up in the middle of a line gets a backslash; what could be HTML or a link becomes an entity. */
static void
put_escaped(struct buf *to, const char *text, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		if (text[i] == '<')
			buf_text(to, "&lt;");
		else if (text[i] == '&')
			buf_text(to, "&amp;");
		else if (text[i] == '@' || (text[i] == ':' && i + 1 < size && text[i + 1] == '/'))
			buf_format(to, "&#%d;", text[i]);
		else {
			if (strchr("\\`*_[]|~$", text[i]) != NULL)
				buf_char(to, '\\');
			buf_char(to, text[i]);
		}
	}
}

static void
put_text(struct buf *to, const char *text)
{
	report_shown(to, text, strlen(text), put_escaped);
}

/* Text of ours, which needs no escape. */
static void
put_line(struct buf *to, const char *before, const char *text, const char *after)
{
	buf_text(to, before);
	buf_text(to, text);
	buf_text(to, after);
}

static void
put_value(struct buf *to, const json_t *value, enum report_kind kind)
{
	if (json_is_string(value)) {
		const char *text = json_string_value(value);

		if (kind == REPORT_TYPE)
			text = report_type_name(text);
		if (kind == REPORT_WORDS)
			report_words(to, text);
		else
			report_shown(to, text, strlen(text), put_escaped);
	} else if (json_is_integer(value) && kind == REPORT_ID) {
		buf_int(to, json_integer_value(value));
	} else if (json_is_integer(value)) {
		report_count(to, json_integer_value(value));
	} else if (json_is_real(value)) {
		report_number(to, json_real_value(value));
	}
	if (kind == REPORT_PERCENT && json_is_number(value))
		buf_char(to, '%');
}

static bool
is_number(enum report_kind kind)
{
	return kind == REPORT_COUNT || kind == REPORT_BAR || kind == REPORT_PERCENT || kind == REPORT_ID;
}

static void
put_table(const json_t *document, const struct report_table *table, struct buf *to)
{
	const json_t *rows = json_object_get(document, table->member), *row;
	const struct report_column *c;
	size_t i;

	put_line(to, "### ", table->title, "\n\n");
	if (json_array_size(rows) == 0) {
		put_line(to, "", table->none, "\n\n");
		return;
	}
	if (table->note != NULL)
		put_line(to, "", table->note, "\n\n");
	for (c = table->columns; c->member != NULL; c++)
		put_line(to, "| ", c->head, " ");
	buf_text(to, "|\n");
	for (c = table->columns; c->member != NULL; c++)
		buf_text(to, is_number(c->kind) ? "|---:" : "|---");
	buf_text(to, "|\n");
	json_array_foreach(rows, i, row)
	{
		for (c = table->columns; c->member != NULL; c++) {
			buf_text(to, "| ");
			put_value(to, json_object_get(row, c->member), c->kind);
			buf_char(to, ' ');
		}
		buf_text(to, "|\n");
	}
	buf_char(to, '\n');
	if (table->list != NULL && report_list_lines(document, table->list) > 0)
		buf_format(to, "Lines: [%s](%s)\n\n", table->list, table->list);
}

static void
put_flow(const json_t *document, struct buf *to)
{
	static const struct {
		const char *sum;
		const char *parts[4];
	} lines[] = {
		{"read", {"loaded", "merged", "replaced", "rejected"}},
		{"loaded", {"derived", "skipped", "error", NULL}},
		{"derived", {"new", "changed", "unchanged", "held"}},
	};
	const json_t *a = json_object_get(document, "accounting");

	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		buf_format(to, "- %s ", lines[i].sum);
		report_count(to, report_int_of(a, lines[i].sum));
		for (int k = 0; k < 4 && lines[i].parts[k] != NULL; k++) {
			buf_text(to, k == 0 ? " = " : " + ");
			report_count(to, report_int_of(a, lines[i].parts[k]));
			buf_format(to, " %s", lines[i].parts[k]);
		}
		buf_char(to, '\n');
	}
	buf_text(to, "- lines of the bundle ");
	report_count(to, report_int_of(a, "new") + report_int_of(a, "changed"));
	buf_text(to, "; in HubSpot and gone from the source ");
	report_count(to, report_int_of(a, "vanished"));
	buf_text(to, "\n\n");
}

/* The first rows of a check, a line each. */
static void
put_evidence(const json_t *gate, struct buf *to)
{
	const json_t *row;
	json_t *value;
	const char *name;
	size_t i;

	json_array_foreach(json_object_get(gate, "evidence"), i, row)
	{
		const char *between = "";

		buf_text(to, i == 0 ? "\n" : "");
		if (i == 0)
			put_line(to, "Evidence, ", report_text_of(gate, "name"), ":\n\n");
		buf_text(to, "- ");
		json_object_foreach((json_t *)row, name, value)
		{
			buf_text(to, between);
			put_text(to, name);
			buf_char(to, ' ');
			put_value(to, value, REPORT_ID);
			between = ", ";
		}
		buf_char(to, '\n');
	}
}

static void
put_gates(const json_t *document, struct buf *to)
{
	const json_t *gates = json_object_get(document, "gates"), *gate;
	size_t i;

	buf_text(to, "| Checkpoint | What | Value | Must be | Result |\n|---|---|---:|---:|---|\n");
	json_array_foreach(gates, i, gate)
	{
		const char *unit = report_text_of(gate, "unit");
		bool passed = json_is_true(json_object_get(gate, "passed"));

		put_line(to, "| ", report_text_of(gate, "checkpoint"), " | ");
		put_line(to, "", report_text_of(gate, "title"), " | ");
		report_quantity(to, json_object_get(gate, "value"), unit);
		buf_text(to, " | ");
		report_must(to, gate);
		put_line(to, strcmp(unit, "%") == 0 ? "" : " ", strcmp(unit, "%") == 0 ? "" : unit, " | ");
		buf_text(to, passed						  ? "pass |\n"
			     : strcmp(report_text_of(gate, "level"), "gate") == 0 ? "**FAIL** |\n"
										  : "look |\n");
	}
	json_array_foreach(gates, i, gate) put_evidence(gate, to);
	buf_char(to, '\n');
}

static void
put_types(const json_t *document, struct buf *to)
{
	static const struct report_table tables[] = {
		{"associations", "Associated with", NULL, NULL, "No row.",
			{{"activity", "Type", REPORT_TYPE}, {"associated_with", "With", REPORT_TEXT},
				{"rows", "Rows", REPORT_COUNT}}},
		{"values", "Values", NULL, NULL, "No row.",
			{{"activity", "Type", REPORT_TYPE}, {"property", "Column", REPORT_CODE},
				{"value", "Value", REPORT_CODE}, {"rows", "Rows", REPORT_COUNT}}},
		{"defaults", "Defaults used", NULL, "words.csv", "No default was used.",
			{{"activity", "Type", REPORT_TYPE}, {"property", "Column", REPORT_CODE},
				{"value", "Became", REPORT_TEXT}, {"why", "Because", REPORT_TEXT},
				{"rows", "Rows", REPORT_COUNT}, {"first_id", "First id", REPORT_ID}}},
	};

	for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
		put_table(document, &tables[i], to);
}

/* Years by type, of an array of {month or year, activity, rows}. */
static void
put_years(const json_t *document, const char *array, const char *member, struct buf *to)
{
	static const char *const types[] = {
		"calls", "emails", "meetings", "notes", "tasks", "communications", "postal_mail"};
	const json_t *rows = json_object_get(document, array);
	size_t i = 0, size = json_array_size(rows);

	if (size == 0)
		return;
	buf_text(to, "| Year |");
	for (int k = 0; k < 7; k++)
		put_line(to, " ", report_type_name(types[k]), " |");
	buf_text(to, "\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
	while (i < size) {
		const char *year = report_text_of(json_array_get(rows, i), member);
		json_int_t counts[7] = {0};

		for (; i < size; i++) {
			const json_t *row = json_array_get(rows, i);

			if (strncmp(report_text_of(row, member), year, 4) != 0)
				break;
			for (int k = 0; k < 7; k++)
				if (strcmp(report_text_of(row, "activity"), types[k]) == 0)
					counts[k] += report_int_of(row, "rows");
		}
		buf_format(to, "| %.4s |", year);
		for (int k = 0; k < 7; k++) {
			buf_char(to, ' ');
			report_count(to, counts[k]);
			buf_text(to, " |");
		}
		buf_char(to, '\n');
	}
	buf_char(to, '\n');
}

static void
put_sample(const json_t *document, struct buf *to)
{
	static const struct report_table table = {"sample", "Chosen", NULL, NULL, "There is no row.",
		{{"activity", "Type", REPORT_TYPE}, {"id", "Id", REPORT_ID}, {"why", "Why it is here", REPORT_TEXT},
			{"file", "File", REPORT_CODE}, {"line", "Line", REPORT_ID}}};

	put_table(document, &table, to);
	buf_text(to, "The page and the .json show their source and derived values side by side.\n\n");
}

static void
put_about(const json_t *document, struct buf *to)
{
	const json_t *rules = json_object_get(document, "rules"), *other = json_object_get(document, "other_rules");

	buf_text(to, "- as of ");
	put_text(to, report_text_of(document, "as_of"));
	buf_text(to, ", ");
	put_text(to, report_text_of(document, "timezone"));
	put_line(to, "\n- hubstage ", report_text_of(document, "tool_version"), "");
	buf_text(to, "\n- rule set ");
	put_text(to, report_text_of(rules, "name"));
	put_line(to, ", SHA-256 ", report_text_of(rules, "sha256"), "\n");
	if (json_is_object(other)) {
		buf_text(to, "- compared with the rule set ");
		put_text(to, report_text_of(other, "name"));
		buf_char(to, '\n');
	}
	buf_char(to, '\n');
}

static void
put_verdict(const json_t *document, struct buf *to)
{
	const json_t *verdict = json_object_get(document, "verdict"), *one;
	const char *state = report_text_of(verdict, "state");
	size_t i;

	buf_text(to, strcmp(state, "ready") == 0       ? "**Ready to push.**\n\n"
		     : strcmp(state, "not_ready") == 0 ? "**Not ready to push.**\n\n"
						       : "**Ready to push, with remarks.**\n\n");
	json_array_foreach(json_object_get(verdict, "obstacles"), i, one)
	{
		buf_text(to, "- in the way: ");
		put_text(to, report_text_of(one, "text"));
		buf_char(to, '\n');
	}
	json_array_foreach(json_object_get(verdict, "remarks"), i, one)
	{
		buf_text(to, "- ");
		if (report_int_of(one, "rows") > 0) {
			report_count(to, report_int_of(one, "rows"));
			buf_char(to, ' ');
		}
		put_text(to, report_text_of(one, "text"));
		buf_char(to, '\n');
	}
	buf_text(to, "\n## What to do next\n\n");
	json_array_foreach(json_object_get(verdict, "next"), i, one)
	{
		buf_format(to, "%zu. ", i + 1);
		put_text(to, report_text_of(one, "text"));
		if (json_is_string(json_object_get(one, "command")))
			put_line(to, " `", report_text_of(one, "command"), "`");
		buf_char(to, '\n');
	}
	buf_char(to, '\n');
}

static void
put_section(const json_t *document, const struct report_section *s, struct buf *to)
{
	put_line(to, "## ", s->title, "\n\n");
	if (s->intro != NULL)
		put_line(to, "", s->intro, "\n\n");
	switch (s->drawing) {
	case DRAW_FLOW:
		put_flow(document, to);
		break;
	case DRAW_GATES:
		put_gates(document, to);
		break;
	case DRAW_TYPES:
		put_types(document, to);
		break;
	case DRAW_MONTHS:
		put_years(document, "months", "month", to);
		break;
	case DRAW_SAMPLE:
		put_sample(document, to);
		break;
	case DRAW_ABOUT:
		put_about(document, to);
		break;
	default:
		break;
	}
	for (const struct report_table *t = s->tables; t != NULL && t->member != NULL; t++)
		put_table(document, t, to);
	if (s->drawing == DRAW_ORPHANS) {
		buf_text(to, "### Communications that lead nowhere in HubSpot\n\n");
		put_years(document, "orphans", "year", to);
	}
}

bool
report_markdown(const json_t *document, struct buf *to, struct err *e)
{
	(void)e;
	buf_text(to, "# Data quality report\n\n");
	put_verdict(document, to);
	for (const struct report_section *s = report_sections; s->id != NULL; s++)
		put_section(document, s, to);
	return true;
}
