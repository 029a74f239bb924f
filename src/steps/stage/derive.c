/* derive: each communication through its view into its table, with its payload; in a run also into the bundle, in
 * one pass. */
#include "steps/stage/derive.h"

#include "core/hash.h"
#include "core/mem.h"
#include "core/text.h"
#include "rules/sql.h"
#include "steps/stage/payload.h"

#include <stdlib.h>
#include <string.h>

/* One activity type: its view, its table, its template. */
struct derive_type {
	struct query select, insert;
	struct payload payload;
	int view_columns; /* that the table has, the others are for the payload */
	int title, whole; /* of the view: the title as the table takes it, and all of it; -1: the type has none */
};

struct derive {
	struct stage *stage;
	struct bundle *bundle; /* NULL: none is written */
	struct derive_type types[ACTIVITIES];
	struct payload_maps *maps;
	struct query rows, links, in_hubspot, failed, finding, error, skipped, pushed;
	bool has_links, has_in_hubspot, has_failed;
	struct payload_links link;
	size_t link_room;
	struct buf line;
};

/* The row that is being derived. */
struct derive_row {
	int64_t id;
	enum activity activity;
	const char *decision, *code, *reason; /* of v_disposition, valid while its row is */
	int64_t hubspot_id;		      /* 0: not in HubSpot */
	bool other_type;		      /* it is in HubSpot as another type */
	char sha256[HASH_HEX];		      /* of what HubSpot holds; "": not known */
	char pushed_at[32];
};

/* The column of a name; -1 for none. */
static int
view_column(const struct query *view, const char *name)
{
	for (int i = 0; name != NULL && i < sqlite3_column_count(view->stmt); i++)
		if (strcmp(sqlite3_column_name(view->stmt, i), name) == 0)
			return i;
	return -1;
}

static bool
open_type(struct derive *d, int i, const struct template *template, struct err *e)
{
	static const char *const titles[ACTIVITIES] = {
		[CALLS] = "call_title", [MEETINGS] = "meeting_name", [TASKS] = "task_title"};
	struct derive_type *t = &d->types[i];
	char *select = mem_format("src/steps/stage/sql/derive_select_%s.sql", activity_names[i]);
	char *insert = mem_format("src/steps/stage/sql/derive_insert_%s.sql", activity_names[i]);
	bool ok = sql_query(&t->select, d->stage->db, select, e) && sql_query(&t->insert, d->stage->db, insert, e) &&
		  payload_open(&t->payload, template, &t->select, d->maps, d->stage->zone, e);

	/* id, what the view gives behind the master id, then the payload and six columns of its fate */
	t->view_columns = ok ? sqlite3_bind_parameter_count(t->insert.stmt) - 8 : 0;
	t->title = ok ? view_column(&t->select, titles[i]) : -1;
	t->whole = ok ? view_column(&t->select, "payload_title") : -1;
	free(select);
	free(insert);
	return ok;
}

static bool
open_queries(struct derive *d, struct err *e)
{
	const struct {
		struct query *q;
		const char *path;
	} all[] = {
		{&d->rows, "src/steps/stage/sql/derive_rows.sql"},
		{&d->links, "src/steps/stage/sql/derive_links.sql"},
		{&d->in_hubspot, "src/steps/stage/sql/derive_in_hubspot.sql"},
		{&d->failed, "src/steps/stage/sql/derive_failed.sql"},
		{&d->finding, "src/steps/stage/sql/derive_finding.sql"},
		{&d->error, "src/steps/stage/sql/derive_error.sql"},
		{&d->skipped, "src/steps/stage/sql/derive_skipped.sql"},
		{&d->pushed, "src/steps/stage/sql/derive_pushed.sql"},
	};
	struct query known = {0};
	bool ok = true;

	for (size_t i = 0; ok && i < sizeof all / sizeof all[0]; i++)
		ok = sql_query(all[i].q, d->stage->db, all[i].path, e);
	ok = ok && sql_query(&known, d->stage->db, "src/steps/stage/sql/derive_known.sql", e) &&
	     query_next(&known, e) == QUERY_ROW;
	if (ok) {
		d->has_links = query_int(&known, 0) != 0;
		d->has_in_hubspot = query_int(&known, 1) != 0;
		d->has_failed = query_int(&known, 2) != 0;
	}
	query_close(&known);
	return ok;
}

