#include "steps/stage/report/html.h"

#include <string.h>

static void
put_escaped(struct buf *to, const char *text, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		switch (text[i]) {
		case '&':
			buf_text(to, "&amp;");
			break;
		case '<':
			buf_text(to, "&lt;");
			break;
		case '>':
			buf_text(to, "&gt;");
			break;
		case '"':
			buf_text(to, "&quot;");
			break;
		case '\'':
			buf_text(to, "&#39;");
			break;
		default:
			buf_char(to, text[i]);
			break;
		}
	}
}

void
html_text(struct buf *to, const char *text)
{
	report_shown(to, text, strlen(text), put_escaped);
}

void
html_words(struct buf *to, const char *words)
{
	bool is_code = false;

	for (; *words != '\0'; words++) {
		if (*words != '`') {
			put_escaped(to, words, 1);
			continue;
		}
		buf_text(to, is_code ? "</code>" : "<code>");
		is_code = !is_code;
	}
}

void
html_count(struct buf *to, json_int_t n, const char *id)
{
	buf_format(to, "<data value=\"%lld\"", (long long)n);
	if (id != NULL)
		buf_format(to, " id=\"%s\"", id);
	buf_char(to, '>');
	report_count(to, n);
	buf_text(to, "</data>");
}

static bool
is_type(const char *activity)
{
	return strcmp(report_type_name(activity), activity) != 0;
}

void
html_type(struct buf *to, const char *activity)
{
	if (!is_type(activity)) {
		html_text(to, activity);
		return;
	}
	buf_format(to,
		"<span class=\"type\"><svg class=\"dot\" viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect class=\"%s\" "
		"width=\"10\" "
		"height=\"10\" rx=\"2\"/></svg>%s</span>",
		activity, report_type_name(activity));
}

void
html_value(struct buf *to, const json_t *value, enum report_kind kind)
{
	if (json_is_string(value)) {
		if (kind == REPORT_TYPE)
			html_type(to, json_string_value(value));
		else if (kind == REPORT_WORDS)
			report_words(to, json_string_value(value));
		else
			html_text(to, json_string_value(value));
	} else if (json_is_integer(value) && kind == REPORT_ID) {
		buf_format(to, "%lld", (long long)json_integer_value(value));
	} else if (json_is_integer(value) && kind != REPORT_PERCENT) {
		html_count(to, json_integer_value(value), NULL);
	} else if (json_is_number(value)) {
		report_number(to, json_number_value(value));
		if (kind == REPORT_PERCENT)
			buf_char(to, '%');
	}
}

void
html_bar(struct buf *to, json_int_t n, json_int_t greatest, const char *fill)
{
	double width = greatest > 0 ? 100.0 * (double)n / (double)greatest : 0;

	if (n > 0 && width < 1.5)
		width = 1.5;
	buf_format(to,
		"<svg class=\"bar\" viewBox=\"0 0 100 9\" preserveAspectRatio=\"none\" "
		"aria-hidden=\"true\"><rect%s%s%s width=\"%.1f\" "
		"height=\"9\"/></svg>",
		fill == NULL ? "" : " class=\"", fill == NULL ? "" : fill, fill == NULL ? "" : "\"", width);
}

void
html_list_link(struct buf *to, const json_t *document, const char *file)
{
	json_int_t lines = report_list_lines(document, file);

	if (lines <= 0)
		return;
	buf_format(to, "<a href=\"%s\">%s</a>, ", file, file);
	report_count(to, lines);
	buf_text(to, lines == 1 ? " line" : " lines");
}

