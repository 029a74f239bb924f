#include "routes.h"

#include "account_api.h"
#include "association_api.h"
#include "batch.h"
#include "control.h"
#include "object.h"
#include "property_api.h"
#include "search.h"
#include "truth.h"

#include <string.h>

/* The first row that fits is taken: words before {id}. */
/* clang-format off */
static const struct route_row table[] = {
	{METHOD_POST, "objects", "{type}/batch/create", batch_create, SCOPE_WRITE, false},
	{METHOD_POST, "objects", "{type}/batch/read", batch_read, SCOPE_READ, false},
	{METHOD_POST, "objects", "{type}/batch/update", batch_update, SCOPE_WRITE, false},
	{METHOD_POST, "objects", "{type}/batch/upsert", batch_upsert, SCOPE_WRITE, false},
	{METHOD_POST, "objects", "{type}/batch/archive", batch_archive, SCOPE_WRITE, false},
	{METHOD_POST, "objects", "{type}/search", search_objects, SCOPE_READ, true},
	{METHOD_GET, "objects", "{type}/{id}/associations/{to}", association_list, SCOPE_READ, false},
	{METHOD_PUT, "objects", "{type}/{id}/associations/default/{to}/{toId}", association_put_default,
		SCOPE_WRITE, false},
	{METHOD_PUT, "objects", "{type}/{id}/associations/{to}/{toId}", association_put, SCOPE_WRITE, false},
	{METHOD_DELETE, "objects", "{type}/{id}/associations/{to}/{toId}", association_delete, SCOPE_WRITE, false},
	{METHOD_GET, "objects", "{type}", object_list, SCOPE_READ, false},
	{METHOD_POST, "objects", "{type}", object_create, SCOPE_WRITE, false},
	{METHOD_GET, "objects", "{type}/{id}", object_get, SCOPE_READ, false},
	{METHOD_PATCH, "objects", "{type}/{id}", object_update, SCOPE_WRITE, false},
	{METHOD_DELETE, "objects", "{type}/{id}", object_delete, SCOPE_WRITE, false},
	{METHOD_POST, "associations", "{type}/{to}/batch/create", association_batch_create, SCOPE_WRITE, false},
	{METHOD_POST, "associations", "{type}/{to}/batch/associate/default", association_batch_default,
		SCOPE_WRITE, false},
	{METHOD_POST, "associations", "{type}/{to}/batch/read", association_batch_read, SCOPE_READ, false},
	{METHOD_POST, "associations", "{type}/{to}/batch/archive", association_batch_archive, SCOPE_WRITE, false},
	{METHOD_GET, "associations", "{type}/{to}/labels", association_labels, SCOPE_READ, false},
	{METHOD_POST, "properties", "{type}/batch/create", property_batch_create, SCOPE_SCHEMA, false},
	{METHOD_POST, "properties", "{type}/batch/read", property_batch_read, SCOPE_READ, false},
	{METHOD_POST, "properties", "{type}/batch/archive", property_batch_archive, SCOPE_SCHEMA, false},
	{METHOD_GET, "properties", "{type}/groups", property_groups, SCOPE_READ, false},
	{METHOD_POST, "properties", "{type}/groups", property_group_create, SCOPE_SCHEMA, false},
	{METHOD_GET, "properties", "{type}/groups/{id}", property_group_get, SCOPE_READ, false},
	{METHOD_GET, "properties", "{type}", property_list, SCOPE_READ, false},
	{METHOD_POST, "properties", "{type}", property_create, SCOPE_SCHEMA, false},
	{METHOD_GET, "properties", "{type}/{id}", property_get, SCOPE_READ, false},
	{METHOD_PATCH, "properties", "{type}/{id}", property_update, SCOPE_SCHEMA, false},
	{METHOD_DELETE, "properties", "{type}/{id}", property_archive, SCOPE_SCHEMA, false},
	{METHOD_GET, "owners", "", account_owners, SCOPE_OWNERS, false},
	{METHOD_GET, "owners", "{id}", account_owner, SCOPE_OWNERS, false},
	{METHOD_GET, "schemas", "", account_schemas, SCOPE_READ, false},
	{METHOD_GET, "schemas", "{type}", account_schema, SCOPE_READ, false},
	{METHOD_GET, "account-info", "details", account_details, SCOPE_NONE, false},
	{METHOD_GET, "account-info", "api-usage/daily/private-apps", account_usage, SCOPE_NONE, false},
	{METHOD_GET, "calling", "dispositions", account_dispositions, SCOPE_READ, false},
	{METHOD_GET, "__", "__truth", truth_get, SCOPE_NONE, false},
	{METHOD_GET, "__", "__requests", truth_requests, SCOPE_NONE, false},
	{METHOD_POST, "__", "__reset", control_reset, SCOPE_NONE, false},
	{METHOD_POST, "__", "__faults", control_faults, SCOPE_NONE, false},
	{METHOD_POST, "__", "__edit", control_edit, SCOPE_NONE, false},
	{METHOD_POST, "__", "__clock", control_clock, SCOPE_NONE, false},
};
/* clang-format on */

