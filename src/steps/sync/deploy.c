#include "steps/sync/deploy.h"

#include "core/mem.h"
#include "rules/embedded.h"
#include "rules/template.h"
#include "steps/sync/objects.h"
#include "steps/sync/rules.h"

#include <stdlib.h>
#include <string.h>

struct deploy {
	struct sync *sync;
	const struct deploy_options *options;
	struct objects before, expected, after;
	json_t *list;	/* of the answer */
	json_t *faults; /* name of a thing -> why it could not be made */
	bool ours;	/* the set of the options is the one that is installed */
};

static void
tell(struct deploy *d, const char *kind, const char *name, const char *state, const char *detail)
{
	json_t *item = json_pack("{s:s, s:s, s:s}", "kind", kind, "name", name, "state", state);

	if (detail != NULL)
		json_object_set_new(item, "detail", json_string(detail));
	json_array_append_new(d->list, item);
}

/* The end of a statement: a semicolon at the end of a line. */
static size_t
statement_size(const char *sql)
{
	const char *end = strstr(sql, ";\n");

	return end == NULL ? strlen(sql) : (size_t)(end - sql) + 2;
}

/* Whether a statement failed because a table or its rows are not as ours: the other things can be made all the same. */
static bool
is_theirs(const char *state)
{
	static const char *const classes[] = {"42", "23", "54", "0A"};
	bool is = false;

	for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++)
		is = is || strncmp(state, classes[i], 2) == 0;
	return is && strcmp(state, "42501") != 0;
}

/* Runs a statement of `path` that makes the thing `name`. That it cannot be made is told, and the transaction goes
 * on. */
static bool
try_statement(struct deploy *d, const char *path, const char *name, const char *sql, struct err *e)
{
	struct pg *pg = d->sync->pg;
	struct err fault = {0};

	if (!pg_script(pg, path, "SAVEPOINT made", e))
		return false;
	if (pg_script(pg, path, sql, &fault))
		return pg_script(pg, path, "RELEASE SAVEPOINT made", e);
	if (!is_theirs(pg_state(pg))) {
		*e = fault;
		return false;
	}
	json_object_set_new(d->faults, name, json_string(fault.text));
	return pg_script(pg, path, "ROLLBACK TO SAVEPOINT made", e);
}

/* The index that a statement makes. */
static char *
index_of(const char *statement)
{
	const char *at = strstr(statement, " IF NOT EXISTS ");

	return at == NULL ? mem_text("") : mem_format("%.*s", (int)strcspn(at + 15, " "), at + 15);
}

static bool
try_statements(struct deploy *d, const char *path, const char *sql, struct err *e)
{
	bool ok = true;

	while (ok && *sql != '\0') {
		size_t size = statement_size(sql);
		char *statement = mem_format("%.*s", (int)size, sql), *index = index_of(statement);

		/* asked here, as IF NOT EXISTS asks for the table's owner even when it is there */
		if (objects_find(&d->before, "index", index) == NULL)
			ok = try_statement(d, path, index, statement, e);
		free(index);
		free(statement);
		sql += size;
	}
	return ok;
}

/* "schema/postgres/tables/60_ic_calls.sql" -> ic_calls */
static char *
object_of(const char *path)
{
	const char *name = strrchr(path, '/') + 1;

	name += strspn(name, "0123456789");
	name += *name == '_';
	return mem_format("%.*s", (int)strcspn(name, "."), name);
}

/* The activity whose staging view it is, by the name of the view or of its file; NULL when it is none. */
static const char *
staging_activity(const char *name)
{
	for (int i = 0; i < ACTIVITIES; i++) {
		char *view = mem_format("v_ic_%s_staging", activity_names[i]);
		bool same = strcmp(view, name) == 0;

		free(view);
		if (same)
			return activity_names[i];
	}
	return NULL;
}

/* Runs the files of a folder whose thing is not there yet; those of indexes name theirs themselves. A lookup can be a
 * view too. */
static bool
make_folder(struct deploy *d, const char *folder, const char *kind, struct err *e)
{
	size_t size = strlen(folder);
	bool ok = true;

	for (int i = 0; ok && i < embedded_count; i++) {
		const struct embedded *file = &embedded_files[i];
		const char *own = kind;
		char *name;

		if (strncmp(file->path, folder, size) != 0)
			continue;
		name = object_of(file->path);
		if (strncmp(name, "v_", 2) == 0)
			own = "view";
		if (kind == NULL)
			ok = try_statements(d, file->path, (const char *)file->bytes, e);
		else if (objects_find(&d->before, own, name) == NULL && staging_activity(name) == NULL)
			ok = try_statement(d, file->path, name, (const char *)file->bytes, e);
		free(name);
	}
	return ok;
}

