#include "steps/stage/report/page.h"

#include "core/hash.h"
#include "rules/embedded.h"
#include "steps/stage/report/cards.h"
#include "steps/stage/report/flow.h"
#include "steps/stage/report/html.h"

#include <string.h>

static int
digit(char c)
{
	return c <= '9' ? c - '0' : c - 'a' + 10;
}

/* The hash of a style sheet as a Content-Security-Policy names it: base64 of the 32 bytes that the hex digits stand
 * for. */
static void
put_base64(struct buf *to, const char *hex)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned char bytes[33] = {0};

	for (int i = 0; i < 32; i++)
		bytes[i] = (unsigned char)(digit(hex[2 * i]) * 16 + digit(hex[2 * i + 1]));
	for (int i = 0; i < 33; i += 3) {
		unsigned three = (unsigned)bytes[i] << 16 | (unsigned)bytes[i + 1] << 8 | bytes[i + 2];

		buf_char(to, letters[three >> 18]);
		buf_char(to, letters[three >> 12 & 63]);
		buf_char(to, letters[three >> 6 & 63]);
		buf_char(to, i == 30 ? '=' : letters[three & 63]);
	}
}

static bool
put_head(struct buf *to, struct err *e)
{
	const struct embedded *css = embedded_find("src/steps/stage/report/report.css");
	char hex[HASH_HEX];

	if (css == NULL)
		return err_set(e, ERR_FAULT, "src/steps/stage/report/report.css is not part of this program");
	if (!hash_of(css->bytes, css->size, hex, e))
		return false;
	buf_text(to, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
		     "http-equiv=\"Content-Security-Policy\" "
		     "content=\"default-src 'none'; style-src 'sha256-");
	put_base64(to, hex);
	buf_text(to, "'; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" content=\"width=device-width, "
		     "initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>Data quality "
		     "report</title>\n<style>");
	buf_add(to, css->bytes, css->size);
	buf_text(to, "</style>\n</head>\n<body>\n");
	return true;
}

static void
put_points(struct buf *to, const json_t *points)
{
	const json_t *one;
	size_t i;

	json_array_foreach(points, i, one)
	{
		buf_text(to, "<li>");
		if (report_int_of(one, "rows") > 0) {
			html_count(to, report_int_of(one, "rows"), NULL);
			buf_char(to, ' ');
		}
		buf_format(to, "<a href=\"#%s\">", report_text_of(one, "section"));
		html_text(to, report_text_of(one, "text"));
		buf_text(to, "</a></li>\n");
	}
}

static void
put_next(struct buf *to, const json_t *next)
{
	const json_t *one;
	size_t i;

	if (json_array_size(next) == 0)
		return;
	buf_text(to, "<div><h3>What to do next</h3><ol>\n");
	json_array_foreach(next, i, one)
	{
		buf_format(to, "<li><a href=\"#%s\">", report_text_of(one, "section"));
		html_text(to, report_text_of(one, "text"));
		buf_text(to, "</a>");
		if (json_is_string(json_object_get(one, "command"))) {
			buf_text(to, " <code>");
			html_text(to, report_text_of(one, "command"));
			buf_text(to, "</code>");
		}
		buf_text(to, "</li>\n");
	}
	buf_text(to, "</ol></div>\n");
}

static void
put_verdict(struct buf *to, const json_t *document)
{
	static const struct {
		const char *state, *words;
	} states[] = {{"ready", "&#10003; Ready to push"},
		{"ready_with_remarks", "&#10003; Ready to push, with remarks"},
		{"not_ready", "&#10007; Not ready to push"}};
	const json_t *verdict = json_object_get(document, "verdict");
	const json_t *obstacles = json_object_get(verdict, "obstacles"), *remarks = json_object_get(verdict, "remarks");
	const char *state = report_text_of(verdict, "state");

	buf_format(to, "<div class=\"verdict %s\" id=\"verdict\">", state);
	for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
		if (strcmp(states[i].state, state) == 0)
			buf_format(to, "<h2>%s</h2>\n<div class=\"halves\"><div>", states[i].words);
	if (json_array_size(obstacles) > 0) {
		buf_text(to, "<h3>What stands in the way</h3><ul>\n");
		put_points(to, obstacles);
		buf_text(to, "</ul>\n");
	}
	if (json_array_size(remarks) > 0) {
		buf_text(to, "<h3>To know</h3><ul>\n");
		put_points(to, remarks);
		buf_text(to, "</ul>\n");
	}
	if (json_array_size(obstacles) + json_array_size(remarks) == 0)
		buf_text(to, "<p>Every row is accounted for, every checkpoint is passed.</p>\n");
	buf_text(to, "</div>\n");
	put_next(to, json_object_get(verdict, "next"));
	buf_text(to, "</div></div>\n");
}

static void
put_figure(struct buf *to, const char *what, const char *id, json_int_t n, const char *more)
{
	buf_format(to, "<div><dt>%s</dt><dd>", what);
	html_count(to, n, id);
	buf_format(to, "<small>%s</small></dd></div>\n", more);
}