/* Where a family's paths begin: * stands for the version. */
static const struct {
	const char *prefix, *family, *versions;
} prefixes[] = {
	{"crm/*/objects", "objects", "v3 v4"},
	{"crm/objects/*", "objects", "2026-03 2026-09"},
	{"crm/*/associations", "associations", "v4"},
	{"crm/associations/*", "associations", "2026-03 2026-09"},
	{"crm/*/properties", "properties", "v3"},
	{"crm/properties/*", "properties", "2026-03 2026-09"},
	{"crm/*/owners", "owners", "v3"},
	{"crm/owners/*", "owners", "2026-03 2026-09"},
	{"crm/*/schemas", "schemas", "v3"},
	{"crm-object-schemas/*/schemas", "schemas", "v3 2026-03 2026-09"},
	{"account-info/*", "account-info", "v3 2026-03 2026-09"},
	{"calling/*", "calling", "v1"},
	{"", "__", ""},
};

enum { SEGMENTS = 12 };

struct path {
	struct slice at[SEGMENTS];
	int count;
};

static bool
cut(const char *text, struct path *p)
{
	p->count = 0;
	while (*text != '\0') {
		size_t size = strcspn(text, "/");

		if (size > 0 && p->count == SEGMENTS)
			return false;
		if (size > 0)
			p->at[p->count++] = (struct slice){text, size};
		text += size + (text[size] == '/');
	}
	return true;
}

static bool
is(struct slice s, const char *word, size_t size)
{
	return s.size == size && memcmp(s.bytes, word, size) == 0;
}

/* One of the versions, as it stands in `list`; NULL when it is not there. */
static const char *
version_in(const char *list, struct slice s)
{
	static const char *const known[] = {"v1", "v3", "v4", "2026-03", "2026-09"};
	const char *found = NULL;

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (is(s, known[i], strlen(known[i])) && strstr(list, known[i]) != NULL)
			found = known[i];
	return found;
}

/* How many segments the prefix takes; -1 when it does not fit. */
static int
take_prefix(const struct path *p, size_t row, const char **version)
{
	int n = 0;

	for (const char *at = prefixes[row].prefix; *at != '\0'; n++) {
		size_t size = strcspn(at, "/");

		if (n == p->count)
			return -1;
		if (*at == '*') {
			*version = version_in(prefixes[row].versions, p->at[n]);
			if (*version == NULL)
				return -1;
		} else if (!is(p->at[n], at, size)) {
			return -1;
		}
		at += size + (at[size] == '/');
	}
	return n;
}

static bool
take_word(struct request *r, const char *word, size_t size, struct slice s)
{
	if (*word != '{')
		return is(s, word, size);
	if (strncmp(word, "{id}", size) == 0)
		r->id = s;
	else if (strncmp(word, "{toId}", size) == 0)
		r->to_id = s;
	else if (strncmp(word, "{to}", size) == 0)
		r->to_type = type_find(s.bytes, s.size);
	else
		r->type = type_find(s.bytes, s.size);
	return true;
}

static bool
fits(struct request *r, const char *pattern, const struct path *p, int from)
{
	int n = from;

	r->type = r->to_type = TYPE_NONE;
	r->id = r->to_id = (struct slice){NULL, 0};
	for (const char *at = pattern; *at != '\0'; n++) {
		size_t size = strcspn(at, "/");

		if (n == p->count || !take_word(r, at, size, p->at[n]))
			return false;
		at += size + (at[size] == '/');
	}
	return n == p->count;
}

/* v4 knows associations only. */
static bool
served(const struct request *r, const struct route_row *row)
{
	return r->version == NULL || strcmp(r->version, "v4") != 0 || strstr(row->pattern, "associations") != NULL ||
	       strcmp(row->family, "associations") == 0;
}

static bool
find_row(struct request *r, const struct path *p, size_t prefix, int from, bool *other_method)
{
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		const struct route_row *row = &table[i];

		if (strcmp(row->family, prefixes[prefix].family) != 0 || !fits(r, row->pattern, p, from) ||
			!served(r, row))
			continue;
		*other_method = row->method != r->method;
		if (*other_method)
			continue;
		r->row = row;
		return true;
	}
	return false;
}

static bool
known_types(struct request *r, struct problem *p)
{
	bool lacks = strstr(r->row->pattern, "{type}") != NULL && r->type == TYPE_NONE;

	if (!lacks && (strstr(r->row->pattern, "{to}") == NULL || r->to_type != TYPE_NONE))
		return true;
	r->row = NULL;
	return problem_set(p, 400, "VALIDATION_ERROR", "Unable to infer object type from: %s", r->path);
}

/* Contacts and their like exist and can be associated with; nothing can be written to them here. */
static bool
writable(struct request *r, struct problem *p)
{
	if (r->row->scope != SCOPE_WRITE || strcmp(r->row->family, "objects") != 0 ||
		strstr(r->row->pattern, "associations") != NULL || r->type < TYPE_ACTIVITIES)
		return true;
	r->row = NULL;
	return problem_set(p, 400, "VALIDATION_ERROR",
		"Object type %s is not supported by this endpoint: hubmock keeps activities only",
		type_names[r->type].shout);
}

bool
route_find(struct request *r, struct problem *p)
{
	struct path path;
	bool other_method = false;

	r->row = NULL;
	for (size_t i = 0; cut(r->path, &path) && i < sizeof prefixes / sizeof *prefixes; i++) {
		int from;

		r->version = NULL;
		from = take_prefix(&path, i, &r->version);
		if (from >= 0 && find_row(r, &path, i, from, &other_method))
			return known_types(r, p) && writable(r, p);
		if (other_method)
			return problem_set(p, 405, NULL, "HTTP 405 Method Not Allowed");
	}
	return problem_set(p, 404, NULL, "resource not found");
}

bool
route_is_control(const struct request *r)
{
	return r->row != NULL && strcmp(r->row->family, "__") == 0;
}
