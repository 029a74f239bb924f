#include "rules/template.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

const char *const activity_names[ACTIVITIES] = {
	"calls", "emails", "meetings", "notes", "tasks", "communications", "postal_mail"};

static const char *const form_names[] = {
	"", "text", "html", "number", "datetime", "map", "owner", "email_headers", "body"};
static const char *const otherwise_names[] = {"omit", "keep", "hold"};

enum activity
activity_find(const char *name)
{
	int i = 0;

	while (i < ACTIVITIES && strcmp(activity_names[i], name) != 0)
		i++;
	return (enum activity)i;
}

int
template_line(const struct template *t, const char *word)
{
	return t->file == NULL ? 1 : ruleset_line(t->file, word);
}

/* The fault's line is the property's, else that of the member which `what` begins to quote. */
static bool
wrong(const struct template *t, const char *property, const char *what, struct err *e)
{
	const char *quoted = strchr(what, '\'');
	char *word = mem_format(
		"%.*s", quoted == NULL ? 0 : (int)strcspn(quoted + 1, "'"), quoted == NULL ? "" : quoted + 1);
	int line = template_line(t, property == NULL ? word : property);

	free(word);
	if (property == NULL)
		return err_set(e, ERR_USAGE, "%s:%d: %s", t->place, line, what);
	return err_set(e, ERR_USAGE, "%s:%d: property %s: %s", t->place, line, property, what);
}

/* Every member of the object must be one of the names. */
static bool
check_members(
	const struct template *t, const char *property, const json_t *object, const char *const *names, struct err *e)
{
	const char *key;
	json_t *value;
	char *what;

	json_object_foreach((json_t *)object, key, value)
	{
		int i = 0;

		while (names[i] != NULL && strcmp(names[i], key) != 0)
			i++;
		if (names[i] == NULL) {
			what = mem_format("member '%s' is not known", key);
			wrong(t, property, what, e);
			free(what);
			return false;
		}
	}
	return true;
}

/* A text member; *text stays NULL when it is absent. False when it is no text. */
static bool
text_member(const struct template *t, const char *property, const json_t *object, const char *name, const char **text,
	struct err *e)
{
	json_t *value = json_object_get(object, name);
	char *what;

	*text = json_string_value(value);
	if (value == NULL || *text != NULL)
		return true;
	what = mem_format("'%s' is not a text", name);
	wrong(t, property, what, e);
	free(what);
	return false;
}

/* The index of the member's text among names; `absent` when there is no such member; -1 failed. */
static int
choice_member(const struct template *t, const char *property, const json_t *object, const char *name,
	const char *const *names, int count, int absent, struct err *e)
{
	const char *text;
	char *what;
	int i = 0;

	if (!text_member(t, property, object, name, &text, e))
		return -1;
	if (text == NULL)
		return absent;
	while (i < count && strcmp(names[i], text) != 0)
		i++;
	if (i < count)
		return i;
	what = mem_format("'%s' cannot be '%s'", name, text);
	wrong(t, property, what, e);
	free(what);
	return -1;
}

/* cc and bcc: a list and nothing else, or not there at all. */
static bool
take_copies(const struct template *t, const char *property, const json_t *object, const char *name,
	struct template_side *side, struct err *e)
{
	static const char *const members[] = {"list", NULL};
	const json_t *it = json_object_get(object, name);

	if (it == NULL)
		return true;
	return check_members(t, property, it, members, e) && text_member(t, property, it, "list", &side->list, e) &&
	       (side->list != NULL || wrong(t, property, "'cc' and 'bcc' need 'list'", e));
}

static bool
take_side(const struct template *t, const char *property, const json_t *object, const char *name,
	struct template_side *side, struct err *e)
{
	static const char *const members[] = {"email", "firstName", "lastName", "list", NULL};
	const json_t *it = json_object_get(object, name);

	if (!json_is_object(it))
		return wrong(t, property, "form email_headers needs the objects 'from' and 'to'", e);
	return check_members(t, property, it, members, e) && text_member(t, property, it, "email", &side->email, e) &&
	       text_member(t, property, it, "firstName", &side->first_name, e) &&
	       text_member(t, property, it, "lastName", &side->last_name, e) &&
	       text_member(t, property, it, "list", &side->list, e) &&
	       (side->email != NULL || wrong(t, property, "'from' and 'to' need 'email'", e));
}

