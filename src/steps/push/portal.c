#include "steps/push/portal.h"

#include "rules/sql.h"
#include "core/mem.h"
#include "core/number.h"
#include "steps/push/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A whole number, in a string or bare; 0: it is none. */
static int64_t
number_of(const json_t *value)
{
	int64_t n = json_integer_value(value);

	if (json_is_string(value))
		number_int64(json_string_value(value), json_string_length(value), false, &n);
	return n;
}

bool
portal_read(struct push *p, struct portal *portal, struct err *e)
{
	char *path = push_path(p, "account-info", "details");
	json_t *root;
	int status = 0;
	bool ok = push_ask(p, path, NULL, &status, &root, e);
	const char *zone, *type;

	if (ok && status == 404) { /* not every version of the API has it everywhere */
		json_decref(root);
		ok = push_ask(p, "/account-info/v3/details", NULL, &status, &root, e);
	}
	if (ok && status != 0)
		ok = err_set(e, ERR_REMOTE, "HubSpot answers %d to the question which portal the token is for", status);
	zone = json_string_value(json_object_get(root, "timeZone"));
	type = json_string_value(json_object_get(root, "accountType"));
	*portal = (struct portal){.id = number_of(json_object_get(root, "portalId"))};
	snprintf(portal->time_zone, sizeof portal->time_zone, "%s", zone == NULL ? "" : zone);
	snprintf(portal->account_type, sizeof portal->account_type, "%s", type == NULL ? "" : type);
	if (ok && portal->id == 0)
		ok = err_set(e, ERR_REMOTE, "HubSpot does not say which portal the token is for");
	json_decref(root);
	free(path);
	return ok;
}

/* The key's definition from the list of all; *root is kept when it is not in it, or there is no list. */
static bool
find_in_list(struct push *p, enum activity type, json_t **root, int *status, struct err *e)
{
	char *path = push_path(p, "properties", activity_names[type]);
	json_t *all, *one;
	int listed = 0;
	size_t i;
	bool ok = push_ask(p, path, NULL, &listed, &all, e);

	json_array_foreach(json_object_get(all, "results"), i, one)
	{
		const char *name = json_string_value(json_object_get(one, "name"));

		if (name == NULL || strcmp(name, p->key_property) != 0)
			continue;
		json_decref(*root);
		*root = json_incref(one);
		*status = 0;
		break;
	}
	json_decref(all);
	free(path);
	return ok;
}

bool
portal_find_key(struct push *p, enum activity type, enum portal_key *key, struct err *e)
{
	char *rest = mem_format("%s/%s", activity_names[type], p->key_property);
	char *path = push_path(p, "properties", rest);
	json_t *root;
	int status = 0;
	bool ok = push_ask(p, path, NULL, &status, &root, e);

	if (ok && status == 404)
		ok = find_in_list(p, type, &root, &status, e);
	*key = json_is_true(json_object_get(root, "hasUniqueValue")) ? KEY_UNIQUE : KEY_PLAIN;
	if (ok && (status == 404 || json_is_true(json_object_get(root, "archived"))))
		*key = KEY_ABSENT;
	else if (ok && status != 0)
		ok = err_set(e, ERR_REMOTE, "%s: HubSpot answers %d to a question for the property %s",
			activity_names[type], status, p->key_property);
	json_decref(root);
	free(rest);
	free(path);
	return ok;
}

/* Group names differ by type, so it is taken from a property that is always there. free() it. */
static char *
group_of(struct push *p, enum activity type, struct err *e)
{
	char *rest = mem_format("%s/hs_timestamp", activity_names[type]), *path = push_path(p, "properties", rest);
	json_t *root;
	const char *group;
	char *found = NULL;

	if (push_ask(p, path, NULL, NULL, &root, e)) {
		group = json_string_value(json_object_get(root, "groupName"));
		if (group != NULL)
			found = mem_text(group);
		else
			err_set(e, ERR_REMOTE, "%s: hs_timestamp has no property group", activity_names[type]);
	}
	json_decref(root);
	free(rest);
	free(path);
	return found;
}

static bool
make_key(struct push *p, enum activity type, const char *group, bool unique, int *status, struct err *e)
{
	char *path = push_path(p, "properties", activity_names[type]);
	json_t *wish = json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:b}", "name", p->key_property, "label",
		"Legacy communication id", "description", "Key of the communication in the system it was moved from",
		"type", "string", "fieldType", "text", "groupName", group, "hasUniqueValue", unique);
	struct buf body = {0};
	char *text = json_dumps(wish, JSON_COMPACT);
	json_t *root;
	bool ok;

	buf_text(&body, text);
	ok = push_ask(p, path, &body, status, &root, e);
	if (ok && *status != 0 && *status != 409 && !(unique && *status == 400)) {
		char message[256];

		words_error_message(root, message, sizeof message);
		ok = err_set(e, ERR_REMOTE, "%s: the property %s cannot be made: %d: %s", activity_names[type],
			p->key_property, *status, message);
	}
	json_decref(root);
	json_decref(wish);
	buf_clear(&body);
	free(text);
	free(path);
	return ok;
}

bool
portal_make_key(struct push *p, enum activity type, enum portal_key *key, struct err *e)
{
	char *group = group_of(p, type, e);
	int status = 0;
	bool ok = group != NULL && make_key(p, type, group, true, &status, e);

	if (ok && status == 400)
		ok = make_key(p, type, group, false, &status, e);
	ok = ok && portal_find_key(p, type, key, e);
	free(group);
	return ok;
}

static bool
claim(struct push *p, int64_t portal, struct err *e)
{
	struct query get = {0}, set = {0};
	struct db *db = p->journal->db;
	bool ok = sql_query(&get, db, "src/steps/push/sql/get_journal.sql", e) && query_next(&get, e) == QUERY_ROW;
	bool fresh = ok && query_null(&get, 0);
	int64_t other = ok ? query_int(&get, 0) : 0;
	const char *key = ok ? query_text(&get, 1) : NULL;

	if (ok && !fresh && other != portal)
		ok = err_set(e, ERR_REFUSED, "this journal belongs to portal %lld, and the token to portal %lld",
			(long long)other, (long long)portal);
	if (ok && key != NULL && strcmp(key, p->key_property) != 0)
		ok = err_set(e, ERR_REFUSED, "this journal was kept with the key property %s, and the bundle has %s",
			key, p->key_property);
	if (ok && fresh && !p->options->dry_run && p->journal->lock >= 0) {
		ok = sql_query(&set, db, "src/steps/push/sql/claim_journal.sql", e) && db_begin(db, e);
		if (ok) {
			query_bind_int(&set, 1, portal);
			query_bind_text(&set, 2, p->key_property);
			query_reset(&get);
			ok = query_run(&set, e) && db_commit(db, e);
		}
	}
	query_close(&get);
	query_close(&set);
	return ok;
}

bool
portal_guard(struct push *p, struct portal *portal, struct err *e)
{
	if (!portal_read(p, portal, e))
		return false;
	if (p->options->portal != 0 && p->options->portal != portal->id)
		return err_set(e, ERR_REFUSED, "the token is for portal %lld, not for %lld: nothing was sent",
			(long long)portal->id, (long long)p->options->portal);
	return claim(p, portal->id, e);
}