static void
close_all(struct derive *d)
{
	struct query *all[] = {
		&d->rows, &d->links, &d->in_hubspot, &d->failed, &d->finding, &d->error, &d->skipped, &d->pushed};

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		query_close(all[i]);
	for (int i = 0; i < ACTIVITIES; i++) {
		query_close(&d->types[i].select);
		query_close(&d->types[i].insert);
		payload_close(&d->types[i].payload);
	}
	payload_maps_close(d->maps);
	free(d->link.contacts);
	free(d->link.companies);
	buf_clear(&d->line);
}

static bool
find_links(struct derive *d, const struct derive_row *row, struct err *e)
{
	enum query_step step;

	d->link.contact_count = d->link.company_count = 0;
	if (!d->has_links)
		return true;
	query_bind_int(&d->links, 1, row->id);
	while ((step = query_next(&d->links, e)) == QUERY_ROW) {
		if (d->link.contact_count == d->link_room || d->link.company_count == d->link_room) {
			d->link_room = d->link_room == 0 ? 16 : d->link_room * 2;
			d->link.contacts = mem_grow(d->link.contacts, d->link_room * sizeof *d->link.contacts);
			d->link.companies = mem_grow(d->link.companies, d->link_room * sizeof *d->link.companies);
		}
		if (!query_null(&d->links, 0))
			d->link.contacts[d->link.contact_count++] = query_int(&d->links, 0);
		if (!query_null(&d->links, 1))
			d->link.companies[d->link.company_count++] = query_int(&d->links, 1);
	}
	query_reset(&d->links);
	return step == QUERY_END;
}

static void
copy_text(char *to, size_t size, const char *text)
{
	sqlite3_snprintf((int)size, to, "%s", text == NULL ? "" : text);
}

/* What HubSpot has of this communication. */
static bool
find_in_hubspot(struct derive *d, struct derive_row *row, struct err *e)
{
	enum query_step step;
	const char *type;

	row->hubspot_id = 0;
	row->other_type = false;
	if (!d->has_in_hubspot)
		return true;
	query_bind_int(&d->in_hubspot, 1, row->id);
	step = query_next(&d->in_hubspot, e);
	if (step == QUERY_ROW) {
		type = query_text(&d->in_hubspot, 0);
		row->other_type = type != NULL && strcmp(type, activity_names[row->activity]) != 0;
		row->hubspot_id = query_int(&d->in_hubspot, 1);
		copy_text(row->sha256, sizeof row->sha256, query_text(&d->in_hubspot, 2));
		copy_text(row->pushed_at, sizeof row->pushed_at, query_text(&d->in_hubspot, 3));
	}
	query_reset(&d->in_hubspot);
	return step != QUERY_FAILED;
}

static bool
add_finding(struct derive *d, const struct derive_row *row, const char *kind, const char *code, const char *property,
	const char *message, struct err *e)
{
	query_bind_int(&d->finding, 1, row->id);
	query_bind_text(&d->finding, 2, activity_names[row->activity]);
	query_bind_text(&d->finding, 3, kind);
	query_bind_text(&d->finding, 4, code);
	query_bind_text(&d->finding, 5, property);
	query_bind_text(&d->finding, 6, message);
	return query_run(&d->finding, e);
}

static bool
add_payload_findings(struct derive *d, const struct derive_row *row, const struct payload *p, struct err *e)
{
	for (int i = 0; i < p->finding_count; i++)
		if (!add_finding(d, row, p->findings[i].kind, p->findings[i].code, p->findings[i].property,
			    p->findings[i].message, e))
			return false;
	return true;
}

/* A title over the length of its column is cut in the table only; that is listed. */
static bool
add_cut_title(struct derive *d, const struct derive_type *t, const struct derive_row *row, struct err *e)
{
	sqlite3_stmt *view = t->select.stmt;
	size_t size, whole;
	char message[100];

	if (t->title < 0 || t->whole < 0 || sqlite3_column_type(view, t->title) == SQLITE_NULL ||
		sqlite3_column_bytes(view, t->title) >= sqlite3_column_bytes(view, t->whole))
		return true;
	size = (size_t)sqlite3_column_bytes(view, t->title);
	whole = (size_t)sqlite3_column_bytes(view, t->whole);
	sqlite3_snprintf(sizeof message, message, "%llu characters, cut to %llu in the table; the payload has all",
		(unsigned long long)text_length((const char *)sqlite3_column_text(view, t->whole), whole),
		(unsigned long long)text_length((const char *)sqlite3_column_text(view, t->title), size));
	return add_finding(d, row, "flagged", "TITLE_CUT", sqlite3_column_name(view, t->title), message, e);
}

