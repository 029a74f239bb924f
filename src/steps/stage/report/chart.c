#include "steps/stage/report/chart.h"

#include "steps/stage/report/layout.h"

/* The place of the drawing within the picture. */
enum { LEFT = 44, RIGHT = 6, TOP = 18, BOTTOM = 20 };

static size_t
peak_of(const struct chart *c)
{
	size_t peak = 0;

	for (size_t i = 1; i < c->count; i++)
		if (c->values[i] > c->values[peak])
			peak = i;
	return peak;
}

static double
x_of(const struct chart *c, size_t i)
{
	return LEFT + (double)i * (CHART_WIDTH - LEFT - RIGHT) / (double)c->count;
}

/* What the chart says, in words. */
static void
put_words(struct buf *to, const struct chart *c, size_t peak)
{
	json_int_t sum = 0;

	for (size_t i = 0; i < c->count; i++)
		sum += c->values[i];
	buf_text(to, "<title>");
	report_count(to, sum);
	buf_text(to, " from ");
	c->name(to, 0, c->context);
	buf_text(to, " to ");
	c->name(to, c->count - 1, c->context);
	buf_text(to, ", most at ");
	c->name(to, peak, c->context);
	buf_text(to, ": ");
	report_count(to, c->values[peak]);
	buf_text(to, "</title>");
}

static void
put_axes(struct buf *to, const struct chart *c, size_t peak)
{
	int bottom = CHART_HEIGHT - BOTTOM;
	char text[16];

	if (c->shade_to > 0)
		buf_format(to, "<rect class=\"office\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
			x_of(c, c->shade_from), TOP, x_of(c, c->shade_to) - x_of(c, c->shade_from), bottom - TOP);
	buf_format(to, "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>", LEFT, CHART_WIDTH - RIGHT, TOP,
		TOP);
	buf_format(to, "<text class=\"soft\" x=\"%d\" y=\"%d\" text-anchor=\"end\">", LEFT - 6, TOP + 4);
	report_count(to, c->values[peak]);
	buf_format(
		to, "</text><text class=\"soft\" x=\"%d\" y=\"%d\" text-anchor=\"end\">0</text>", LEFT - 6, bottom + 4);
	for (size_t i = 0; i < c->count; i++) {
		const char *tick = c->tick(i, c->context, text);

		if (tick == NULL)
			continue;
		buf_format(to, "<line class=\"axis\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>", x_of(c, i),
			x_of(c, i), bottom, bottom + 4);
		buf_format(
			to, "<text class=\"soft\" x=\"%.1f\" y=\"%d\">%s</text>", x_of(c, i), CHART_HEIGHT - 3, tick);
	}
}

void
chart_columns(struct buf *to, const struct chart *c)
{
	int bottom = CHART_HEIGHT - BOTTOM;
	size_t peak = peak_of(c);
	double slot = (double)(CHART_WIDTH - LEFT - RIGHT) / (double)c->count, gap = slot > 4 ? 1.5 : slot * 0.15;

	buf_format(to, "<svg viewBox=\"0 0 %d %d\" role=\"img\">", CHART_WIDTH, CHART_HEIGHT);
	put_words(to, c, peak);
	put_axes(to, c, peak);
	buf_format(to, "<g class=\"%s\">", c->fill);
	for (size_t i = 0; i < c->count; i++) {
		double height = c->values[i] == 0 ? 0 : (double)c->values[i] / (double)c->values[peak] * (bottom - TOP);

		if (c->values[i] == 0)
			continue;
		if (height < 1.5)
			height = 1.5;
		buf_format(to, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>",
			x_of(c, i) + gap / 2, bottom - height, slot - gap, height);
		c->name(to, i, c->context);
		buf_text(to, ": ");
		report_count(to, c->values[i]);
		buf_text(to, "</title></rect>");
	}
	buf_format(to, "</g><line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/></svg>", LEFT,
		CHART_WIDTH - RIGHT, bottom, bottom);
}
