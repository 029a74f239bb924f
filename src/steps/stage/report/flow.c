#include "steps/stage/report/flow.h"

#include "core/mem.h"
#include "steps/stage/report/html.h"

#include <stdlib.h>
#include <string.h>

/* Bands are as thick as their rows are many; what is not 0 is at least LEAST thick. */
enum { NODES = 20, COLUMNS = 4, TALLEST = 330, SLOT = 20, GAP = 7, BAR = 12, TOP = 6, LEAST = 2, TYPES = 7 };

struct node {
	int column;
	const char *fill, *label;
	json_int_t rows;
	double y, height;
	double in, out;		     /* how much of it is taken by bands */
	bool to_the_left, two_lines; /* its label, where there is little room beside it */
};

struct flow {
	const char *class;
	bool narrow;
	int width, x[COLUMNS];
	struct node nodes[NODES];
	int count;
	double scale; /* pixels a row */
};

static struct node *
add_node(struct flow *f, int column, const char *fill, const char *label, json_int_t rows)
{
	struct node *node = &f->nodes[f->count++];

	*node = (struct node){
		.column = column, .fill = fill, .label = label, .rows = rows, .height = f->scale * (double)rows};
	if (node->height < LEAST)
		node->height = LEAST;
	return node;
}

/* Beside the loaded rows. On a narrow picture the types stand close to the right. */
static struct node *
add_gone(struct flow *f, const char *fill, const char *label, json_int_t rows)
{
	struct node *node = add_node(f, 1, fill, label, rows);

	node->to_the_left = node->two_lines = f->narrow;
	return node;
}

/* Stacks the nodes of a column, each in a slot where its label fits. The sum of the heights. */
static double
stack(struct flow *f, int column)
{
	double y = TOP, slot;

	for (int i = 0; i < f->count; i++) {
		struct node *node = &f->nodes[i];

		if (node->column != column)
			continue;
		node->y = y;
		slot = node->two_lines ? 2 * SLOT : SLOT;
		y += (node->height > slot ? node->height : slot) + GAP;
	}
	return y;
}

static void
put_band(struct buf *to, const struct flow *f, struct node *from, struct node *into, json_int_t rows, const char *fill)
{
	double height = f->scale * (double)rows, drawn = height < LEAST ? LEAST : height;
	double x0 = f->x[from->column] + BAR, x1 = f->x[into->column], middle = (x0 + x1) / 2;
	double y0 = from->y + from->out, y1 = into->y + into->in;

	if (rows == 0)
		return;
	buf_format(to,
		"<path class=\"link %s\" d=\"M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fV%.1fC%.1f %.1f %.1f %.1f %.1f "
		"%.1fZ\"/>",
		fill, x0, y0, middle, y0, middle, y1, x1, y1, y1 + drawn, middle, y1 + drawn, middle, y0 + drawn, x0,
		y0 + drawn);
	from->out += height;
	into->in += height;
}

static void
put_node(struct buf *to, const struct flow *f, const struct node *node)
{
	double x = node->to_the_left ? f->x[node->column] - 5 : f->x[node->column] + BAR + 6;
	double y = node->y + (node->height > SLOT ? 15 : node->height / 2 + 5);
	bool two_lines = node->two_lines || (f->narrow && node->height > 2 * SLOT);

	buf_format(to, "<rect class=\"%s\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"/>", node->fill,
		f->x[node->column], node->y, BAR, node->height);
	buf_format(to, "<text x=\"%.1f\" y=\"%.1f\"%s>%s ", x, y, node->to_the_left ? " text-anchor=\"end\"" : "",
		node->label);
	if (two_lines)
		buf_format(to, "<tspan class=\"count\" x=\"%.1f\" dy=\"17\">", x);
	else
		buf_text(to, "<tspan class=\"count\">");
	report_count(to, node->rows);
	buf_text(to, "</tspan></text>");
}

/* What became of the rows of a type, in the order of the nodes. */
static const struct {
	const char *member, *fill, *label, *short_label;
} fates[] = {
	{"new", "sent", "New, in the bundle", "New"},
	{"changed", "sent", "Changed, in the bundle", "Changed"},
	{"unchanged", "node", "Unchanged", "Unchanged"},
	{"held", "away", "Held", "Held"},
	{"error", "away", "In error", "In error"},
	{"skipped", "away", "Skipped", "Skipped"},
};

enum { FATES = sizeof fates / sizeof fates[0] };

static void
put_types(struct buf *to, struct flow *f, const json_t *document, struct node *loaded)
{
	const json_t *types = json_object_get(document, "activities"),
		     *accounting = json_object_get(document, "accounting"), *type;
	struct node *ends[FATES] = {0}, *middle[TYPES] = {0};
	size_t i;

	json_array_foreach(types, i, type)
	{
		if (i < TYPES && report_int_of(type, "rows") > 0)
			middle[i] = add_node(f, 2, report_text_of(type, "activity"),
				report_type_name(report_text_of(type, "activity")), report_int_of(type, "rows"));
	}
	for (i = 0; i < FATES; i++)
		if (report_int_of(accounting, fates[i].member) > 0)
			ends[i] = add_node(f, 3, fates[i].fill, f->narrow ? fates[i].short_label : fates[i].label,
				report_int_of(accounting, fates[i].member));
	for (i = 0; i < FATES; i++)
		if (ends[i] != NULL)
			ends[i]->two_lines = f->narrow;
	stack(f, 2);
	stack(f, 3);
	json_array_foreach(types, i, type)
	{
		if (i >= TYPES || middle[i] == NULL)
			continue;
		put_band(to, f, loaded, middle[i], middle[i]->rows, middle[i]->fill);
		for (size_t k = 0; k < FATES; k++)
			if (ends[k] != NULL)
				put_band(to, f, middle[i], ends[k], report_int_of(type, fates[k].member),
					middle[i]->fill);
	}
}

