#include "steps/sync/rules.h"

#include "core/mem.h"
#include "rules/sql.h"
#include "rules/template.h"
#include "steps/sync/copy.h"

#include <stdlib.h>
#include <string.h>

static bool
copy_table(struct sync *s, struct db *db, const char *read, const char *copy, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, db, read, e) && copy_rows(s, &q, copy, e);

	query_close(&q);
	return ok;
}

/* The set's CSV files pass through SQLite, whose tables say what is wrong in them with file and line. */
static bool
install_tables(struct sync *s, const struct ruleset *rules, struct err *e)
{
	struct db *db = db_open(NULL, DB_MEMORY, NULL, e);
	bool ok = db != NULL && sql_run_folder(db, "schema/tables", e) && db_begin(db, e) &&
		  ruleset_install(rules, db, e) && db_commit(db, e) &&
		  copy_table(s, db, "src/steps/sync/sql/rules_read_classification.sql",
			  "src/steps/sync/sql/rules_copy_classification.sql", e) &&
		  copy_table(s, db, "src/steps/sync/sql/rules_read_values.sql",
			  "src/steps/sync/sql/rules_copy_values.sql", e) &&
		  copy_table(s, db, "src/steps/sync/sql/rules_read_filters.sql",
			  "src/steps/sync/sql/rules_copy_filters.sql", e) &&
		  copy_table(s, db, "src/steps/sync/sql/rules_read_exemptions.sql",
			  "src/steps/sync/sql/rules_copy_exemptions.sql", e);

	db_close(db);
	return ok;
}

static bool
install_property(struct sync *s, const struct template *t, size_t i, struct err *e)
{
	static const char *const forms[] = {
		"fixed", "text", "html", "number", "datetime", "map", "owner", "email_headers", "body"};
	static const char *const otherwise[] = {"omit", "keep", "hold"};
	const struct template_property *p = &t->properties[i];
	char *position = mem_format("%zu", i + 1);
	const char *values[] = {activity_names[t->activity], position, p->name, forms[p->form], p->column, p->value,
		p->map, p->unless_equal, otherwise[p->missing], otherwise[p->unmapped], p->from.email,
		p->from.first_name, p->from.last_name, p->to.email, p->to.first_name, p->to.last_name, p->from.list,
		p->to.list, p->cc.list, p->bcc.list};
	bool ok = sync_query(
		s, "src/steps/sync/sql/rules_property.sql", values, sizeof values / sizeof values[0], NULL, e);

	free(position);
	return ok;
}

static bool
install_template(struct sync *s, const struct template *t, struct err *e)
{
	char *contact = mem_format("%lld", (long long)t->contact), *company = mem_format("%lld", (long long)t->company),
	     *deal = mem_format("%lld", (long long)t->deal);
	const char *values[] = {activity_names[t->activity], t->key, t->key_column, contact, company, deal};
	bool ok = sync_query(s, "src/steps/sync/sql/rules_template.sql", values, 6, NULL, e);

	for (size_t i = 0; ok && i < t->property_count; i++)
		ok = install_property(s, t, i, e);
	free(contact);
	free(company);
	free(deal);
	return ok;
}

static bool
install_templates(struct sync *s, const struct ruleset *rules, const json_t *settings, struct err *e)
{
	struct template_set set = {0};
	bool ok = template_set_init(&set, rules, settings, e);

	for (int i = 0; ok && i < ACTIVITIES; i++)
		ok = install_template(s, &set.templates[i], e);
	template_set_clear(&set);
	return ok;
}

static bool
install_facts(struct sync *s, const struct ruleset *rules, const json_t *settings, const char *as_of, struct err *e)
{
	char *json = json_dumps(settings, JSON_COMPACT);
	const char *values[] = {as_of, s->version, rules->name, rules->sha256, json};
	bool ok = sync_query(s, "src/steps/sync/sql/rules_facts.sql", values, 5, NULL, e);

	free(json);
	return ok;
}

/* A view in SQLite's words needs its like in PostgreSQL's. */
static bool
check_views(const struct ruleset *rules, struct err *e)
{
	bool ok = true;

	for (size_t i = 0; ok && i < rules->file_count; i++) {
		char *twin;

		if (strncmp(rules->files[i].path, "views/", 6) != 0)
			continue;
		twin = mem_format("postgres/%s", rules->files[i].path + 6);
		if (ruleset_find(rules, twin) == NULL)
			ok = err_set(e, ERR_USAGE,
				"%s: is SQLite's; the set has no %s, which would be the same for PostgreSQL",
				rules->files[i].place, twin);
		free(twin);
	}
	return ok;
}

bool
rules_install(struct sync *s, const struct ruleset *rules, const json_t *settings, const char *as_of, struct err *e)
{
	return check_views(rules, e) && sync_script(s, "src/steps/sync/sql/rules_empty.sql", e) &&
	       install_tables(s, rules, e) && install_templates(s, rules, settings, e) &&
	       install_facts(s, rules, settings, as_of, e);
}