static bool
take_form(const struct template *t, const json_t *object, struct template_property *p, struct err *e)
{
	int missing = choice_member(t, p->name, object, "missing", otherwise_names, 3, OTHERWISE_OMIT, e);
	int unmapped = choice_member(t, p->name, object, "unmapped", otherwise_names, 3, OTHERWISE_OMIT, e);
	int form =
		choice_member(t, p->name, object, "form", form_names, sizeof form_names / sizeof form_names[0], 0, e);

	if (missing < 0 || unmapped < 0 || form < 0)
		return false;
	p->form = (enum template_form)form;
	p->missing = (enum template_otherwise)missing;
	p->unmapped = (enum template_otherwise)unmapped;
	if (p->missing == OTHERWISE_KEEP)
		return wrong(t, p->name, "'missing' is omit or hold", e);
	if (p->form == FORM_FIXED && p->value == NULL)
		return wrong(t, p->name, "needs 'form' and 'column', or 'value'", e);
	if (p->form == FORM_FIXED && json_object_size(object) > 1)
		return wrong(t, p->name, "a fixed 'value' stands alone", e);
	if (p->form != FORM_FIXED && p->value != NULL)
		return wrong(t, p->name, "a fixed 'value' has no form", e);
	if (p->form != FORM_EMAIL_HEADERS && (json_object_get(object, "cc") || json_object_get(object, "bcc")))
		return wrong(t, p->name, "only form email_headers has 'cc' and 'bcc'", e);
	if (p->form != FORM_EMAIL_HEADERS && (json_object_get(object, "from") || json_object_get(object, "to")))
		return wrong(t, p->name, "only form email_headers has 'from' and 'to'", e);
	if (p->form == FORM_EMAIL_HEADERS)
		return take_side(t, p->name, object, "from", &p->from, e) &&
		       take_side(t, p->name, object, "to", &p->to, e) &&
		       take_copies(t, p->name, object, "cc", &p->cc, e) &&
		       take_copies(t, p->name, object, "bcc", &p->bcc, e);
	if (p->form != FORM_FIXED && p->column == NULL)
		return wrong(t, p->name, "needs 'column'", e);
	if ((p->form == FORM_MAP) != (p->map != NULL) ||
		(p->form == FORM_MAP && json_object_get(object, "unmapped") == NULL))
		return wrong(t, p->name, "form map needs 'map' and 'unmapped', and no other form has them", e);
	return true;
}

static bool
take_property(
	const struct template *t, const char *name, const json_t *object, struct template_property *p, struct err *e)
{
	static const char *const members[] = {"column", "form", "value", "missing", "unless_equal", "map", "unmapped",
		"from", "to", "cc", "bcc", NULL};

	p->name = name;
	if (!json_is_object(object))
		return wrong(t, name, "is not an object", e);
	return check_members(t, name, object, members, e) && text_member(t, name, object, "column", &p->column, e) &&
	       text_member(t, name, object, "value", &p->value, e) && text_member(t, name, object, "map", &p->map, e) &&
	       text_member(t, name, object, "unless_equal", &p->unless_equal, e) && take_form(t, object, p, e);
}

static bool
take_properties(struct template *t, const json_t *object, struct err *e)
{
	const char *name;
	json_t *value;

	if (!json_is_object(object))
		return wrong(t, NULL, "'properties' must be an object", e);
	t->properties = mem_new(json_object_size(object) * sizeof *t->properties);
	json_object_foreach((json_t *)object, name, value)
	{
		if (!take_property(t, name, value, &t->properties[t->property_count], e))
			return false;
		t->property_count++;
	}
	return true;
}

static bool
take_key(struct template *t, const json_t *key, const json_t *settings, struct err *e)
{
	const char *setting = json_string_value(json_object_get(key, "setting"));

	t->key_column = json_string_value(json_object_get(key, "column"));
	t->key = setting == NULL ? NULL : json_string_value(json_object_get(settings, setting));
	if (t->key == NULL || t->key_column == NULL || t->key[0] == '\0')
		return wrong(
			t, NULL, "'key' needs 'setting', the name of a setting that names a property, and 'column'", e);
	return true;
}

static bool
take_associations(struct template *t, const json_t *object, struct err *e)
{
	static const char *const members[] = {"contact", "company", "deal", NULL};
	int64_t *const ids[] = {&t->contact, &t->company, &t->deal};

	if (!json_is_object(object) || !check_members(t, NULL, object, members, e))
		return wrong(t, NULL, "'associations' must be an object of contact, company and deal", e);
	for (int i = 0; i < 3; i++) {
		const json_t *id = json_object_get(object, members[i]);

		if (!json_is_integer(id))
			return wrong(t, NULL, "'associations' needs the type ids of contact, company and deal", e);
		*ids[i] = json_integer_value(id);
	}
	return true;
}

static bool
parse(struct template *t, const struct ruleset_file *file, const json_t *settings, struct err *e)
{
	static const char *const members[] = {"object", "key", "properties", "associations", NULL};
	json_error_t error;

	t->place = file->place;
	t->file = file;
	t->json = json_loadb(file->bytes.bytes, file->bytes.size, JSON_REJECT_DUPLICATES, &error);
	if (t->json == NULL)
		return err_set(e, ERR_USAGE, "%s:%d:%d: %s", file->place, error.line, error.column, error.text);
	if (!json_is_object(t->json) || !check_members(t, NULL, t->json, members, e))
		return json_is_object(t->json) ? false : wrong(t, NULL, "a template is one JSON object", e);
	t->object = json_string_value(json_object_get(t->json, "object"));
	if (t->object == NULL || activity_find(t->object) != t->activity)
		return wrong(t, NULL, "'object' must be the type of the file's name", e);
	return take_key(t, json_object_get(t->json, "key"), settings, e) &&
	       take_properties(t, json_object_get(t->json, "properties"), e) &&
	       take_associations(t, json_object_get(t->json, "associations"), e);
}

bool
template_set_init(struct template_set *set, const struct ruleset *rules, const json_t *settings, struct err *e)
{
	for (int i = 0; i < ACTIVITIES; i++) {
		char *path = mem_format("payloads/%s.json", activity_names[i]);
		const struct ruleset_file *file = ruleset_find(rules, path);

		free(path);
		set->templates[i].activity = (enum activity)i;
		if (!parse(&set->templates[i], file, settings, e))
			return false;
	}
	return true;
}

void
template_set_clear(struct template_set *set)
{
	for (int i = 0; i < ACTIVITIES; i++) {
		json_decref(set->templates[i].json);
		free(set->templates[i].properties);
	}
	*set = (struct template_set){0};
}