/* Binds the view's columns as they are, without a copy: they live until the view's statement is stepped. */
static void
bind_view(struct derive_type *t)
{
	for (int i = 1; i <= t->view_columns; i++) {
		sqlite3_value *value = sqlite3_column_value(t->select.stmt, i);

		switch (sqlite3_value_type(value)) {
		case SQLITE_TEXT:
			query_bind_bytes(&t->insert, i + 1, (const char *)sqlite3_value_text(value),
				(size_t)sqlite3_value_bytes(value));
			break;
		case SQLITE_INTEGER:
			query_bind_int(&t->insert, i + 1, sqlite3_value_int64(value));
			break;
		case SQLITE_FLOAT:
			sqlite3_bind_double(t->insert.stmt, i + 1, sqlite3_value_double(value));
			break;
		default:
			query_bind_null(&t->insert, i + 1);
			break;
		}
	}
}

/* The payload, and what is known of its fate. */
static bool
bind_fate(struct derive *d, struct derive_type *t, const struct derive_row *row, struct err *e)
{
	int at = t->view_columns + 2;
	enum query_step failed = QUERY_END;

	query_bind_bytes(&t->insert, at, d->line.bytes, d->line.size);
	query_bind_text(&t->insert, at + 1, row->hubspot_id != 0 ? "pushed" : "pending");
	query_bind_null(&t->insert, at + 2);
	query_bind_null(&t->insert, at + 3);
	query_bind_text(&t->insert, at + 4, d->stage->as_of);
	query_bind_null(&t->insert, at + 5);
	query_bind_text(&t->insert, at + 6, d->stage->as_of);
	if (row->hubspot_id != 0) {
		query_bind_int(&t->insert, at + 2, row->hubspot_id);
		query_bind_text(&t->insert, at + 5, row->pushed_at[0] == '\0' ? NULL : row->pushed_at);
	} else if (d->has_failed) {
		query_bind_int(&d->failed, 1, row->id);
		failed = query_next(&d->failed, e);
		if (failed == QUERY_ROW) {
			query_bind_text(&t->insert, at + 1, "failed");
			sqlite3_bind_value(t->insert.stmt, at + 3, sqlite3_column_value(d->failed.stmt, 0));
		}
		query_reset(&d->failed);
	}
	return failed != QUERY_FAILED;
}

static bool
mark_error(struct derive *d, const struct derive_row *row, const char *message, struct err *e)
{
	const char *prefix = "CHECK constraint failed: ";

	if (strncmp(message, prefix, strlen(prefix)) == 0)
		message += strlen(prefix);
	query_bind_int(&d->error, 1, row->id);
	query_bind_text(&d->error, 2, message);
	query_bind_text(&d->error, 3, d->stage->as_of);
	return query_run(&d->error, e);
}

static bool
mark_pushed(struct derive *d, const struct derive_row *row, struct err *e)
{
	query_bind_int(&d->pushed, 1, row->id);
	query_bind_text(&d->pushed, 2, "pushed");
	query_bind_int(&d->pushed, 3, row->hubspot_id);
	return query_run(&d->pushed, e);
}

/* Whether HubSpot's record differs from the payload. What HubSpot holds may not be known; then it does not. */
static bool
is_changed(const struct derive *d, const struct derive_row *row, bool *changed, struct err *e)
{
	char sha256[HASH_HEX];

	*changed = false;
	if (row->hubspot_id == 0 || row->sha256[0] == '\0')
		return true;
	if (!hash_of(d->line.bytes + 1, d->line.size - 1, sha256, e))
		return false;
	*changed = strcmp(sha256, row->sha256) != 0;
	return true;
}

