#include "steps/push/engine.h"

#include "core/clock.h"
#include "core/hash.h"
#include "core/mem.h"
#include "steps/push/line.h"
#include "steps/push/links.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define NS_PER_US 1000

/* The line of an item, read again from the bundle; it must still be the one that the journal has. */
static bool
fetch_line(struct engine *g, const struct job *j, const struct item *item, struct buf *bytes, struct line *line,
	struct err *e)
{
	char sha256[HASH_HEX];

	buf_reset(bytes);
	if (!parcel_read(g->push->parcel, j->type, item->is_update, item->offset, item->size, bytes, e))
		return false;
	if (!line_cut(bytes->bytes, bytes->size, line) || line->id != item->id)
		return err_set(
			e, ERR_REFUSED, "%s has changed since it was verified", parcel_name(j->type, item->is_update));
	if (!hash_of(line->payload.bytes, line->payload.size, sha256, e))
		return false;
	return strcmp(sha256, item->sha256) == 0 ||
	       err_set(e, ERR_REFUSED, "%s: line %lld is not the one that was planned: its hash differs",
		       parcel_name(j->type, item->is_update), (long long)item->line);
}

static bool
lines_body(struct engine *g, struct job *j, struct err *e)
{
	struct buf bytes = {0};
	struct line line;
	bool ok = true;

	buf_text(&j->body, "{\"inputs\":[");
	for (int i = 0; i < j->count && ok; i++) {
		ok = fetch_line(g, j, &j->items[i], &bytes, &line, e);
		if (!ok)
			break;
		if (i > 0)
			buf_char(&j->body, ',');
		if (j->kind == JOB_CREATE)
			line_create(&line, &j->body);
		else
			line_update(&line, j->items[i].hubspot_id, &j->body);
	}
	buf_text(&j->body, "]}");
	buf_clear(&bytes);
	return ok;
}

static void
ids_body(struct job *j, bool hubspot)
{
	buf_text(&j->body, "\"inputs\":[");
	for (int i = 0; i < j->count; i++)
		buf_format(&j->body, "%s{\"id\":\"%lld\"}", i == 0 ? "" : ",",
			(long long)(hubspot ? j->items[i].hubspot_id : j->items[i].id));
	buf_text(&j->body, "]}");
}

static void
search_body(struct job *j, const char *key)
{
	buf_format(&j->body,
		"{\"filterGroups\":[{\"filters\":[{\"propertyName\":\"%s\",\"operator\":\"IN\",\"values\":[", key);
	for (int i = 0; i < j->count; i++)
		buf_format(&j->body, "%s\"%lld\"", i == 0 ? "" : ",", (long long)j->items[i].id);
	buf_format(&j->body, "]}]}],\"properties\":[\"%s\"],\"limit\":200}", key);
}

/* False without an error: no record of the job has one of this type. */
static bool
links_body(struct engine *g, struct job *j, int *inputs, struct err *e)
{
	struct link_list *list = mem_new(sizeof *list);
	struct buf bytes = {0};
	struct line line;
	bool ok = true;

	*inputs = 0;
	buf_text(&j->body, "{\"inputs\":[");
	for (int i = 0; i < j->count && ok; i++) {
		int64_t id = j->items[i].hubspot_id;

		ok = fetch_line(g, j, &j->items[i], &bytes, &line, e);
		if (!ok)
			break;
		links_read(j->type, &line, list);
		if (j->kind == JOB_ASSOCIATE) {
			*inputs += links_inputs(list, j->to, id, *inputs == 0, &j->body);
			continue;
		}
		for (int k = 0; k < list->count; k++) {
			if (list->links[k].to_type != j->to)
				continue;
			buf_format(&j->body, "%s{\"id\":\"%lld\"}", *inputs == 0 ? "" : ",", (long long)id);
			++*inputs;
			break;
		}
	}
	buf_text(&j->body, "]}");
	buf_clear(&bytes);
	free(list);
	return ok;
}

static bool
make_body(struct engine *g, struct job *j, bool *empty, struct err *e)
{
	int inputs = 1;
	bool ok = true;

	buf_reset(&j->body);
	switch (j->kind) {
	case JOB_CREATE:
	case JOB_UPDATE:
		ok = lines_body(g, j, e);
		break;
	case JOB_READ:
		buf_format(&j->body, "{\"properties\":[\"%s\"],\"propertiesWithHistory\":[],\"idProperty\":\"%s\",",
			g->push->key_property, g->push->key_property);
		ids_body(j, false);
		break;
	case JOB_COMPARE:
		buf_format(&j->body, "{\"properties\":[\"%s\"],\"propertiesWithHistory\":[],", g->push->key_property);
		ids_body(j, true);
		break;
	case JOB_ARCHIVE:
		buf_char(&j->body, '{');
		ids_body(j, true);
		break;
	case JOB_SEARCH:
		search_body(j, g->push->key_property);
		break;
	case JOB_ASSOCIATE:
	case JOB_LINKS:
		ok = links_body(g, j, &inputs, e);
		break;
	}
	*empty = ok && inputs == 0;
	return ok;
}

static char *
path_of(const struct engine *g, const struct job *j)
{
	static const char *const verbs[] = {[JOB_CREATE] = "batch/create",
		[JOB_UPDATE] = "batch/update",
		[JOB_ARCHIVE] = "batch/archive",
		[JOB_READ] = "batch/read",
		[JOB_COMPARE] = "batch/read",
		[JOB_SEARCH] = "search",
		[JOB_ASSOCIATE] = "batch/create",
		[JOB_LINKS] = "batch/read"};
	bool links = j->kind == JOB_ASSOCIATE || j->kind == JOB_LINKS;
	char *rest = links ? mem_format("%s/%s/%s", activity_names[j->type], link_types[j->to], verbs[j->kind])
			   : mem_format("%s/%s", activity_names[j->type], verbs[j->kind]);
	char *path = push_path(g->push, links ? "associations" : "objects", rest);

	free(rest);
	return path;
}

static bool
note(struct engine *g, struct job *j, struct err *e)
{
	struct timespec now = {0};
	struct store_request r = {.run_id = g->push->run_id,
		.kind = job_names[j->kind],
		.type = activity_names[j->type],
		.count = j->count};
	bool ok;

	clock_gettime(CLOCK_REALTIME, &now);
	r.now = now.tv_sec;
	r.millis = (int)(now.tv_nsec / 1000000);
	r.now_us = (clock_ticks() - g->push->began) / NS_PER_US;
	ok = store_request(g->push->store, &r, &j->request_id, e);
	for (int i = 0; i < j->count && ok && (j->kind == JOB_CREATE || j->kind == JOB_UPDATE); i++) {
		struct item *item = &j->items[i];

		if (item->first_sent == 0)
			item->first_sent = r.now;
		item->tries++;
		ok = store_sending(g->push->store, item, j->request_id, item->first_sent, e);
	}
	return ok;
}

char *
prepare_job(struct engine *g, struct job *j, bool *empty, struct err *e)
{
	*empty = false;
	if (!make_body(g, j, empty, e) || *empty || !note(g, j, e))
		return NULL;
	j->began = false;
	return path_of(g, j);
}
