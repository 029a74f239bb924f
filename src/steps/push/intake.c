#include "steps/push/intake.h"

#include "core/clock.h"
#include "core/file.h"
#include "core/hash.h"
#include "rules/sql.h"
#include "steps/push/line.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SQL "src/steps/push/sql/"

/* One file of the bundle on its way into the journal. */
struct reading {
	struct push *push;
	struct intake *in;
	struct query find, plan, move;
	struct hash *hash;
	enum activity type;
	bool update;
	int64_t offset, number;
	char sha256[HASH_HEX];
};

static bool
add_bundle(struct push *p, struct err *e)
{
	struct query add = {0}, find = {0};
	char now[CLOCK_TEXT_MAX];
	bool ok = sql_query(&add, p->journal->db, SQL "add_bundle.sql", e) &&
		  sql_query(&find, p->journal->db, SQL "find_bundle.sql", e);

	clock_write(now, clock_now(), 0);
	if (ok) {
		query_bind_text(&add, 1, p->parcel->sha256);
		query_bind_text(&add, 2, parcel_text(p->parcel, "as_of"));
		query_bind_text(&add, 3, parcel_text(p->parcel, "timezone"));
		query_bind_text(&add, 4, parcel_text(p->parcel, "key_property"));
		query_bind_text(&add, 5, parcel_rule_set(p->parcel, "name"));
		query_bind_text(&add, 6, parcel_rule_set(p->parcel, "sha256"));
		query_bind_text(&add, 7, parcel_text(p->parcel, "version"));
		query_bind_int(&add, 8, p->parcel->lines);
		query_bind_text(&add, 9, now);
		query_bind_text(&find, 1, p->parcel->sha256);
		ok = query_run(&add, e) && query_next(&find, e) == QUERY_ROW;
		p->bundle_id = ok ? query_int(&find, 0) : 0;
	}
	query_close(&add);
	query_close(&find);
	return ok;
}

static bool
same(struct query *q, int column, const char *text)
{
	const char *other = query_text(q, column);

	return other != NULL && strcmp(other, text) == 0;
}

static bool
plan(struct reading *r, const struct line *line, size_t size, enum decision d, int64_t hubspot_id, struct err *e)
{
	struct query *q = &r->plan;

	query_bind_int(q, 1, line->id);
	query_bind_text(q, 2, activity_names[r->type]);
	query_bind_text(q, 3, d == DECIDE_UPDATE ? "update" : "create");
	query_bind_text(q, 4, r->sha256);
	query_bind_int(q, 5, r->push->bundle_id);
	query_bind_int(q, 6, r->number);
	query_bind_int(q, 7, r->offset);
	query_bind_int(q, 8, (int64_t)size);
	query_bind_int(q, 9, r->update);
	query_bind_int(q, 10, line->link_count);
	if (d == DECIDE_UPDATE)
		query_bind_int(q, 11, hubspot_id);
	else
		query_bind_null(q, 11);
	return query_run(q, e);
}

static bool
move(struct reading *r, const struct line *line, size_t size, struct err *e)
{
	struct query *q = &r->move;

	query_bind_int(q, 1, line->id);
	query_bind_int(q, 2, r->push->bundle_id);
	query_bind_int(q, 3, r->number);
	query_bind_int(q, 4, r->offset);
	query_bind_int(q, 5, (int64_t)size);
	query_bind_int(q, 6, r->update);
	return query_run(q, e);
}

static bool
take_line(struct reading *r, const char *bytes, size_t size, struct err *e)
{
	struct known known = {0};
	struct line line;
	struct query *q = &r->find;
	enum query_step step;
	enum decision d;
	int64_t hubspot_id;
	bool here;

	if (!line_cut(bytes, size, &line) || (line.hubspot_id != 0) != r->update)
		return err_set(e, ERR_REFUSED, "%s: line %lld is no line of a bundle", parcel_name(r->type, r->update),
			(long long)r->number);
	hash_add(r->hash, line.payload.bytes, line.payload.size);
	query_bind_int(q, 1, line.id);
	step = query_next(q, e);
	if (step == QUERY_FAILED || !hash_end(r->hash, r->sha256, e))
		return false;
	if (step == QUERY_ROW)
		known = (struct known){.state = query_text(q, 0),
			.same_type = same(q, 1, activity_names[r->type]),
			.hubspot_id = query_int(q, 2),
			.same_payload = same(q, 3, r->sha256),
			.is_held = same(q, 4, r->sha256)};
	here = step == QUERY_ROW && query_int(q, 5) == r->push->bundle_id && query_int(q, 6) == r->offset &&
	       query_int(q, 7) == r->update;
	d = decide(&known, &(struct offer){line.hubspot_id});
	hubspot_id = known.hubspot_id != 0 ? known.hubspot_id : line.hubspot_id;
	query_reset(q);
	r->in->types[r->type].by[d]++;
	if (d == DECIDE_CREATE || d == DECIDE_UPDATE || d == DECIDE_PLANNED)
		r->in->bytes += (int64_t)size;
	if (d == DECIDE_CREATE || d == DECIDE_UPDATE)
		return plan(r, &line, size, d, hubspot_id, e);
	/* The place in this bundle, where the line is still needed: to be sent, or to compare its associations. */
	return here || !known.same_payload || move(r, &line, size, e);
}

static bool
take_file(struct reading *r, struct err *e)
{
	int fd = r->push->parcel->files[r->update][r->type];
	int copy = fd < 0 ? -1 : dup(fd);
	FILE *f = copy < 0 ? NULL : fdopen(copy, "r");
	char *bytes = NULL;
	size_t room = 0;
	ssize_t n;
	bool ok = true;

	if (f == NULL)
		return fd < 0 || err_system(e, "%s", parcel_name(r->type, r->update));
	rewind(f);
	r->offset = 0;
	r->number = 0;
	while (ok && (n = getline(&bytes, &room, f)) > 0) {
		r->number++;
		ok = take_line(r, bytes, (size_t)n - (bytes[n - 1] == '\n'), e);
		r->offset += n;
		r->in->types[r->type].lines++;
		if (r->push->progress != NULL && r->number % 1024 == 0)
			r->push->progress(r->push->context, "plan", (uint64_t)r->number, 0);
	}
	if (ok && ferror(f) != 0)
		ok = err_system(e, "%s", parcel_name(r->type, r->update));
	free(bytes);
	fclose(f);
	return ok;
}

bool
intake_bundle(struct push *p, struct intake *in, struct err *e)
{
	struct reading r = {.push = p, .in = in, .hash = hash_open()};
	struct db *db = p->journal->db;
	bool ok = add_bundle(p, e) && sql_query(&r.find, db, SQL "find_record.sql", e) &&
		  sql_query(&r.plan, db, SQL "plan_record.sql", e) && sql_query(&r.move, db, SQL "move_record.sql", e);

	*in = (struct intake){0};
	for (int u = 0; u < 2 && ok; u++) {
		r.update = u != 0;
		for (int t = 0; t < ACTIVITIES && ok; t++) {
			r.type = (enum activity)t;
			ok = take_file(&r, e);
		}
	}
	for (int t = 0; t < ACTIVITIES; t++) {
		in->all.lines += in->types[t].lines;
		for (int d = 0; d < DECISIONS; d++)
			in->all.by[d] += in->types[t].by[d];
	}
	query_close(&r.find);
	query_close(&r.plan);
	query_close(&r.move);
	hash_close(r.hash);
	return ok;
}