static const char *
fault_of(const struct deploy *d, const char *name)
{
	return json_string_value(json_object_get(d->faults, name));
}

/* A column or constraint, "table.column" or "table: definition", beside what the server has in its place. */
static void
compare_part(struct deploy *d, const struct object *want, const struct object *is)
{
	size_t size = strcspn(want->name, ".:");
	bool column = want->name[size] == '.';
	char *table = mem_format("%.*s", (int)size, want->name), *detail = NULL;

	if (objects_find(&d->after, "table", table) == NULL) /* told as a whole */
		detail = NULL;
	else if (is == NULL)
		detail = mem_format("is not there; ours: %s", column ? want->definition : want->name + size + 2);
	else if (strcmp(is->definition, want->definition) != 0)
		detail = mem_format("is %s, ours %s", is->definition, want->definition);
	if (detail != NULL)
		tell(d, want->kind, column ? want->name : table, is == NULL ? "missing" : "differs", detail);
	free(detail);
	free(table);
}

/* A thing that deploy makes: a table, index, function or view. */
static void
compare_whole(struct deploy *d, const struct object *want, const struct object *was, const struct object *is)
{
	const char *fault = fault_of(d, want->name);
	char *detail =
		is == NULL ? mem_format("could not be made: %s", fault == NULL ? "no reason is known" : fault) : NULL;
	bool same = is != NULL && strcmp(is->definition, want->definition) == 0;

	if (is == NULL)
		tell(d, want->kind, want->name, "missing", detail);
	else if (was == NULL)
		tell(d, want->kind, want->name, "created", NULL);
	else
		tell(d, want->kind, want->name, same ? "there" : "differs",
			same ? NULL : "is defined otherwise than ours, and stays as it is");
	free(detail);
}

/* What should be there beside what was and what is. Staging views are told where they are generated. */
static void
compare_expected(struct deploy *d)
{
	for (size_t i = 0; i < d->expected.count; i++) {
		const struct object *want = &d->expected.items[i];
		const struct object *was = objects_find(&d->before, want->kind, want->name);
		const struct object *is = objects_find(&d->after, want->kind, want->name);

		if (strcmp(want->kind, "column") == 0 || strcmp(want->kind, "constraint") == 0)
			compare_part(d, want, is);
		else if (staging_activity(want->name) == NULL)
			compare_whole(d, want, was, is);
	}
}

/* Columns of our tables that only the server has. */
static void
compare_extra(struct deploy *d)
{
	for (size_t i = 0; i < d->before.count; i++) {
		const struct object *is = &d->before.items[i];
		char *table = mem_format("%.*s", (int)strcspn(is->name, "."), is->name);

		if (strcmp(is->kind, "column") == 0 && objects_find(&d->expected, "table", table) != NULL &&
			objects_find(&d->expected, "column", is->name) == NULL)
			tell(d, "column", is->name, "extra", is->definition);
		free(table);
	}
}

static bool
make_objects(struct deploy *d, struct err *e)
{
	struct sync *s = d->sync;

	return objects_read(&d->before, s, s->schema, e) &&
	       make_folder(d, "schema/postgres/functions/", "function", e) &&
	       make_folder(d, "schema/postgres/tables/", "table", e) &&
	       make_folder(d, "schema/postgres/lookups/", "function", e) && objects_expected(&d->expected, s, e) &&
	       make_folder(d, "schema/postgres/indexes/", NULL, e);
}

/* Installs the rule set unless it is there already, or another one is there and nobody asked for this one. */
static bool
install_rules(struct deploy *d, struct err *e)
{
	const struct deploy_options *o = d->options;
	struct pg_rows rows = {0};
	const char *values[] = {o->as_of, d->sync->version};
	const char *name, *sha256, *zone, *want = json_string_value(json_object_get(o->settings, "timezone"));
	bool ok = sync_query(d->sync, "src/steps/sync/sql/rules_there.sql", NULL, 0, &rows, e), same;
	char *detail;

	if (!ok)
		return false;
	name = rows.count == 0 ? "" : pg_text(&rows, 0, 0);
	sha256 = rows.count == 0 ? "" : pg_text(&rows, 0, 1);
	zone = rows.count == 0 ? "" : pg_text(&rows, 0, 2);
	same = strcmp(sha256, o->rules->sha256) == 0 && want != NULL && strcmp(zone, want) == 0;
	if (rows.count > 0 && (same || !o->rules_asked)) {
		detail = mem_format("as of %s", pg_text(&rows, 0, 3));
		if (o->as_of_asked && strcmp(pg_text(&rows, 0, 3), o->as_of) != 0) {
			free(detail);
			detail = mem_format("now as of %s", o->as_of);
			ok = sync_query(d->sync, "src/steps/sync/sql/rules_as_of.sql", values, 2, NULL, e);
		}
		tell(d, "rules", name, "there", detail);
		free(detail);
	} else {
		same = true;
		ok = rules_install(d->sync, o->rules, o->settings, o->as_of, e);
		detail = rows.count == 0 ? mem_format("SHA-256 %s", o->rules->sha256)
					 : mem_format("in place of %s; SHA-256 %s", name, o->rules->sha256);
		tell(d, "rules", o->rules->name, rows.count == 0 ? "created" : "replaced", detail);
		free(detail);
	}
	d->ours = same;
	pg_rows_clear(&rows);
	return ok;
}

