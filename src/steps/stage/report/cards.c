#include "steps/stage/report/cards.h"

#include "steps/stage/report/html.h"

#include <string.h>

static bool
is_of(const json_t *row, const char *activity)
{
	return strcmp(report_text_of(row, "activity"), activity) == 0;
}

/* A line of a card: words, a number, a bar. `list`: the file that names each; NULL: none. */
static void
put_line(struct buf *to, const char *words, const char *list, json_int_t rows, json_int_t of, const char *fill)
{
	buf_text(to, "<tr><th scope=\"row\">");
	if (list != NULL)
		buf_format(to, "<a href=\"%s\">", list);
	html_text(to, words);
	buf_text(to, list == NULL ? "" : "</a>");
	buf_format(to, "</th><td class=\"%s\">", rows == 0 ? "n zero" : "n");
	html_count(to, rows, NULL);
	buf_text(to, "</td><td class=\"draw\">");
	html_bar(to, rows, of, fill);
	buf_text(to, "</td></tr>\n");
}

static void
open_lines(struct buf *to, const char *activity, const char *title)
{
	buf_text(to, "<h4>");
	html_text(to, title);
	buf_format(to, "</h4><table aria-label=\"%s: ", report_type_name(activity));
	html_text(to, title);
	buf_text(to, "\"><tbody>\n");
}

static void
put_associations(struct buf *to, const json_t *type)
{
	static const char *const names[][2] = {{"with_contact", "a contact"}, {"with_company", "a company"},
		{"with_deal", "a deal"}, {"orphans", "nothing at all"}};
	const char *activity = report_text_of(type, "activity");

	open_lines(to, activity, "Associated with");
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		bool none = strcmp(names[i][0], "orphans") == 0 && report_int_of(type, "orphans") > 0;
		const char *list = none ? "orphans.csv" : NULL;

		put_line(
			to, names[i][1], list, report_int_of(type, names[i][0]), report_int_of(type, "rows"), activity);
	}
	buf_text(to, "</tbody></table>\n");
}

/* The values of each enumeration of the type, under its column's name. */
static void
put_values(struct buf *to, const json_t *document, const json_t *type)
{
	const char *activity = report_text_of(type, "activity"), *property = "";
	const json_t *row;
	size_t i;

	json_array_foreach(json_object_get(document, "values"), i, row)
	{
		if (!is_of(row, activity))
			continue;
		if (strcmp(property, report_text_of(row, "property")) != 0) {
			buf_text(to, property[0] == '\0' ? "" : "</tbody></table>\n");
			property = report_text_of(row, "property");
			open_lines(to, activity, property);
		}
		put_line(to, json_is_null(json_object_get(row, "value")) ? "(none)" : report_text_of(row, "value"),
			NULL, report_int_of(row, "rows"), report_int_of(type, "derived"), activity);
	}
	buf_text(to, property[0] == '\0' ? "" : "</tbody></table>\n");
}

static void
put_defaults(struct buf *to, const json_t *document, const json_t *type)
{
	const char *activity = report_text_of(type, "activity");
	const json_t *row;
	bool any = false;
	size_t i;

	json_array_foreach(json_object_get(document, "defaults"), i, row)
	{
		if (!is_of(row, activity))
			continue;
		if (!any)
			buf_text(to, "<details><summary>Defaults that were used</summary><table><tbody>\n");
		any = true;
		buf_text(to, "<tr><th scope=\"row\">");
		html_text(to, report_text_of(row, "why"));
		buf_text(to, ": ");
		html_text(to, report_text_of(row, "property"));
		buf_text(to, " becomes ");
		html_text(to, report_text_of(row, "value"));
		buf_format(to, " <span class=\"note\">(first %lld)</span></th><td class=\"n\">",
			(long long)report_int_of(row, "first_id"));
		html_count(to, report_int_of(row, "rows"), NULL);
		buf_text(to, "</td></tr>\n");
	}
	if (!any)
		return;
	buf_text(to, "</tbody></table><p class=\"note\">All words of the codes: ");
	html_list_link(to, document, "words.csv");
	buf_text(to, "</p></details>\n");
}

