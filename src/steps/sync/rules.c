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
			  "src/steps/sync/sql/rules_copy_values.sql", e);

	db_close(db);
	return ok;
}

static bool
install_property(struct sync *s, const struct template *t, size_t i, struct err *e)
{
	static const char *const forms[] = {
		"fixed", "text", "html", "number", "datetime", "map", "owner", "email_headers"};
	static const char *const otherwise[] = {"omit", "keep", "hold"};
	const struct template_property *p = &t->properties[i];
	char *position = mem_format("%zu", i + 1);
	const char *values[] = {activity_names[t->activity], position, p->name, forms[p->form], p->column, p->value,
		p->map, p->unless_equal, otherwise[p->missing], otherwise[p->unmapped], p->from.email,
		p->from.first_name, p->from.last_name, p->to.email, p->to.first_name, p->to.last_name};
	bool ok = sync_query(
		s, "src/steps/sync/sql/rules_property.sql", values, sizeof values / sizeof values[0], NULL, e);

	free(position);
	return ok;
}

/* What only hubstage can fill. */
static bool
can_go(const struct template *t, const struct template_property *p, struct err *e)
{
	const char *what = p->form == FORM_BODY					     ? "form 'body'"
			   : p->from.list || p->to.list || p->cc.list || p->bcc.list ? "lists of addresses"
										     : NULL;

	return what == NULL || err_set(e, ERR_USAGE, "%s: property %s: PostgreSQL has no %s", t->place, p->name, what);
}

static bool
install_template(struct sync *s, const struct template *t, struct err *e)
{
	char *contact = mem_format("%lld", (long long)t->contact), *company = mem_format("%lld", (long long)t->company),
	     *deal = mem_format("%lld", (long long)t->deal);
	const char *values[] = {activity_names[t->activity], t->key, t->key_column, contact, company, deal};
	bool ok = sync_query(s, "src/steps/sync/sql/rules_template.sql", values, 6, NULL, e);

	for (size_t i = 0; ok && i < t->property_count; i++)
		ok = can_go(t, &t->properties[i], e) && install_property(s, t, i, e);
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

bool
rules_install(struct sync *s, const struct ruleset *rules, const json_t *settings, const char *as_of, struct err *e)
{
	for (size_t i = 0; i < rules->file_count; i++) {
		if (strncmp(rules->files[i].path, "views/", 6) == 0)
			return err_set(e, ERR_USAGE, "%s: a view in SQLite's words cannot be taken to PostgreSQL",
				rules->files[i].place);
		if (strcmp(rules->files[i].path, "filters.csv") == 0)
			return err_set(
				e, ERR_USAGE, "%s: filters cannot be taken to PostgreSQL", rules->files[i].place);
	}
	return sync_script(s, "src/steps/sync/sql/rules_empty.sql", e) && install_tables(s, rules, e) &&
	       install_templates(s, rules, settings, e) && install_facts(s, rules, settings, as_of, e);
}
