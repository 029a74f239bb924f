#include "steps/push/store.h"

#include "core/clock.h"
#include "core/mem.h"
#include "rules/sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum statement {
	ADD_REQUEST,
	END_REQUEST,
	SET_SENDING,
	SET_PLANNED,
	SET_UNKNOWN,
	SET_CREATED,
	SET_UPDATED,
	SET_REJECTED,
	SET_ARCHIVED,
	SET_LINKS,
	SET_TOUCHED,
	ADD_MISSING_LINK,
	DROP_MISSING_LINKS,
	NEXT_PLANNED,
	NEXT_CHOSEN,
	NEXT_UNKNOWN,
	NEXT_LINKS,
	NEXT_OURS,
	STATEMENTS
};

static const char *const names[STATEMENTS] = {"add_request", "end_request", "set_sending", "set_planned", "set_unknown",
	"set_created", "set_updated", "set_rejected", "set_archived", "set_links", "set_touched", "add_missing_link",
	"drop_missing_links", "next_planned", "next_chosen", "next_unknown", "next_links", "next_ours"};

struct store {
	struct query queries[STATEMENTS];
};

struct store *
store_open(struct db *db, struct err *e)
{
	struct store *s = mem_new(sizeof *s);
	bool ok = sql_run(db, "src/steps/push/sql/make_chosen.sql", e);

	for (int i = 0; ok && i < STATEMENTS; i++) {
		char path[80];

		snprintf(path, sizeof path, "src/steps/push/sql/%s.sql", names[i]);
		ok = sql_query(&s->queries[i], db, path, e);
	}
	if (!ok) {
		store_close(s);
		s = NULL;
	}
	return s;
}

void
store_close(struct store *s)
{
	if (s == NULL)
		return;
	for (int i = 0; i < STATEMENTS; i++)
		query_close(&s->queries[i]);
	free(s);
}

static void
bind_some(struct query *q, int at, const char *text)
{
	query_bind_text(q, at, text == NULL || text[0] == '\0' ? NULL : text);
}

bool
store_request(struct store *s, const struct store_request *r, int64_t *id, struct err *e)
{
	struct query *q = &s->queries[ADD_REQUEST];
	char began[CLOCK_TEXT_MAX];
	enum query_step step;

	clock_write_utc(began, r->now, r->millis * 1000);
	query_bind_int(q, 1, r->run_id);
	query_bind_text(q, 2, r->kind);
	query_bind_text(q, 3, r->type);
	query_bind_int(q, 4, r->count);
	query_bind_text(q, 5, began);
	query_bind_int(q, 6, r->now_us);
	step = query_next(q, e);
	if (step == QUERY_ROW)
		*id = query_int(q, 0);
	return query_run(q, e) && step == QUERY_ROW;
}

bool
store_request_end(struct store *s, int64_t id, const struct store_answer *a, struct err *e)
{
	struct query *q = &s->queries[END_REQUEST];

	query_bind_int(q, 1, id);
	query_bind_text(q, 2, a->ended);
	if (a->status > 0)
		query_bind_int(q, 3, a->status);
	else
		query_bind_null(q, 3);
	bind_some(q, 4, a->correlation);
	query_bind_int(q, 5, a->latency_us);
	bind_some(q, 6, a->message);
	if (a->began_us >= 0)
		query_bind_int(q, 7, a->began_us);
	else
		query_bind_null(q, 7);
	return query_run(q, e);
}

bool
store_sending(struct store *s, const struct item *item, int64_t request_id, int64_t first_sent, struct err *e)
{
	struct query *q = &s->queries[SET_SENDING];

	query_bind_int(q, 1, item->id);
	query_bind_int(q, 2, request_id);
	query_bind_int(q, 3, first_sent);
	return query_run(q, e) && (sqlite3_changes(q->db->handle) == 1 ||
					  err_set(e, ERR_FAULT, "record %lld is not planned", (long long)item->id));
}

bool
store_planned(struct store *s, const struct item *item, bool look, struct err *e)
{
	struct query *q = &s->queries[SET_PLANNED];

	query_bind_int(q, 1, item->id);
	query_bind_int(q, 2, look);
	bind_some(q, 3, look ? item->code : NULL);
	bind_some(q, 4, look ? item->message : NULL);
	return query_run(q, e);
}

bool
store_unknown(struct store *s, int64_t id, const char *why, struct err *e)
{
	struct query *q = &s->queries[SET_UNKNOWN];

	query_bind_int(q, 1, id);
	bind_some(q, 2, why);
	return query_run(q, e);
}

bool
store_created(struct store *s, const struct item *item, bool is_ours, int64_t done, struct err *e)
{
	struct query *q = &s->queries[SET_CREATED];
	char now[CLOCK_TEXT_MAX], copies[96];

	clock_write(now, done, 0);
	snprintf(copies, sizeof copies, "HubSpot has %d more with the same key", item->copies);
	query_bind_int(q, 1, item->id);
	query_bind_int(q, 2, item->hubspot_id);
	query_bind_int(q, 3, is_ours);
	bind_some(q, 4, item->made);
	bind_some(q, 5, item->changed);
	query_bind_text(q, 6, now);
	query_bind_text(q, 7, item->copies > 0 ? "DUPLICATE" : NULL);
	query_bind_text(q, 8, item->copies > 0 ? copies : NULL);
	return query_run(q, e);
}

bool
store_updated(struct store *s, const struct item *item, int64_t done, struct err *e)
{
	struct query *q = &s->queries[SET_UPDATED];
	char now[CLOCK_TEXT_MAX];

	clock_write(now, done, 0);
	query_bind_int(q, 1, item->id);
	bind_some(q, 2, item->changed);
	query_bind_text(q, 3, now);
	return query_run(q, e);
}