void
html_scroll(struct buf *to, const char *label)
{
	buf_text(to, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
	html_text(to, label);
	buf_text(to, "\">");
}

static json_int_t
greatest_of(const json_t *rows, const char *member)
{
	const json_t *row;
	json_int_t greatest = 0;
	size_t i;

	json_array_foreach(rows, i, row)
	{
		if (report_int_of(row, member) > greatest)
			greatest = report_int_of(row, member);
	}
	return greatest;
}

static bool
is_number(enum report_kind kind)
{
	return kind == REPORT_COUNT || kind == REPORT_BAR || kind == REPORT_PERCENT || kind == REPORT_ID;
}

static const char *
class_of(const struct report_column *c, const json_t *value)
{
	if (is_number(c->kind) && !json_is_string(value))
		return json_is_integer(value) && json_integer_value(value) == 0 ? "n zero" : "n";
	if (strcmp(c->member, "sha256") == 0)
		return "code hash";
	return c->kind == REPORT_CODE ? "code" : c->kind == REPORT_TEXT ? "words" : "";
}

/* The list that a cell leads to: the file it names, or that of what its column counts. NULL: none. */
static const char *
list_of(const json_t *document, const char *member, const json_t *value)
{
	static const char *const counted[][2] = {{"orphans", "orphans.csv"}, {"changed", "changed.csv"},
		{"held", "held.csv"}, {"error", "errors.csv"}, {"end_before_start", "backwards.csv"},
		{"unresolved", "unresolved.csv"}, {"by_rule", "codes.csv"}};
	const char *list = strcmp(member, "list") == 0 || strcmp(member, "file") == 0 ? json_string_value(value) : NULL;

	for (size_t i = 0; json_integer_value(value) > 0 && i < sizeof counted / sizeof counted[0]; i++)
		if (strcmp(counted[i][0], member) == 0)
			list = counted[i][1];
	return list != NULL && report_list_lines(document, list) > 0 ? list : NULL;
}

static void
put_cell(struct buf *to, const json_t *document, const json_t *row, const struct report_column *c, json_int_t greatest)
{
	const json_t *value = json_object_get(row, c->member);
	const char *list = list_of(document, c->member, value);

	if (list != NULL)
		buf_format(to, "<a href=\"%s\">", list);
	if (json_is_null(value) && strncmp(c->member, "comm_", 5) == 0)
		buf_text(to, "<span class=\"zero\">(empty)</span>");
	else if (list != NULL || strcmp(c->member, "list") != 0)
		html_value(to, value, c->kind);
	if (list != NULL)
		buf_text(to, "</a>");
	if (c->kind == REPORT_BAR)
		html_bar(to, json_integer_value(value), greatest,
			is_type(report_text_of(row, "activity")) ? report_text_of(row, "activity") : NULL);
}

static void
put_head(struct buf *to, const struct report_table *table)
{
	buf_text(to, "<thead><tr>");
	for (const struct report_column *c = table->columns; c->member != NULL; c++) {
		buf_format(to, "<th scope=\"col\"%s>", is_number(c->kind) ? " class=\"n\"" : "");
		html_text(to, c->head);
		buf_text(to, "</th>");
	}
	buf_text(to, "</tr></thead><tbody>\n");
}

static void
put_row(struct buf *to, const json_t *document, const struct report_table *table, const json_t *row,
	const json_int_t greatest[REPORT_COLUMNS])
{
	buf_text(to, "<tr>");
	for (int k = 0; table->columns[k].member != NULL; k++) {
		const struct report_column *c = &table->columns[k];
		const char *class = class_of(c, json_object_get(row, c->member));

		buf_format(to, k == 0 ? "<th scope=\"row\" class=\"%s\">" : "<td class=\"%s\">", class);
		put_cell(to, document, row, c, greatest[k]);
		buf_text(to, k == 0 ? "</th>" : "</td>");
	}
	buf_text(to, "</tr>\n");
}

/* The rows from `from` up to `end` as a table, `part` in its id. */
static void
put_rows(struct buf *to, const json_t *document, const struct report_table *table, size_t from, size_t end,
	const char *part)
{
	const json_t *rows = json_object_get(document, table->member);
	json_int_t greatest[REPORT_COLUMNS] = {0};
	struct buf label = {0};

	for (int k = 0; table->columns[k].member != NULL; k++)
		if (table->columns[k].kind == REPORT_BAR)
			greatest[k] = greatest_of(rows, table->columns[k].member);
	buf_text(&label, table->title);
	buf_text(&label, from == 0 ? "" : ": the other rows");
	html_scroll(to, label.bytes);
	buf_clear(&label);
	buf_format(to, "<table id=\"t%s-%s\" aria-labelledby=\"h-%s\">", part, table->member, table->member);
	put_head(to, table);
	for (size_t i = from; i < end; i++)
		put_row(to, document, table, json_array_get(rows, i), greatest);
	buf_text(to, "</tbody></table></div>\n");
}

/* How many rows of a long table are shown; the others are folded. */
static size_t
shown_of(const struct report_table *table, size_t size)
{
	static const struct {
		const char *member;
		size_t rows;
	} folded[] = {{"unrecognised", 10}, {"codes", 10}, {"unresolved", 12}, {"changes", 20}, {"rejects", 20}};

	for (size_t i = 0; i < sizeof folded / sizeof folded[0]; i++)
		if (strcmp(folded[i].member, table->member) == 0 && size > folded[i].rows + 2)
			return folded[i].rows;
	return size;
}

void
html_table(struct buf *to, const json_t *document, const struct report_table *table)
{
	const json_t *rows = json_object_get(document, table->member);
	size_t size = json_array_size(rows), first = shown_of(table, size);

	buf_format(to, "<h3 id=\"h-%s\">", table->member);
	html_text(to, table->title);
	buf_text(to, "</h3>\n<p class=\"note\">");
	html_text(to, size == 0 ? table->none : table->note == NULL ? "" : table->note);
	if (table->list != NULL && report_list_lines(document, table->list) > 0) {
		buf_text(to, " Lines: ");
		html_list_link(to, document, table->list);
		buf_char(to, '.');
	}
	buf_text(to, "</p>\n");
	if (size == 0)
		return;
	put_rows(to, document, table, 0, first, "");
	if (first == size)
		return;
	buf_format(to, "<details><summary>%zu more</summary>\n", size - first);
	put_rows(to, document, table, first, size, "more");
	buf_text(to, "</details>\n");
}