/* The row stands in its table: notes what is to be said of it, and gives it to the bundle. */
static bool
settle(struct derive *d, struct derive_type *t, const struct derive_row *row, struct err *e)
{
	bool held = t->payload.held, changed;

	if (!add_payload_findings(d, row, &t->payload, e) || !add_cut_title(d, t, row, e) ||
		!is_changed(d, row, &changed, e))
		return false;
	if (strcmp(row->decision, "hold") == 0) {
		held = true;
		if (!add_finding(d, row, "held", row->code, NULL, row->reason, e))
			return false;
	}
	if (row->other_type) {
		held = true;
		if (!add_finding(d, row, "held", "TYPE_CHANGED", NULL, "HubSpot has it as another type of activity", e))
			return false;
	}
	if (row->hubspot_id != 0 && !mark_pushed(d, row, e))
		return false;
	if (held || (row->hubspot_id != 0 && !changed))
		return true;
	if (changed &&
		!add_finding(d, row, "changed", "PAYLOAD_CHANGED", NULL, "HubSpot has it with another payload", e))
		return false;
	return d->bundle == NULL ||
	       bundle_add(d->bundle, row->activity, row->hubspot_id, d->line.bytes, d->line.size, e);
}

static bool
derive_row(struct derive *d, struct derive_row *row, struct err *e)
{
	struct derive_type *t = &d->types[row->activity];
	enum query_step step;
	bool ok;

	if (!find_links(d, row, e) || !find_in_hubspot(d, row, e))
		return false;
	query_bind_int(&t->select, 1, row->id);
	step = query_next(&t->select, e);
	if (step == QUERY_END)
		err_set(e, ERR_FAULT, "v_ic_%s_staging has no row for communication %lld",
			activity_names[row->activity], (long long)row->id);
	ok = step == QUERY_ROW;
	if (ok) {
		query_bind_int(&t->insert, 1, row->id);
		bind_view(t);
		buf_reset(&d->line);
		payload_write(&t->payload, &t->select, &d->link, &d->line);
		ok = bind_fate(d, t, row, e);
	}
	if (ok) {
		step = query_try(&t->insert, e);
		ok = step == QUERY_CONSTRAINT ? mark_error(d, row, e->text, e)
					      : step == QUERY_END && settle(d, t, row, e);
	}
	query_reset(&t->select);
	return ok;
}

static bool
skip_row(struct derive *d, const struct derive_row *row, struct err *e)
{
	query_bind_int(&d->skipped, 1, row->id);
	return query_run(&d->skipped, e) && add_finding(d, row, "skipped", row->code, NULL, row->reason, e);
}

static bool
derive_rows(struct derive *d, struct err *e)
{
	struct derive_row row = {0};
	enum query_step step = QUERY_ROW;
	uint64_t count = 0;
	bool ok = true;

	while (ok && (step = query_next(&d->rows, e)) == QUERY_ROW) {
		row.id = query_int(&d->rows, 0);
		row.activity = activity_find(query_text(&d->rows, 1));
		row.decision = query_text(&d->rows, 2);
		row.code = query_text(&d->rows, 3);
		row.reason = query_text(&d->rows, 4);
		ok = strcmp(row.decision, "skip") == 0 ? skip_row(d, &row, e) : derive_row(d, &row, e);
		if (++count % 1024 == 0 && d->stage->progress != NULL)
			d->stage->progress(d->stage->context, "derive", count, 0, 0);
	}
	return ok && step == QUERY_END;
}

bool
rules_fit(struct stage *stage, const struct template_set *templates, struct err *e)
{
	struct derive d = {.stage = stage};
	bool ok = (d.maps = payload_maps_open(stage->db, e)) != NULL;

	for (int i = 0; ok && i < ACTIVITIES; i++)
		ok = open_type(&d, i, &templates->templates[i], e);
	close_all(&d);
	return ok;
}

bool
derive_run(struct stage *stage, struct bundle *bundle, struct err *e)
{
	struct derive d = {.stage = stage, .bundle = bundle};
	struct template_set templates = {0};
	bool ok = stage->building || sql_run(stage->db, "schema/steps/reset_derive.sql", e);

	ok = ok && sql_run(stage->db, "schema/steps/filter.sql", e) &&
	     template_set_init(&templates, stage->rules, stage->settings, e);
	d.maps = ok ? payload_maps_open(stage->db, e) : NULL;
	ok = d.maps != NULL && open_queries(&d, e);
	for (int i = 0; ok && i < ACTIVITIES; i++)
		ok = open_type(&d, i, &templates.templates[i], e);
	ok = ok && derive_rows(&d, e);
	if (ok && !stage->building)
		ok = sql_run(stage->db, "src/steps/stage/sql/derive_processed.sql", e);
	ok = ok && stage_done(stage, "derive", e);
	close_all(&d);
	template_set_clear(&templates);
	return ok;
}

bool
step_derive(struct stage *stage, struct err *e)
{
	return derive_run(stage, NULL, e);
}