bool
store_rejected(struct store *s, const struct item *item, int64_t done, struct err *e)
{
	struct query *q = &s->queries[SET_REJECTED];
	char now[CLOCK_TEXT_MAX];

	clock_write(now, done, 0);
	query_bind_int(q, 1, item->id);
	bind_some(q, 2, item->code);
	bind_some(q, 3, item->message);
	query_bind_text(q, 4, now);
	return query_run(q, e);
}

bool
store_archived(struct store *s, int64_t id, int64_t done, struct err *e)
{
	struct query *q = &s->queries[SET_ARCHIVED];
	char now[CLOCK_TEXT_MAX];

	clock_write(now, done, 0);
	query_bind_int(q, 1, id);
	query_bind_text(q, 2, now);
	return query_run(q, e);
}

bool
store_links(struct store *s, int64_t id, const char *links, const char *why, struct err *e)
{
	struct query *q = &s->queries[SET_LINKS];

	query_bind_int(q, 1, id);
	query_bind_text(q, 2, links);
	bind_some(q, 3, why);
	return query_run(q, e);
}

bool
store_touched(struct store *s, const struct item *item, struct err *e)
{
	struct query *q = &s->queries[SET_TOUCHED];

	query_bind_int(q, 1, item->id);
	bind_some(q, 2, item->changed);
	return query_run(q, e);
}

bool
store_missing_link(struct store *s, int64_t id, const char *to_type, int64_t to_id, struct err *e)
{
	struct query *q = &s->queries[ADD_MISSING_LINK];

	query_bind_int(q, 1, id);
	query_bind_text(q, 2, to_type);
	query_bind_int(q, 3, to_id);
	return query_run(q, e);
}

bool
store_no_missing_links(struct store *s, int64_t id, struct err *e)
{
	struct query *q = &s->queries[DROP_MISSING_LINKS];

	query_bind_int(q, 1, id);
	return query_run(q, e);
}

static void
copy_text(struct query *q, int column, char *to, size_t room)
{
	const char *text = query_text(q, column);

	snprintf(to, room, "%s", text == NULL ? "" : text);
}

static void
fill_item(struct query *q, struct item *item)
{
	*item = (struct item){.id = query_int(q, 0),
		.offset = query_int(q, 1),
		.size = (uint32_t)query_int(q, 2),
		.is_update = query_int(q, 3) != 0,
		.hubspot_id = query_int(q, 4),
		.tries = (int)query_int(q, 5),
		.line = query_int(q, 7),
		.first_sent = query_int(q, 8)};
	copy_text(q, 6, item->sha256, sizeof item->sha256);
}

/* How many rows were read; -1 when that failed. The rows beyond the tenth column are `extra`'s. */
static int
read_items(struct query *q, struct item *items, int room, void (*extra)(struct query *, int, void *), void *own,
	struct err *e)
{
	enum query_step step = QUERY_END;
	int n = 0;

	while (n < room && (step = query_next(q, e)) == QUERY_ROW) {
		fill_item(q, &items[n]);
		if (extra != NULL)
			extra(q, n, own);
		n++;
	}
	query_reset(q);
	return step == QUERY_FAILED ? -1 : n;
}

static void
take_look(struct query *q, int n, void *looks)
{
	if (looks != NULL)
		((bool *)looks)[n] = query_int(q, 9) != 0;
}

int
store_next_planned(struct store *s, const struct store_page *p, const char *action, struct item *items, bool *looks,
	int room, struct err *e)
{
	struct query *q = &s->queries[p->chosen ? NEXT_CHOSEN : NEXT_PLANNED];

	query_bind_text(q, 1, activity_names[p->type]);
	query_bind_text(q, 2, action);
	query_bind_int(q, 3, p->after);
	query_bind_int(q, 4, p->bundle_id);
	query_bind_int(q, 5, room);
	return read_items(q, items, room, take_look, looks, e);
}

int
store_next_links(
	struct store *s, const struct store_page *p, const char *links, struct item *items, int room, struct err *e)
{
	struct query *q = &s->queries[NEXT_LINKS];

	query_bind_text(q, 1, links);
	query_bind_text(q, 2, activity_names[p->type]);
	query_bind_int(q, 3, p->after);
	query_bind_int(q, 4, p->bundle_id);
	query_bind_int(q, 5, room);
	return read_items(q, items, room, NULL, NULL, e);
}

struct doubt {
	int64_t *began;
	bool *updates;
};

static void
take_doubt(struct query *q, int n, void *own)
{
	struct doubt *d = own;
	const char *action = query_text(q, 11);

	d->began[n] = query_int(q, 10);
	d->updates[n] = action != NULL && strcmp(action, "update") == 0;
}

int
store_next_unknown(struct store *s, const struct store_page *p, struct item *items, int64_t *began, bool *updates,
	int room, struct err *e)
{
	struct query *q = &s->queries[NEXT_UNKNOWN];
	struct doubt d = {began, updates};

	query_bind_text(q, 1, activity_names[p->type]);
	query_bind_int(q, 2, p->after);
	query_bind_int(q, 3, room);
	return read_items(q, items, room, take_doubt, &d, e);
}

static void
take_changed(struct query *q, int n, void *items)
{
	copy_text(q, 10, ((struct item *)items)[n].was_changed, 32);
}

int
store_next_ours(struct store *s, const struct store_page *p, struct item *items, int room, struct err *e)
{
	struct query *q = &s->queries[NEXT_OURS];

	query_bind_text(q, 1, activity_names[p->type]);
	query_bind_int(q, 2, p->after);
	query_bind_int(q, 3, room);
	return read_items(q, items, room, take_changed, items, e);
}
