#include "steps/sync/push.h"

#include "core/file.h"
#include "core/mem.h"
#include "rules/sql.h"
#include "rules/template.h"
#include "steps/sync/manifest.h"
#include "steps/sync/push_settle.h"

#include <stdlib.h>
#include <string.h>

enum { MASTER, DERIVED, LINK = DERIVED + ACTIVITIES, BODY, MARK, EXTRA, LOG, TABLES };

struct push {
	struct push_flow flow;
	const struct push_options *options;
	struct db *db;
	struct push_table tables[TABLES];
	char *names[ACTIVITIES], *reads[ACTIVITIES];
	char *since, *lineage; /* the moment of the pull ("-infinity": none), and what the workspace was made from */
	char *pulled;	       /* SHA-256 of the pulled master, as the workspace read it; "" when it did not */
	char *attempt, *applied_at;
	char run_id[HASH_HEX];
	bool already;
	int64_t conflicts;
	json_t *conflict_list;
};

static bool
read_zone(struct push *p, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, p->db, "src/steps/sync/sql/push_zone.sql", e) && query_next(&q, e) == QUERY_ROW;

	if (ok)
		p->flow.zone = mem_text(query_text(&q, 0));
	query_close(&q);
	return ok || e->kind != ERR_NONE || err_set(e, ERR_INPUT, "%s: no run has filled it yet", p->options->out);
}

static bool
open_workspace(struct push *p, struct err *e)
{
	char *path = file_join(p->options->out, "staging.db");
	int64_t total = 0;
	bool ok;

	p->db = db_open(path, DB_READ, &sql_identity, e);
	ok = p->db != NULL && db_script(p->db, "begin", "BEGIN", e) &&
	     db_int(p->db, "push_total.sql", sync_text("src/steps/sync/sql/push_total.sql"), &total, e) &&
	     read_zone(p, e);
	p->flow.total = (uint64_t)total;
	free(path);
	return ok;
}

/* The hashes of the communications that the workspace read, one after another; *found when `sha256` is among them. */
static bool
read_inputs(struct push *p, const char *sha256, struct buf *all, bool *found, struct err *e)
{
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	*found = false;
	if (sql_query(&q, p->db, "src/steps/sync/sql/push_inputs.sql", e))
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			const char *text = query_text(&q, 0);

			*found = *found || (text != NULL && sha256[0] != '\0' && strcmp(text, sha256) == 0);
			buf_format(all, "%s\n", text == NULL ? "" : text);
		}
	query_close(&q);
	return step == QUERY_END;
}

/* From which pull the workspace comes: that whose communications it read. Without one there is no moment before
 * which the server's rows were seen, and every row that no push of the same inputs wrote is a conflict. */
static bool
find_pull(struct push *p, struct err *e)
{
	char *path = file_join(p->options->pulled == NULL ? p->options->out : p->options->pulled, MANIFEST_NAME);
	json_t *manifest = manifest_read(path, e), *file;
	struct buf inputs = {0};
	char hex[HASH_HEX];
	bool found = false, ok = e->kind == ERR_NONE;
	size_t i;

	if (ok && manifest == NULL && p->options->pulled != NULL)
		ok = err_set(e, ERR_USAGE, "--pulled: there is no %s", path);
	ok = ok &&
	     read_inputs(p, manifest == NULL ? "" : manifest_sha256(manifest, "communications"), &inputs, &found, e) &&
	     hash_of(inputs.bytes, inputs.size, hex, e);
	if (ok && found) {
		p->since = mem_text(manifest_text(manifest, "snapshot_time"));
		p->lineage = mem_format("pull %s", manifest_text(manifest, "pull_id"));
		json_array_foreach(json_object_get(manifest, "files"), i, file)
		{
			if (strcmp(manifest_text(file, "table"), "ic_communication_master") == 0)
				p->pulled = mem_text(manifest_text(file, "sha256"));
		}
	} else if (ok) {
		if (manifest != NULL)
			sync_warn(p->flow.sync, "%s is of other communications than this workspace read", path);
		p->since = mem_text("-infinity");
		p->lineage = mem_format("inputs %s", hex);
	}
	json_decref(manifest);
	buf_clear(&inputs);
	free(path);
	return ok;
}