static void
put_picture(struct buf *to, const json_t *document, struct flow *f)
{
	static const char *const away[] = {"merged", "replaced", "rejected"};
	static const char *const away_labels[] = {"Merged", "Replaced", "Rejected"};
	const json_t *a = json_object_get(document, "accounting");
	struct node *read, *loaded, *gone[3] = {0};
	struct buf bands = {0};
	double height = 0;

	f->scale = report_int_of(a, "read") == 0 ? 0 : TALLEST / (double)report_int_of(a, "read");
	read = add_node(f, 0, "node", "Read", report_int_of(a, "read"));
	loaded = add_node(f, 1, "node", "Loaded", report_int_of(a, "loaded"));
	for (int i = 0; i < 3; i++)
		if (report_int_of(a, away[i]) > 0)
			gone[i] = add_gone(f, i == 2 ? "away" : "node", away_labels[i], report_int_of(a, away[i]));
	stack(f, 0);
	stack(f, 1);
	put_band(&bands, f, read, loaded, loaded->rows, "node");
	for (int i = 0; i < 3; i++)
		if (gone[i] != NULL)
			put_band(&bands, f, read, gone[i], gone[i]->rows, gone[i]->fill);
	put_types(&bands, f, document, loaded);
	for (int i = 0; i < COLUMNS; i++)
		height = stack(f, i) > height ? stack(f, i) : height;
	buf_format(to,
		"<svg class=\"flow %s\" viewBox=\"0 0 %d %.0f\" role=\"img\" aria-label=\"Flow of the rows from the "
		"input to the "
		"bundle; the sums below say the same in numbers\">",
		f->class, f->width, height);
	buf_add(to, bands.bytes, bands.size);
	for (int i = 0; i < f->count; i++)
		put_node(to, f, &f->nodes[i]);
	buf_text(to, "</svg>\n");
	buf_clear(&bands);
}

/* A part of a sum, with a link to its lines. */
static void
put_part(
	struct buf *to, const json_t *document, const json_t *a, const char *sign, const char *member, const char *list)
{
	/* a number that stands in two sums has its id in the first, where it is a part */
	bool is_part = sign[0] != '\0' || strcmp(member, "read") == 0 || strcmp(member, "vanished") == 0;
	const char *words = strcmp(member, "error") == 0 ? "in error" : member;
	char *id = is_part ? mem_format("n-%s", member) : NULL;

	buf_format(to, "<span>%s <b>", sign);
	html_count(to, report_int_of(a, member), id);
	free(id);
	buf_text(to, "</b> ");
	if (list != NULL && (strchr(list, '/') != NULL || report_list_lines(document, list) > 0))
		buf_format(to, "<a href=\"%s\">%s</a>", list, words);
	else
		buf_text(to, words);
	buf_text(to, "</span>");
}

static void
put_sums(struct buf *to, const json_t *document)
{
	static const struct {
		const char *sum, *parts[4], *lists[4];
	} lines[] = {
		{"read", {"loaded", "merged", "replaced", "rejected"},
			{NULL, "merged.csv", "replaced.csv", "rejected.csv"}},
		{"loaded", {"derived", "skipped", "error", NULL}, {NULL, "skipped.csv", "errors.csv", NULL}},
		{"derived", {"new", "changed", "unchanged", "held"},
			{"../bundle/data/bundle.json", "changed.csv", NULL, "held.csv"}},
	};
	const json_t *a = json_object_get(document, "accounting");

	buf_text(to, "<ul class=\"sums\">\n");
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		buf_text(to, "<li>");
		put_part(to, document, a, "", lines[i].sum, i == 0 ? "#about" : NULL);
		for (int k = 0; k < 4 && lines[i].parts[k] != NULL; k++)
			put_part(to, document, a, k == 0 ? "=" : "+", lines[i].parts[k], lines[i].lists[k]);
		buf_text(to, "</li>\n");
	}
	buf_text(to, "<li>");
	put_part(to, document, a, "", "vanished", "vanished.csv");
	buf_text(to,
		"<span class=\"long\">from the source, still in HubSpot: listed, never deleted</span></li>\n</ul>\n");
}

void
report_flow(struct buf *to, const json_t *document)
{
	struct flow wide = {.class = "wide", .width = 1060, .x = {0, 230, 500, 860}};
	struct flow tall = {.class = "tall", .narrow = true, .width = 390, .x = {0, 80, 172, 300}};

	put_picture(to, document, &wide);
	put_picture(to, document, &tall);
	buf_text(to, "<p class=\"note\">Bands are as thick as their rows are many; the thinnest are drawn two pixels "
		     "thick, so that they are "
		     "seen.</p>\n");
	put_sums(to, document);
}