/* The definition that `sql` would give, made in this session's temporary schema and rolled back. NULL in
 * `definition`: it cannot be made, because the things it is made from are not ours. */
static bool
definition_of(struct deploy *d, const char *name, const char *sql, char **definition, struct err *e)
{
	struct sync *s = d->sync;
	const char *values[] = {name, "pg_temp"};
	struct pg_rows rows = {0};
	bool ok = pg_script(s->pg, name, "SAVEPOINT generated", e) && sync_path(s, "pg_temp", e) &&
		  try_statement(d, name, name, sql, e) &&
		  sync_query(s, "src/steps/sync/sql/generated_there.sql", values, 2, &rows, e) &&
		  pg_script(s->pg, name, "ROLLBACK TO SAVEPOINT generated", e);

	*definition = ok && rows.count > 0 ? mem_text(pg_text(&rows, 0, 0)) : NULL;
	pg_rows_clear(&rows);
	return ok;
}

/* Makes it, and marks it as ours; *made is false when the server would not put it in place of what is there. */
static bool
make_generated(struct deploy *d, const char *name, const char *sql, bool *made, struct err *e)
{
	const char *values[] = {name, d->options->rules->name};
	struct pg_rows rows = {0};
	bool ok = try_statement(d, name, name, sql, e);

	*made = ok && json_object_get(d->faults, name) == NULL;
	if (!*made)
		return ok;
	ok = ok && sync_query(d->sync, "src/steps/sync/sql/generated_comment.sql", values, 2, &rows, e) &&
	     pg_script(d->sync->pg, name, pg_text(&rows, 0, 0), e);

	pg_rows_clear(&rows);
	return ok;
}

static bool
generate(struct deploy *d, const char *kind, const char *name, const char *sql, struct err *e)
{
	const char *values[] = {name, d->sync->schema};
	struct pg_rows rows = {0};
	char *ours = NULL;
	bool made, ok = sync_query(d->sync, "src/steps/sync/sql/generated_there.sql", values, 2, &rows, e) &&
			definition_of(d, name, sql, &ours, e);

	if (ok && ours == NULL) {
		tell(d, kind, name, "missing", fault_of(d, name));
	} else if (ok && rows.count > 0 && strcmp(pg_text(&rows, 0, 0), ours) == 0) {
		tell(d, kind, name, "there", NULL);
	} else if (ok && rows.count > 0 && !pg_bool(&rows, 0, 1)) {
		tell(d, kind, name, "differs", "is not made by hubstage, and stays as it is");
	} else if (ok) {
		ok = make_generated(d, name, sql, &made, e);
		if (made)
			tell(d, kind, name, rows.count > 0 ? "replaced" : "created", NULL);
		else
			tell(d, kind, name, rows.count > 0 ? "differs" : "missing", fault_of(d, name));
	}
	pg_rows_clear(&rows);
	free(ours);
	return ok;
}

/* The text of a staging view: the set's own, else the one that is built in. */
static const char *
staging_text(const struct deploy *d, const char *activity)
{
	char *end = mem_format("_v_ic_%s_staging.sql", activity);
	const char *text = NULL;

	for (size_t i = 0; i < d->options->rules->file_count; i++) {
		const struct ruleset_file *file = &d->options->rules->files[i];

		if (strncmp(file->path, "postgres/", 9) == 0 && strstr(file->path, end) != NULL)
			text = file->bytes.bytes;
	}
	for (int i = 0; text == NULL && i < embedded_count; i++)
		if (strncmp(embedded_files[i].path, "schema/postgres/views/", 22) == 0 &&
			strstr(embedded_files[i].path, end) != NULL)
			text = (const char *)embedded_files[i].bytes;
	free(end);
	return text == NULL ? "" : text;
}