static void
put_figures(struct buf *to, const json_t *document)
{
	const json_t *a = json_object_get(document, "accounting"), *gate;
	json_int_t passed = 0, away = report_int_of(a, "rejected") + report_int_of(a, "held") +
				      report_int_of(a, "error") + report_int_of(a, "skipped");
	struct buf of = {0};
	size_t i;

	json_array_foreach(json_object_get(document, "gates"), i, gate) passed +=
		json_is_true(json_object_get(gate, "passed"));
	buf_format(&of, "of %zu", json_array_size(json_object_get(document, "gates")));
	buf_text(to, "<dl class=\"figures\">\n");
	put_figure(to, "Rows read", "f-read", report_int_of(a, "read"), "from the communications files");
	put_figure(to, "To be sent", "f-sent", report_int_of(a, "new") + report_int_of(a, "changed"),
		"lines of the bundle");
	put_figure(to, "Left behind", "f-away", away, "rejected, in error, held, skipped");
	put_figure(to, "Checkpoints passed", "f-passed", passed, of.bytes);
	buf_text(to, "</dl>\n");
	buf_clear(&of);
}

static void
put_header(struct buf *to, const json_t *document)
{
	const json_t *rules = json_object_get(document, "rules");

	buf_text(to, "<header>\n<h1>Data quality report</h1>\n<p class=\"meta\">As of ");
	html_text(to, report_text_of(document, "as_of"));
	buf_text(to, " (");
	html_text(to, report_text_of(document, "timezone"));
	buf_text(to, "), rule set ");
	html_text(to, report_text_of(rules, "name"));
	buf_text(to, ", hubstage ");
	html_text(to, report_text_of(document, "tool_version"));
	buf_text(to, json_is_true(json_object_get(document, "shows_values"))
			     ? ". This copy shows personal data: names, addresses and texts.</p>\n"
			     : ". Names, addresses and texts are not shown.</p>\n");
	put_verdict(to, document);
	put_figures(to, document);
	buf_text(to, "<nav aria-label=\"Contents\"><ul>\n");
	for (const struct report_section *s = report_sections; s->id != NULL; s++) {
		buf_format(to, "<li><a href=\"#%s\">", s->id);
		html_text(to, s->title);
		buf_text(to, "</a></li>\n");
	}
	buf_text(to, "</ul></nav>\n</header>\n");
}

static void
put_about(struct buf *to, const json_t *document)
{
	const json_t *rules = json_object_get(document, "rules"), *other = json_object_get(document, "other_rules");
	const char *name;
	json_t *value;

	buf_text(to, "<p>Rule set <code>");
	html_text(to, report_text_of(rules, "name"));
	buf_text(to, "</code>, SHA-256 <code>");
	html_text(to, report_text_of(rules, "sha256"));
	buf_text(to, "</code>");
	if (json_is_object(other)) {
		buf_text(to, "; compared with <code>");
		html_text(to, report_text_of(other, "name"));
		buf_text(to, "</code>");
	}
	buf_text(to, ". The same inputs, rules and as-of time give the same bytes of this page. The numbers are in "
		     "<a href=\"data_quality_report.json\">data_quality_report.json</a>, the words in "
		     "<a href=\"data_quality_report.md\">data_quality_report.md</a>.</p>\n");
	buf_text(to, "<details><summary>Settings</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\" "
		     "aria-label=\"Settings\"><table><tbody>\n");
	json_object_foreach(json_object_get(document, "settings"), name, value)
	{
		buf_text(to, "<tr><th scope=\"row\" class=\"code\">");
		html_text(to, name);
		buf_text(to, "</th><td>");
		html_value(to, value, REPORT_TEXT);
		buf_text(to, "</td></tr>\n");
	}
	buf_text(to, "</tbody></table></div></details>\n");
}

static void
put_section(struct buf *to, const json_t *document, const struct report_section *s)
{
	buf_format(to, "<section id=\"%s\" aria-labelledby=\"s-%s\">\n<h2 id=\"s-%s\">", s->id, s->id, s->id);
	html_text(to, s->title);
	buf_text(to, "</h2>\n");
	if (s->intro != NULL) {
		buf_text(to, "<p class=\"note\">");
		html_words(to, s->intro);
		buf_text(to, "</p>\n");
	}
	if (s->drawing == DRAW_FLOW)
		report_flow(to, document);
	else if (s->drawing == DRAW_GATES)
		report_gates(to, document);
	else if (s->drawing == DRAW_TYPES)
		report_cards(to, document);
	else if (s->drawing == DRAW_MONTHS)
		report_times(to, document);
	else if (s->drawing == DRAW_SAMPLE)
		report_sample_rows(to, document);
	else if (s->drawing == DRAW_ABOUT)
		put_about(to, document);
	for (const struct report_table *t = s->tables; t != NULL && t->member != NULL; t++)
		html_table(to, document, t);
	if (s->drawing == DRAW_ORPHANS)
		report_orphan_years(to, document);
	buf_text(to, "</section>\n");
}

bool
report_page(const json_t *document, struct buf *to, struct err *e)
{
	if (!put_head(to, e))
		return false;
	put_header(to, document);
	buf_text(to, "<main>\n");
	for (const struct report_section *s = report_sections; s->id != NULL; s++)
		put_section(to, document, s);
	buf_text(to, "</main>\n<footer>hubstage ");
	html_text(to, report_text_of(document, "tool_version"));
	buf_text(to, " accounts for every row, offline.</footer>\n</body>\n</html>\n");
	return true;
}