static void
put_findings(struct buf *to, const json_t *document, const json_t *type)
{
	const char *activity = report_text_of(type, "activity");
	const json_t *row;
	bool any = false;
	size_t i;

	json_array_foreach(json_object_get(document, "findings"), i, row)
	{
		char words[300];
		const char *kind = report_text_of(row, "kind");

		if (!is_of(row, activity))
			continue;
		if (!any)
			open_lines(to, activity, "To look at");
		any = true;
		snprintf(words, sizeof words, "%s: %s %s", strcmp(kind, "left_out") == 0 ? "value left out" : kind,
			report_text_of(row, "code"), report_text_of(row, "property"));
		put_line(to, words, report_text_of(row, "list"), report_int_of(row, "rows"),
			report_int_of(type, "rows"), activity);
	}
	buf_text(to, any ? "</tbody></table>\n" : "");
}

static void
put_card(struct buf *to, const json_t *document, const json_t *type)
{
	const char *activity = report_text_of(type, "activity");

	buf_format(to, "<article class=\"card\" id=\"type-%s\"><h3>", activity);
	html_type(to, activity);
	buf_text(to, "</h3><p class=\"note\">");
	html_count(to, report_int_of(type, "rows"), NULL);
	buf_text(to, report_int_of(type, "rows") == 1 ? " row" : " rows");
	if (report_int_of(type, "rows") > 0) {
		buf_text(to, ", ");
		report_number(to, json_number_value(json_object_get(type, "share_pct")));
		buf_format(to, "%% of all, %s to %s. In the bundle: <a href=\"../bundle/data/%s.ndjson\">",
			report_text_of(type, "first_month"), report_text_of(type, "last_month"), activity);
		report_count(to, report_int_of(type, "new"));
		buf_text(to, " new</a>, ");
		report_count(to, report_int_of(type, "changed"));
		buf_text(to, " changed.</p>\n");
		put_findings(to, document, type);
		put_associations(to, type);
		put_values(to, document, type);
		put_defaults(to, document, type);
	} else {
		buf_text(to, "</p>\n");
	}
	buf_text(to, "</article>\n");
}

void
report_cards(struct buf *to, const json_t *document)
{
	const json_t *type;
	size_t i;

	buf_text(to, "<div class=\"cards\">\n");
	json_array_foreach(json_object_get(document, "activities"), i, type) put_card(to, document, type);
	buf_text(to, "</div>\n");
}

static void
put_side(struct buf *to, const char *title, json_t *values)
{
	const char *name;
	json_t *value;
	bool any = false;

	buf_format(to, "<div><h4>%s</h4>", title);
	if (!json_is_object(values)) {
		buf_text(to, "<p class=\"note\">It was not derived.</p></div>");
		return;
	}
	buf_text(to, "<table><tbody>");
	json_object_foreach(values, name, value)
	{
		if (json_is_null(value))
			continue;
		buf_text(to, "<tr><th scope=\"row\">");
		html_text(to, name);
		buf_text(to, "</th><td>");
		html_value(to, value, REPORT_ID);
		buf_text(to, "</td></tr>");
	}
	buf_text(to, "</tbody></table><p class=\"note\">");
	json_object_foreach(values, name, value)
	{
		if (!json_is_null(value))
			continue;
		buf_text(to, any ? ", " : "Empty: ");
		html_text(to, name);
		any = true;
	}
	buf_text(to, "</p></div>");
}

void
report_sample_rows(struct buf *to, const json_t *document)
{
	const char *activity = "";
	const json_t *row;
	size_t i;

	json_array_foreach(json_object_get(document, "sample"), i, row)
	{
		if (!is_of(row, activity)) {
			activity = report_text_of(row, "activity");
			buf_text(to, "<h3>");
			html_type(to, activity);
			buf_text(to, "</h3>\n");
		}
		buf_format(to, "<details class=\"sample\" id=\"c-%lld\"><summary><b>%lld</b> <span>",
			(long long)report_int_of(row, "id"), (long long)report_int_of(row, "id"));
		html_text(to, report_text_of(row, "why"));
		buf_text(to, "</span> <span class=\"note\">");
		html_text(to, report_text_of(row, "file"));
		buf_format(
			to, ", line %lld</span></summary><div class=\"sides\">", (long long)report_int_of(row, "line"));
		put_side(to, "Source", json_object_get(row, "source"));
		put_side(to, "Derived", json_object_get(row, "derived"));
		buf_text(to, "</div></details>\n");
	}
}