/* What a server with the team's eight tables need not have: made on the way, in the push's transaction. */
static bool
make_own_tables(struct push *p, const struct pg_rows *rows, struct err *e)
{
	static const struct {
		const char *name, *file;
	} own[] = {{"communication_link", "schema/postgres/tables/32_communication_link.sql"},
		{"email_body", "schema/postgres/tables/33_email_body.sql"},
		{"source_mark", "schema/postgres/tables/34_source_mark.sql"},
		{"source_extra", "schema/postgres/tables/35_source_extra.sql"},
		{"reconciliation_log", "schema/postgres/tables/45_reconciliation_log.sql"},
		{"sync_run", "schema/postgres/tables/80_sync_run.sql"}};
	struct sync *s = p->flow.sync;
	bool ok = true;

	for (size_t i = 0; ok && i < sizeof own / sizeof own[0]; i++) {
		if (!pg_bool(rows, 0, 3 + (int)i))
			continue;
		ok = sync_script(s, own[i].file, e) ||
		     err_place(e, "schema '%s' lacks %s, which a push makes", s->schema, own[i].name);
		if (ok)
			sync_warn(s, "schema '%s' lacked %s: it is made", s->schema, own[i].name);
	}
	return ok;
}

static bool
begin(struct push *p, struct err *e)
{
	struct sync *s = p->flow.sync;
	struct pg_rows rows = {0};
	bool ok = sync_begin(s, "ISOLATION LEVEL READ COMMITTED", true, e) &&
		  sync_query(s, "src/steps/sync/sql/push_begin.sql", NULL, 0, &rows, e);

	if (ok && pg_text(&rows, 0, 2) != NULL)
		ok = err_set(e, ERR_ENVIRONMENT,
			"%s: schema '%s' lacks %s; `hubstage-sync deploy` makes what is missing", pg_host(s->pg),
			s->schema, pg_text(&rows, 0, 2));
	ok = ok && make_own_tables(p, &rows, e);
	if (ok) {
		p->attempt = mem_text(pg_text(&rows, 0, 0));
		p->applied_at = mem_text(pg_text(&rows, 0, 1));
	}
	pg_rows_clear(&rows);
	return ok && sync_script(s, "src/steps/sync/sql/push_conflict_table.sql", e);
}

static void
name_tables(struct push *p)
{
	p->tables[MASTER] = (struct push_table){
		.name = "ic_communication_master", .role = "master", .read = "src/steps/sync/sql/push_read_master.sql"};
	for (int i = 0; i < ACTIVITIES; i++) {
		p->names[i] = mem_format("ic_%s", activity_names[i]);
		p->reads[i] = mem_format("src/steps/sync/sql/push_read_%s.sql", activity_names[i]);
		p->tables[DERIVED + i] =
			(struct push_table){.name = p->names[i], .role = "derived", .read = p->reads[i]};
	}
	p->tables[LINK] = (struct push_table){.name = "communication_link",
		.role = "link",
		.read = "src/steps/sync/sql/push_read_link.sql",
		.apply = "src/steps/sync/sql/push_links.sql"};
	p->tables[BODY] = (struct push_table){.name = "email_body",
		.role = "link",
		.read = "src/steps/sync/sql/push_read_body.sql",
		.apply = "src/steps/sync/sql/push_bodies.sql"};
	p->tables[MARK] = (struct push_table){.name = "source_mark",
		.role = "link",
		.read = "src/steps/sync/sql/push_read_mark.sql",
		.apply = "src/steps/sync/sql/push_marks.sql"};
	p->tables[EXTRA] = (struct push_table){.name = "source_extra",
		.role = "link",
		.read = "src/steps/sync/sql/push_read_extra.sql",
		.apply = "src/steps/sync/sql/push_extras.sql"};
	p->tables[LOG] = (struct push_table){.name = "reconciliation_log",
		.role = "log",
		.read = "src/steps/sync/sql/push_read_log.sql",
		.apply = "src/steps/sync/sql/push_log.sql"};
}

