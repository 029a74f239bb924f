#include "steps/push/report_text.h"

#include "core/text.h"

#include <stdio.h>
#include <string.h>

/* How one of the two formats writes what both have. */
struct style {
	void (*heading)(struct buf *to, const char *text);
	void (*row)(struct buf *to, const char *const *cells, int count, bool head);
	void (*end)(struct buf *to); /* of a table */
};

enum { CELLS_MAX = 10, CELL_ROOM = 48 };

static const char *
text(const json_t *object, const char *name)
{
	const char *value = json_string_value(json_object_get(object, name));

	return value == NULL ? "" : value;
}

static void
number(char to[CELL_ROOM], const json_t *value)
{
	if (json_is_real(value))
		snprintf(to, CELL_ROOM, "%.1f", json_real_value(value));
	else
		snprintf(to, CELL_ROOM, "%lld", (long long)json_integer_value(value));
}

/* A table whose first column is a name, and whose others are numbers of these members. */
static void
number_table(const struct style *s, const json_t *rows, const char *const *heads, const char *const *members, int count,
	struct buf *to)
{
	const char *name;
	json_t *row;

	s->row(to, heads, count + 1, true);
	json_object_foreach((json_t *)rows, name, row)
	{
		char numbers[CELLS_MAX][CELL_ROOM];
		const char *cells[CELLS_MAX + 1] = {name};

		for (int i = 0; i < count; i++) {
			number(numbers[i], json_object_get(row, members[i]));
			cells[i + 1] = numbers[i];
		}
		s->row(to, cells, count + 1, false);
	}
	s->end(to);
}

static void
put_facts(const struct style *s, const json_t *report, struct buf *to)
{
	static const char *const heads[] = {"", ""};
	const json_t *bundle = json_object_get(report, "bundle");
	char portal[CELL_ROOM], records[CELL_ROOM], runs[CELL_ROOM], rate[CELL_ROOM];
	const char *rows[][2] = {{"Portal", portal}, {"Bundle", text(bundle, "sha256")},
		{"As of", text(bundle, "as_of")}, {"Rules", text(bundle, "rule_set")},
		{"Records in the bundle", records}, {"Began (UTC)", text(report, "began")},
		{"Ended (UTC)", text(report, "ended")}, {"Runs", runs}, {"Requests a second allowed", rate},
		{"Stopped early", text(report, "stopped")}};

	number(portal, json_object_get(report, "portal"));
	number(records, json_object_get(bundle, "records"));
	number(runs, json_object_get(report, "runs"));
	number(rate, json_object_get(report, "rate"));
	s->row(to, heads, 2, true);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i][1][0] != '\0')
			s->row(to, rows[i], 2, false);
	s->end(to);
}

static void
put_kpis(const struct style *s, const json_t *report, struct buf *to)
{
	static const char *const heads[] = {"Metric", "Target", "Value", "Met"};
	const json_t *kpi;
	size_t i;

	s->heading(to, "Against the plan");
	s->row(to, heads, 4, true);
	json_array_foreach(json_object_get(report, "kpis"), i, kpi)
	{
		char value[CELL_ROOM];
		const char *cells[] = {text(kpi, "name"), text(kpi, "target"), value,
			json_is_true(json_object_get(kpi, "met")) ? "yes" : "NO"};

		snprintf(value, sizeof value, "%.2f%s%s", json_real_value(json_object_get(kpi, "value")),
			strcmp(text(kpi, "unit"), "ms") == 0 ? " " : "", text(kpi, "unit"));
		s->row(to, cells, 4, false);
	}
	s->end(to);
}

static void
put_types(const struct style *s, const json_t *report, struct buf *to)
{
	static const char *const heads[] = {
		"Type", "Records", "In HubSpot", "Refused", "Unknown", "To send", "Links missing", "Success %"};
	static const char *const members[] = {
		"records", "in_hubspot", "refused", "unknown", "to_send", "links_missing", "success_pct"};
	json_t *rows = json_copy(json_object_get(report, "types"));

	json_object_set(rows, "all", json_object_get(report, "all"));
	s->heading(to, "Records");
	number_table(s, rows, heads, members, 7, to);
	json_decref(rows);
}