/* The seven staging views, as the installed set has them. Those of a set that is installed and was not named stay. */
static bool
make_staging(struct deploy *d, struct err *e)
{
	static const char create[] = "CREATE VIEW ";
	bool ok = true;

	for (int i = 0; ok && i < ACTIVITIES; i++) {
		char *name = mem_format("v_ic_%s_staging", activity_names[i]), *sql;
		const char *text = staging_text(d, activity_names[i]), *at = strstr(text, create);
		bool there = objects_find(&d->before, "view", name) != NULL;

		sql = at == NULL ? mem_text(text)
				 : mem_format("%.*sCREATE OR REPLACE VIEW %s", (int)(at - text), text,
					   at + sizeof create - 1);
		if (d->ours)
			ok = generate(d, "view", name, sql, e);
		else
			tell(d, "view", name, there ? "there" : "missing",
				there ? NULL : "`deploy --rules` with the installed set makes it");
		free(name);
		free(sql);
	}
	return ok;
}

/* classify_activity_type() and the seven payload views, from the rule tables that are there now. */
static bool
generate_all(struct deploy *d, struct err *e)
{
	struct pg_rows rows = {0};
	bool ok = sync_query(d->sync, "src/steps/sync/sql/classify_function.sql", NULL, 0, &rows, e) &&
		  generate(d, "function", "classify_activity_type", pg_text(&rows, 0, 0), e);

	for (int i = 0; ok && i < ACTIVITIES; i++) {
		char *name = mem_format("v_ic_%s_payload", activity_names[i]);

		ok = sync_query(d->sync, "src/steps/sync/sql/payload_view.sql", &activity_names[i], 1, &rows, e) &&
		     generate(d, "view", name, pg_text(&rows, 0, 0), e);
		free(name);
	}
	pg_rows_clear(&rows);
	return ok;
}

/* Without the right to make it the schema must be there. */
static bool
make_schema(struct deploy *d, struct err *e)
{
	struct pg_rows rows = {0};
	struct sync *s = d->sync;
	bool ok = sync_query(s, "src/steps/sync/sql/server.sql", &s->schema, 1, &rows, e);
	bool there = ok && pg_bool(&rows, 0, 0);

	if (ok && strcmp(pg_text(&rows, 0, 6), "UTF8") != 0)
		ok = err_set(e, ERR_ENVIRONMENT, "database %s has the encoding %s; payloads need UTF8",
			pg_database(s->pg), pg_text(&rows, 0, 6));
	pg_rows_clear(&rows);
	if (ok && !there)
		ok = sync_query(s, "src/steps/sync/sql/schema_text.sql", &s->schema, 1, &rows, e) &&
		     pg_script(s->pg, "schema", pg_text(&rows, 0, 0), e) && sync_path(s, "", e);
	if (ok)
		tell(d, "schema", s->schema, there ? "there" : "created", NULL);
	pg_rows_clear(&rows);
	return ok;
}

static json_t *
count_states(const json_t *list)
{
	static const char *const states[] = {"created", "there", "replaced", "differs", "extra", "missing"};
	json_t *counts = json_object(), *item;
	size_t i;

	for (i = 0; i < sizeof states / sizeof states[0]; i++)
		json_object_set_new(counts, states[i], json_integer(0));
	json_array_foreach(list, i, item)
	{
		const char *state = json_string_value(json_object_get(item, "state"));

		json_object_set_new(
			counts, state, json_integer(json_integer_value(json_object_get(counts, state)) + 1));
	}
	return counts;
}

bool
step_deploy(struct sync *s, const struct deploy_options *options, json_t **answer, struct err *e)
{
	struct deploy d = {.sync = s, .options = options, .list = json_array(), .faults = json_object()};
	bool sent, ok = sync_begin(s, "ISOLATION LEVEL READ COMMITTED", false, e) &&
			sync_query(s, "src/steps/sync/sql/deploy_lock.sql", &s->schema, 1, NULL, e) &&
			make_schema(&d, e) && make_objects(&d, e) && install_rules(&d, e) && make_staging(&d, e) &&
			make_folder(&d, "schema/postgres/views/", "view", e) && generate_all(&d, e) &&
			objects_read(&d.after, s, s->schema, e);

	if (ok && !options->dry_run)
		ok = pg_commit(s->pg, &sent, e);
	else
		pg_rollback(s->pg);
	if (ok) {
		compare_expected(&d);
		compare_extra(&d);
		*answer = json_pack("{s:o, s:b, s:O, s:o}", "server", sync_server(s), "dry_run", options->dry_run,
			"objects", d.list, "counts", count_states(d.list));
	}
	json_decref(d.list);
	json_decref(d.faults);
	objects_clear(&d.before);
	objects_clear(&d.expected);
	objects_clear(&d.after);
	return ok;
}