/* Statuses concern the first eight only. */
static int
table_count(const struct push *p)
{
	return p->options->mode == PUSH_STATUSES ? LINK : TABLES;
}

static bool
send_all(struct push *p, struct err *e)
{
	bool ok = true;

	for (int i = 0; ok && i < table_count(p); i++) {
		struct push_table *t = &p->tables[i];

		hash_add(p->flow.whole, t->name, strlen(t->name));
		ok = push_table_open(t, &p->flow, p->db, p->pulled == NULL ? "" : p->pulled, e) &&
		     push_table_send(t, &p->flow, e);
	}
	return ok && hash_end(p->flow.whole, p->run_id, e);
}

/* How many rows the push writes. */
static int64_t
written(const struct push *p)
{
	int64_t sum = 0;

	for (int i = 0; i < table_count(p); i++)
		sum += p->tables[i].changed + p->tables[i].added + p->tables[i].removed;
	return sum;
}

/* Whether the last push was this one, and the server still has it as it came: then there is nothing to remember. */
static bool
find_last(struct push *p, struct err *e)
{
	struct pg_rows rows = {0};
	bool ok = sync_query(p->flow.sync, "src/steps/sync/sql/push_last.sql", NULL, 0, &rows, e);

	if (ok && rows.count > 0 && p->conflicts == 0 && written(p) == 0 &&
		strcmp(pg_text(&rows, 0, 0), p->run_id) == 0) {
		p->already = true;
		free(p->applied_at);
		p->applied_at = mem_text(pg_text(&rows, 0, 2));
	}
	pg_rows_clear(&rows);
	return ok;
}

static bool
list_conflicts(struct push *p, struct err *e)
{
	struct pg_rows rows = {0};
	bool ok = sync_query(p->flow.sync, "src/steps/sync/sql/push_conflicts.sql", NULL, 0, &rows, e);

	for (int i = 0; ok && i < rows.count; i++)
		json_array_append_new(p->conflict_list,
			json_pack("{s:I, s:s, s:s?}", "id", (json_int_t)pg_int(&rows, i, 0), "changed_in",
				pg_text(&rows, i, 1), "last_updated", pg_text(&rows, i, 2)));
	ok = ok && sync_query(p->flow.sync, "src/steps/sync/sql/push_conflict_count.sql", NULL, 0, &rows, e);
	p->conflicts = ok ? pg_int(&rows, 0, 0) : 0;
	pg_rows_clear(&rows);
	return ok;
}

/* All of them, for people. */
static bool
write_conflicts(struct push *p, struct err *e)
{
	const char *sql = "src/steps/sync/sql/push_conflict_copy.sql", *bytes;
	char *path = file_join(p->options->out, "sync-conflicts.csv");
	struct file *file = file_open(path, 0, e);
	size_t size;
	enum pg_step step = PG_FAILED;
	bool ok = file != NULL && pg_copy_out(p->flow.sync->pg, sql, sync_text(sql), e);

	while (ok && (step = pg_copy_next(p->flow.sync->pg, &bytes, &size, e)) == PG_PIECE)
		ok = file_add(file, bytes, size, e);
	ok = ok && step == PG_END && file_finish(file, e);
	file_close(file);
	free(path);
	return ok;
}

/* Rows that the server changed since. With --force they are told, and written over. */
static bool
find_conflicts(struct push *p, struct err *e)
{
	struct sync *s = p->flow.sync;
	const char *values[] = {p->since, p->lineage};
	bool ok = true;

	for (int i = 0; ok && i < LINK; i++)
		if (p->tables[i].texts[PUSH_CONFLICT] != NULL)
			ok = pg_query(s->pg, p->tables[i].name, p->tables[i].texts[PUSH_CONFLICT], values, 2, NULL, e);
		else
			sync_warn(s, "%s has no last_updated: what changed there since the pull cannot be seen",
				p->tables[i].name);
	if (ok && p->options->mode == PUSH_FULL)
		ok = sync_script(s, "src/steps/sync/sql/push_deleted.sql", e);
	ok = ok && list_conflicts(p, e) && (p->conflicts == 0 || write_conflicts(p, e));
	if (ok && p->options->force)
		return sync_script(s, "src/steps/sync/sql/push_forced.sql", e);
	return ok && pg_script(s->pg, "analyze", "ANALYZE hs_conflict", e);
}