static void
put_requests(const struct style *s, const json_t *report, struct buf *to)
{
	static const char *const heads[] = {"Request", "Sent", "Succeeded", "429", "Unanswered", "Records", "Mean ms",
		"Median ms", "95% ms", "Longest ms"};
	static const char *const members[] = {"requests", "succeeded", "limited_429", "unanswered", "records",
		"mean_ms", "median_ms", "p95_ms", "longest_ms"};

	s->heading(to, "Requests");
	number_table(s, json_object_get(report, "requests"), heads, members, 9, to);
}

static void
put_failures(const struct style *s, const json_t *report, struct buf *to)
{
	static const char *const heads[] = {
		"Communication", "Type", "State", "Code", "Reason", "Bundle line", "Source line"};
	const json_t *list = json_object_get(report, "failures"), *one;
	size_t i;

	s->heading(to, json_array_size(list) == 0 ? "No failures" : "Failures");
	if (json_array_size(list) == 0)
		return;
	s->row(to, heads, 7, true);
	json_array_foreach(list, i, one)
	{
		char id[CELL_ROOM], line[96], source[300] = "";
		const char *cells[] = {id, text(one, "type"), text(one, "state"), text(one, "code"),
			text(one, "reason"), line, source};

		number(id, json_object_get(one, "communication"));
		snprintf(line, sizeof line, "%s:%lld", text(one, "file"),
			(long long)json_integer_value(json_object_get(one, "line")));
		if (json_object_get(one, "source_file") != NULL)
			snprintf(source, sizeof source, "%.250s:%lld", text(one, "source_file"),
				(long long)json_integer_value(json_object_get(one, "source_line")));
		s->row(to, cells, 7, false);
	}
	s->end(to);
}

static void
put_all(const struct style *s, const json_t *report, struct buf *to)
{
	put_facts(s, report, to);
	put_kpis(s, report, to);
	put_types(s, report, to);
	put_requests(s, report, to);
	put_failures(s, report, to);
}

static const char *
title(const json_t *report)
{
	return strcmp(text(report, "document"), "api_test_report") == 0 ? "API test report" : "Production push report";
}

static void
markdown_heading(struct buf *to, const char *words)
{
	buf_format(to, "\n## %s\n\n", words);
}

/* A bar would end a cell; what could be markup is shown as it is. */
static void
markdown_row(struct buf *to, const char *const *cells, int count, bool head)
{
	for (int i = 0; i < count; i++) {
		buf_text(to, i == 0 ? "| " : " | ");
		for (const char *c = cells[i]; *c != '\0'; c++) {
			if (strchr("|\\`*_[]<>", *c) != NULL)
				buf_char(to, '\\');
			buf_char(to, *c == '\n' || *c == '\r' ? ' ' : *c);
		}
	}
	buf_text(to, " |\n");
	for (int i = 0; head && i < count; i++)
		buf_text(to, i == 0 ? "|---" : "|---");
	if (head)
		buf_text(to, "|\n");
}

static void
markdown_end(struct buf *to)
{
	(void)to;
}

void
report_markdown(const json_t *report, struct buf *to)
{
	static const struct style style = {markdown_heading, markdown_row, markdown_end};

	buf_format(to, "# %s\n\n", title(report));
	put_all(&style, report, to);
}

static void
html_heading(struct buf *to, const char *words)
{
	buf_format(to, "<h2>%s</h2>\n", words);
}

static void
html_row(struct buf *to, const char *const *cells, int count, bool head)
{
	if (head)
		buf_text(to, "<table>\n");
	buf_text(to, "<tr>");
	for (int i = 0; i < count; i++) {
		buf_text(to, head ? "<th>" : "<td>");
		buf_html(to, cells[i], strlen(cells[i]));
		buf_text(to, head ? "</th>" : "</td>");
	}
	buf_text(to, "</tr>\n");
}

static void
html_end(struct buf *to)
{
	buf_text(to, "</table>\n");
}

void
report_html(const json_t *report, struct buf *to)
{
	static const struct style style = {html_heading, html_row, html_end};

	buf_format(to,
		"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
		"'unsafe-inline'\">\n"
		"<title>%s</title>\n<style>body{font:15px/1.5 sans-serif;margin:2em auto;max-width:70em;padding:0 1em}"
		"table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid #ccc;padding:.3em "
		".7em;text-align:left;"
		"font-variant-numeric:tabular-nums}th{background:#f2f2f2}</style></head>\n<body>\n<h1>%s</h1>\n",
		title(report), title(report));
	put_all(&style, report, to);
	buf_text(to, "</body></html>\n");
}
