#include "record.h"

#include <string.h>

static const char *const always[] = {"hs_createdate", "hs_lastmodifieddate", "hs_object_id"};

void
wanted_init(struct wanted *w, const struct property_set *s)
{
	memset(w, 0, sizeof *w);
	for (size_t i = 0; i < sizeof always / sizeof *always; i++)
		wanted_add(w, s, always[i], strlen(always[i]));
}

void
wanted_add(struct wanted *w, const struct property_set *s, const char *name, size_t size)
{
	int property = property_find(s, name, size);

	if (property != PROPERTY_NONE)
		w->has[property] = true;
}

void
wanted_add_list(struct wanted *w, const struct property_set *s, const char *list)
{
	for (const char *at = list; at != NULL && *at != '\0'; at += strcspn(at, ","), at += *at == ',')
		wanted_add(w, s, at, strcspn(at, ","));
}

void
record_writer_init(struct record_writer *w, const struct mock *m)
{
	view_init(&w->view, m);
	for (int t = 0; t < TYPE_ACTIVITIES; t++)
		compute_list(&m->properties.of[t], w->computed[t]);
}

void
record_writer_clear(struct record_writer *w)
{
	view_clear(&w->view);
}

static void
write_head(struct buf *to, const struct property *p)
{
	buf_add(to, p->head, p->head_size);
}

static void
write_text(struct buf *to, const struct property *p, struct slice text)
{
	char *at = buf_room(to, p->head_size + text.size + 2);

	memcpy(at, p->head, p->head_size);
	memcpy(at + p->head_size, text.bytes, text.size);
	memcpy(at + p->head_size + text.size, "\",", 3);
	to->size += p->head_size + text.size + 2;
}

static void
write_computed(struct view *v, const struct computed *c, const struct property *p, struct buf *to)
{
	size_t before = to->size;

	write_head(to, p);
	if (c->function(v, to))
		buf_add(to, "\",", 2);
	else
		to->size = before;
}

/* Two sorted lists become one: the stored values and the computed ones. */
static void
write_all(struct record_writer *w, const struct property_set *s, struct buf *to)
{
	const struct computed *c = w->computed[w->view.type];
	struct value v;

	for (size_t at = 0; values_next(w->view.values, &at, &v);) {
		for (; c->property != PROPERTY_NONE && s->rank[c->property] <= s->rank[v.property]; c++)
			if (c->property != v.property)
				write_computed(&w->view, c, &s->list[c->property], to);
		write_text(to, &s->list[v.property], v.text);
	}
	for (; c->property != PROPERTY_NONE; c++)
		write_computed(&w->view, c, &s->list[c->property], to);
}

static bool
find_value(struct record_writer *w, int property, struct buf *to)
{
	struct slice text = values_find(w->view.values, property);

	if (text.bytes != NULL) {
		buf_add(to, text.bytes, text.size);
		return true;
	}
	for (const struct computed *c = w->computed[w->view.type]; c->property != PROPERTY_NONE; c++)
		if (c->property == property)
			return c->function(&w->view, to);
	return false;
}

static void
write_wanted(struct record_writer *w, const struct property_set *s, const struct wanted *wanted, struct buf *to)
{
	for (int i = 0; i < s->count; i++) {
		int property = s->order[i];
		size_t before = to->size;

		if (!wanted->has[property])
			continue;
		write_head(to, &s->list[property]);
		if (find_value(w, property, to)) {
			buf_add(to, "\",", 2);
		} else {
			to->size = before;
			buf_format(to, "\"%s\":null,", s->list[property].name);
		}
	}
}

static void
write_date(struct view *v, struct buf *to, const char *head, int64_t ms)
{
	buf_text(to, head);
	view_date(v, to, ms, false);
	buf_char(to, '"');
}

void
record_write(struct record_writer *w, const struct record *r, const struct wanted *wanted, struct buf *to)
{
	const struct property_set *s = &w->view.m->properties.of[r->type];

	view_set(&w->view, r);
	buf_text(to, "{\"id\":\"");
	buf_int(to, (int64_t)r->id);
	buf_text(to, "\",\"properties\":{");
	if (wanted == NULL)
		write_all(w, s, to);
	else
		write_wanted(w, s, wanted, to);
	if (to->bytes[to->size - 1] == ',')
		to->size--;
	write_date(&w->view, to, "},\"createdAt\":\"", r->created);
	write_date(&w->view, to, ",\"updatedAt\":\"", r->updated);
	buf_text(to, r->archived_at == 0 ? ",\"archived\":false" : ",\"archived\":true");
	if (r->archived_at != 0)
		write_date(&w->view, to, ",\"archivedAt\":\"", r->archived_at);
}

bool
record_value(struct record_writer *w, const struct record *r, int property, struct buf *to)
{
	view_set(&w->view, r);
	return find_value(w, property, to);
}