static json_t *
table_answers(const struct push *p)
{
	json_t *list = json_array();

	for (int i = 0; i < table_count(p); i++) {
		const struct push_table *t = &p->tables[i];

		json_array_append_new(
			list, json_pack("{s:s, s:I, s:I, s:I, s:I, s:s?}", "name", t->name, "sent", (json_int_t)t->sent,
				      "added", (json_int_t)t->added, "changed", (json_int_t)t->changed, "removed",
				      (json_int_t)t->removed, "lacking", t->lacking));
	}
	return list;
}

static bool
remember(struct push *p, struct err *e)
{
	json_t *counts = table_answers(p);
	char *text = json_dumps(counts, JSON_COMPACT);
	const char *values[] = {p->run_id, p->attempt, p->options->mode == PUSH_STATUSES ? "statuses" : "full",
		p->lineage, p->flow.sync->version, p->applied_at, text};
	bool ok = sync_query(p->flow.sync, "src/steps/sync/sql/push_run.sql", values, 7, NULL, e);

	free(text);
	json_decref(counts);
	return ok;
}

/* Derived rows that are not of their type any more go before the master's new rows come; all of it under one lock. */
static bool
apply_all(struct push *p, struct err *e)
{
	bool ok = sync_script(p->flow.sync, "src/steps/sync/sql/push_lock.sql", e) && find_conflicts(p, e);

	for (int i = 0; ok && i < table_count(p); i++)
		ok = push_table_apply(&p->tables[i], &p->flow, p->applied_at, e);
	for (int i = 0; ok && i < table_count(p); i++)
		ok = push_table_verify(&p->tables[i], &p->flow, e);
	return ok && find_last(p, e) && (p->already || remember(p, e));
}

static json_t *
answer_of(const struct push *p)
{
	return json_pack("{s:o, s:s, s:b, s:b, s:b, s:s, s:s, s:I, s:I, s:o, s:I, s:O}", "server",
		sync_server(p->flow.sync), "mode", p->options->mode == PUSH_STATUSES ? "statuses" : "full", "dry_run",
		p->options->dry_run, "applied", !p->options->dry_run && !p->already, "already_applied", p->already,
		"run_id", p->run_id, "applied_at", p->applied_at, "rows", (json_int_t)p->flow.rows, "bytes",
		(json_int_t)p->flow.bytes, "tables", table_answers(p), "conflicts", (json_int_t)p->conflicts,
		"conflict_list", p->conflict_list);
}

static void
clear(struct push *p)
{
	for (int i = 0; i < TABLES; i++)
		push_table_close(&p->tables[i]);
	for (int i = 0; i < ACTIVITIES; i++) {
		free(p->names[i]);
		free(p->reads[i]);
	}
	db_close(p->db);
	hash_close(p->flow.whole);
	hash_close(p->flow.row);
	free(p->flow.zone);
	free(p->since);
	free(p->lineage);
	free(p->pulled);
	free(p->attempt);
	free(p->applied_at);
	json_decref(p->conflict_list);
}

bool
step_push(struct sync *s, const struct push_options *options, json_t **answer, struct err *e)
{
	struct push p = {.options = options, .conflict_list = json_array()};
	bool ok;

	p.flow = (struct push_flow){
		.sync = s, .mode = options->mode, .force = options->force, .whole = hash_open(), .row = hash_open()};
	name_tables(&p);
	ok = open_workspace(&p, e) && find_pull(&p, e) && begin(&p, e) && send_all(&p, e) && apply_all(&p, e);
	if (ok && !p.already && !options->dry_run)
		ok = push_settle(s, p.attempt, options->reconnect_seconds, e);
	else
		pg_rollback(s->pg);
	if (ok)
		*answer = answer_of(&p);
	clear(&p);
	return ok;
}
