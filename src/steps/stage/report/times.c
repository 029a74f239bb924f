/* When things happened: charts on the page. */
#include "steps/stage/report/cards.h"

#include "core/mem.h"
#include "steps/stage/report/chart.h"
#include "steps/stage/report/html.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TYPES = 7, HOURS = 24, BUCKETS_MAX = 160 };

static const char *const types[TYPES] = {
	"calls", "emails", "meetings", "notes", "tasks", "communications", "postal_mail"};

static int
type_of(const json_t *row)
{
	int i = 0;

	while (i < TYPES && strcmp(types[i], report_text_of(row, "activity")) != 0)
		i++;
	return i;
}

/* The months of all types, together in columns of one or more months. */
struct span {
	int first, width; /* months since year 0; months a column */
	size_t count;
	json_int_t *values[TYPES];
};

static int
month_of(const char *text)
{
	return (int)strtol(text, NULL, 10) * 12 + (strlen(text) >= 7 ? (int)strtol(text + 5, NULL, 10) - 1 : 0);
}

static void
span_open(struct span *s, const json_t *months)
{
	const json_t *row;
	size_t i, size = json_array_size(months);
	int last = month_of(report_text_of(json_array_get(months, size - 1), "month"));

	s->first = month_of(report_text_of(json_array_get(months, 0), "month"));
	s->width = 1;
	if (last - s->first >= BUCKETS_MAX) {
		s->first -= s->first % 12;
		while ((last - s->first) / s->width >= BUCKETS_MAX)
			s->width = s->width == 1 ? 3 : s->width == 3 ? 12 : s->width * 10;
	}
	s->count = (size_t)((last - s->first) / s->width + 1);
	for (int k = 0; k < TYPES; k++)
		s->values[k] = mem_new(s->count * sizeof **s->values);
	json_array_foreach(months, i, row)
	{
		int k = type_of(row);

		if (k < TYPES)
			s->values[k][(month_of(report_text_of(row, "month")) - s->first) / s->width] +=
				report_int_of(row, "rows");
	}
}

static void
month_name(struct buf *to, size_t i, void *context)
{
	const struct span *s = context;
	int month = s->first + (int)i * s->width;

	buf_format(to, "%04d-%02d", month / 12, month % 12 + 1);
	if (s->width > 1) {
		month += s->width - 1;
		buf_format(to, " to %04d-%02d", month / 12, month % 12 + 1);
	}
}

/* Up to seven years are named. */
static const char *
month_tick(size_t i, void *context, char text[16])
{
	const struct span *s = context;
	int month = s->first + (int)i * s->width, years = (int)s->count * s->width / 12 + 1, step = (years + 6) / 7;

	if (month % 12 >= s->width || (month / 12) % step != 0 || i + s->count / 12 >= s->count)
		return NULL;
	snprintf(text, 16, "%04d", month / 12);
	return text;
}

static void
hour_name(struct buf *to, size_t i, void *context)
{
	(void)context;
	buf_format(to, "%02zu:00", i);
}

static const char *
hour_tick(size_t i, void *context, char text[16])
{
	(void)context;
	if (i % 6 != 0)
		return NULL;
	snprintf(text, 16, "%zu:00", i);
	return text;
}

static void
put_figure(struct buf *to, int type, const struct chart *c)
{
	json_int_t sum = 0;

	for (size_t i = 0; i < c->count; i++)
		sum += c->values[i];
	buf_text(to, "<figure><figcaption>");
	html_type(to, types[type]);
	buf_text(to, " <span class=\"note\">");
	report_count(to, sum);
	buf_text(to, "</span></figcaption>");
	if (sum > 0)
		chart_columns(to, c);
	buf_text(to, "</figure>\n");
}

static void
put_months(struct buf *to, const json_t *document)
{
	const json_t *months = json_object_get(document, "months");
	struct span s = {0};

	if (json_array_size(months) == 0)
		return;
	span_open(&s, months);
	buf_format(to, "<h3>By %s</h3><p class=\"note\">Each chart has its own scale, from 0 to its peak. Numbers: ",
		s.width == 1   ? "month"
		: s.width == 3 ? "quarter"
			       : "year");
	html_list_link(to, document, "months.csv");
	buf_text(to, ".</p>\n<div class=\"charts\" id=\"months\">\n");
	for (int k = 0; k < TYPES; k++) {
		put_figure(to, k, &(struct chart){types[k], s.values[k], s.count, month_name, month_tick, &s, 0, 0});
		free(s.values[k]);
	}
	buf_text(to, "</div>\n");
}

static void
put_hours(struct buf *to, const json_t *document)
{
	json_int_t hours[TYPES][HOURS] = {{0}};
	const json_t *row;
	size_t i;

	json_array_foreach(json_object_get(document, "hours"), i, row)
	{
		json_int_t hour = report_int_of(row, "hour");

		if (type_of(row) < TYPES && hour >= 0 && hour < HOURS)
			hours[type_of(row)][hour] = report_int_of(row, "rows");
	}
	buf_text(to,
		"<h3>By hour of the day</h3><p class=\"note\">The band is 8:00 to 18:00. Work that lies beside it, or "
		"a heap at midnight, "
		"hints at a wrong time zone or at dates without a time.</p>\n<div class=\"charts\" id=\"hours\">\n");
	for (int k = 0; k < TYPES; k++)
		put_figure(to, k, &(struct chart){types[k], hours[k], HOURS, hour_name, hour_tick, NULL, 8, 18});
	buf_text(to, "</div>\n<details><summary>The hours as numbers</summary>");
	html_scroll(to, "Communications by hour");
	buf_text(to, "<table aria-label=\"Communications by hour\"><thead><tr><th scope=\"col\">Hour</th>");
	for (int k = 0; k < TYPES; k++)
		buf_format(to, "<th scope=\"col\" class=\"n\">%s</th>", report_type_name(types[k]));
	buf_text(to, "</tr></thead><tbody>\n");
	for (int h = 0; h < HOURS; h++) {
		buf_format(to, "<tr><th scope=\"row\">%d:00</th>", h);
		for (int k = 0; k < TYPES; k++) {
			buf_format(to, "<td class=\"%s\">", hours[k][h] == 0 ? "n zero" : "n");
			html_count(to, hours[k][h], NULL);
			buf_text(to, "</td>");
		}
		buf_text(to, "</tr>\n");
	}
	buf_text(to, "</tbody></table></div></details>\n");
}

/* Years by types: a table of the rows of `array`, whose `member` begins with the year. */
static void
put_years(struct buf *to, const json_t *array, const char *member, const char *label)
{
	size_t i = 0, size = json_array_size(array);

	html_scroll(to, label);
	buf_text(to, "<table aria-label=\"");
	html_text(to, label);
	buf_text(to, "\"><thead><tr><th scope=\"col\">Year</th>");
	for (int k = 0; k < TYPES; k++)
		buf_format(to, "<th scope=\"col\" class=\"n\">%s</th>", report_type_name(types[k]));
	buf_text(to, "<th scope=\"col\" class=\"n\">All</th></tr></thead><tbody>\n");
	while (i < size) {
		const char *year = report_text_of(json_array_get(array, i), member);
		json_int_t counts[TYPES + 2] = {0};

		for (; i < size && strncmp(report_text_of(json_array_get(array, i), member), year, 4) == 0; i++) {
			json_int_t rows = report_int_of(json_array_get(array, i), "rows");

			counts[type_of(json_array_get(array, i))] += rows;
			counts[TYPES + 1] += rows;
		}
		buf_format(to, "<tr><th scope=\"row\">%.4s</th>", year);
		for (int k = 0; k < TYPES + 2; k++) {
			if (k == TYPES)
				continue;
			buf_format(to, "<td class=\"%s\">", counts[k] == 0 ? "n zero" : "n");
			html_count(to, counts[k], NULL);
			buf_text(to, "</td>");
		}
		buf_text(to, "</tr>\n");
	}
	buf_text(to, "</tbody></table></div>\n");
}

void
report_times(struct buf *to, const json_t *document)
{
	put_months(to, document);
	buf_text(to, "<details><summary>The years as numbers</summary>");
	put_years(to, json_object_get(document, "months"), "month", "Communications by year");
	buf_text(to, "</details>\n");
	put_hours(to, document);
}

void
report_orphan_years(struct buf *to, const json_t *document)
{
	const json_t *orphans = json_object_get(document, "orphans");

	buf_text(to, "<h3 id=\"h-orphans\">Communications that lead nowhere in HubSpot</h3><p class=\"note\">");
	if (json_array_size(orphans) == 0) {
		buf_text(to, "Every communication leads to a contact, company or deal.</p>\n");
		return;
	}
	buf_text(to, "They have no contact, company or deal there, on their own record or that of another attendee, "
		     "and no page of HubSpot "
		     "shows them. Lines: ");
	html_list_link(to, document, "orphans.csv");
	buf_text(to, ".</p>\n");
	put_years(to, orphans, "year", "Communications that lead nowhere, by year");
}
