#include "validate.h"

#include "date.h"
#include "headers.h"
#include "property_option.h"

#include "core/text.h"

#include <stdlib.h>
#include <string.h>

enum { TEXT_MAX = 65536 }; /* UTF-16 units */

/* The values of one record while they are put together. */
struct draft {
	const struct mock *m;
	enum type type;
	const struct property_set *set;
	struct value list[PROPERTY_MAX];
	int count;
	uint64_t has[PROPERTY_MAX / 64];
	struct buf spare; /* texts that had to be made; does not move while a draft is made */
	struct problem *problem;
	bool update;
	bool any; /* read-only ones too */
};

static void
put(struct draft *d, int property, struct slice text)
{
	int at = d->count;
	bool known = (d->has[property / 64] >> (property % 64) & 1) != 0;

	if (known)
		for (at = 0; d->list[at].property != property;)
			at++;
	else
		d->count++;
	d->list[at] = (struct value){property, text};
	d->has[property / 64] |= UINT64_C(1) << (property % 64);
}

static bool
has(const struct draft *d, int property)
{
	return property != PROPERTY_NONE && (d->has[property / 64] >> (property % 64) & 1) != 0;
}

static bool
bad(struct draft *d, int property, const char *code, struct slice value, const char *what)
{
	struct buf plain = {0};
	const char *text;

	tree_unescape(value, &plain);
	text = plain.size == 0 ? "" : plain.bytes;
	problem_property(d->problem, d->m->options->portal, code, d->set->list[property].name, value, "%s%s",
		plain.size > 200 ? "value" : text, what);
	buf_clear(&plain);
	return false;
}

static bool
bad_option(struct draft *d, int property, struct slice value)
{
	const struct property *p = &d->set->list[property];
	const char *at = p->options;
	struct slice option, label;
	struct buf words = {0};

	buf_text(&words, " was not one of the allowed options: [");
	for (int n = 0; at != NULL && property_next_option(&at, &option, &label); n++) {
		buf_text(&words, n == 0 ? "" : ", ");
		buf_add(&words, option.bytes, option.size);
	}
	buf_char(&words, ']');
	bad(d, property, "INVALID_OPTION", value, words.bytes);
	buf_clear(&words);
	return false;
}

static bool
take_options(struct draft *d, int property, struct slice *text)
{
	const struct property *p = &d->set->list[property];
	bool many = strcmp(p->field, "checkbox") == 0;

	for (size_t at = 0, size; at <= text->size; at += size + 1) {
		const char *end = many ? memchr(text->bytes + at, ';', text->size - at) : NULL;

		size = end == NULL ? text->size - at : (size_t)(end - text->bytes) - at;
		if (!property_option(p, text->bytes + at, size))
			return bad_option(d, property, (struct slice){text->bytes + at, size});
	}
	return true;
}

static bool
take_date(struct draft *d, int property, struct slice *text)
{
	size_t from = d->spare.size;
	int64_t ms;

	switch (date_read(text->bytes, text->size, &ms)) {
	case DATE_NOT_LONG:
		return bad(d, property, "INVALID_LONG", *text, " was not a valid long.");
	case DATE_SECONDS:
		return bad(d, property, "INVALID_DATE", *text,
			" is in seconds; dates are in milliseconds since the epoch.");
	default:
		date_write(&d->spare, ms, true);
		*text = (struct slice){d->spare.bytes + from, d->spare.size - from};
		return true;
	}
}

static bool
take_number(struct draft *d, int property, struct slice *text)
{
	char copy[64], *end = copy;

	if (text->size > 0 && text->size < sizeof copy) {
		memcpy(copy, text->bytes, text->size);
		copy[text->size] = '\0';
		strtod(copy, &end);
	}
	return (end != copy && *end == '\0' && strcspn(copy, "xXnN") == text->size) ||
	       bad(d, property, "INVALID_NUMBER", *text, " was not a valid number.");
}

static bool
take_owner(struct draft *d, int property, struct slice *text)
{
	const struct owner *o;
	uint64_t id;

	if (!known_number(text->bytes, text->size, &id))
		return bad(d, property, "INVALID_LONG", *text, " was not a valid long.");
	o = owners_find(&d->m->owners, id);
	return (o != NULL && !o->archived) ||
	       bad(d, property, "INVALID_OWNER_ID", *text, " is not the id of an active owner.");
}

static bool
take_headers(struct draft *d, int property, struct slice *text)
{
	struct headers h = {0};
	size_t from = d->spare.size;
	bool good = headers_read(&h, *text);

	if (good) {
		headers_write(&h, &d->spare);
		*text = (struct slice){d->spare.bytes + from, d->spare.size - from};
	} else {
		bad(d, property, "INVALID_JSON", *text, " was not a valid set of email headers.");
	}
	headers_clear(&h);
	return good;
}

static bool
fits(struct draft *d, int property, struct slice text)
{
	struct buf plain = {0};
	size_t units = 0;

	if (text.size > TEXT_MAX) {
		tree_unescape(text, &plain);
		units = text_utf16(plain.bytes, plain.size);
		buf_clear(&plain);
	}
	return units <= TEXT_MAX || bad(d, property, "PROPERTY_VALUE_TOO_LONG", (struct slice){"", 0},
					    "The value is too long; at most 65536 characters are allowed.");
}

static bool
take(struct draft *d, int property, struct slice *text)
{
	switch (d->set->list[property].kind) {
	case KIND_ENUM:
		return take_options(d, property, text);
	case KIND_BOOL:
		return (text->size == 4 && memcmp(text->bytes, "true", 4) == 0) ||
		       (text->size == 5 && memcmp(text->bytes, "false", 5) == 0) ||
		       bad(d, property, "INVALID_BOOLEAN", *text, " was not a valid boolean.");
	case KIND_NUMBER:
		return take_number(d, property, text);
	case KIND_DATETIME:
		return take_date(d, property, text);
	case KIND_OWNER:
		return take_owner(d, property, text);
	case KIND_HEADERS:
		return fits(d, property, *text) && take_headers(d, property, text);
	case KIND_URL:
		return (text->size > 8 && memcmp(text->bytes, "https://", 8) == 0 && fits(d, property, *text)) ||
		       bad(d, property, "INVALID_URL", *text, " must be a URL that begins with https://");
	default:
		return fits(d, property, *text);
	}
}

static bool
writable(struct draft *d, int property, struct slice value)
{
	const struct property *p = &d->set->list[property];

	if ((p->flags & PROPERTY_READ_ONLY) == 0 || d->any)
		return true;
	return problem_property(d->problem, d->m->options->portal, "READ_ONLY_VALUE", p->name, value,
		(p->flags & PROPERTY_CALCULATED) != 0 ? "\"%s\" is a calculated property; its value cannot be set."
						      : "\"%s\" is a read only property; its value cannot be set.",
		p->name);
}

static bool
unknown(struct draft *d, struct slice name)
{
	char shown[256];

	snprintf(shown, sizeof shown, "%.*s", (int)name.size, name.bytes);
	return problem_property(d->problem, d->m->options->portal, "PROPERTY_DOESNT_EXIST", shown,
		(struct slice){NULL, 0}, "Property \"%s\" does not exist", shown);
}

/* One member of the object: its name at n, its value behind it. */
static bool
member(struct draft *d, const struct tree *j, uint32_t n)
{
	struct slice name = tree_raw(j, n), text = tree_raw(j, n + 1);
	int property = property_find(d->set, name.bytes, name.size);

	if (property == PROPERTY_NONE)
		return unknown(d, name);
	if (j->nodes[n + 1].kind >= TREE_ARRAY)
		return problem_set(d->problem, 400, "VALIDATION_ERROR",
			"Invalid input JSON: Cannot deserialize value of type `java.lang.String` from %s value",
			tree_is(j, n + 1, TREE_ARRAY) ? "Array" : "Object");
	if (tree_is(j, n + 1, TREE_NULL))
		return true;
	text = values_text(text, j->nodes[n + 1].unusual, &d->spare);
	if (!writable(d, property, text) || (text.size > 0 && !take(d, property, &text)))
		return false;
	if (text.size > 0 || d->update)
		put(d, property, text);
	return true;
}

static void
missing(struct draft *d, struct buf *names, const char *name)
{
	if (names->size > 0)
		buf_char(names, ',');
	buf_format(names, "\"%s\"", name);
	problem_set(d->problem, 400, "VALIDATION_ERROR", "Error creating %s. Some required properties were not set.",
		type_names[d->type].shout);
}

/* Made required by an administrator: --require. */
static bool
ruled(struct draft *d, const char *name)
{
	char word[256];

	if (d->m->options->require == NULL)
		return false;
	snprintf(word, sizeof word, "%s.%s", type_names[d->type].plural, name);
	return options_list_has(d->m->options->require, word);
}

static bool
required(struct draft *d)
{
	int start = property_named(d->set, "hs_meeting_start_time");
	struct buf names = {0};

	if (!has(d, d->set->timestamp) && has(d, start))
		for (int i = 0; i < d->count; i++)
			if (d->list[i].property == start)
				put(d, d->set->timestamp, d->list[i].text);
	for (int i = 0; i < d->set->count; i++) {
		const struct property *p = &d->set->list[i];

		if (has(d, i))
			continue;
		if ((p->flags & PROPERTY_REQUIRED) != 0)
			missing(d, &names, p->name);
		else if (ruled(d, p->name))
			problem_property(d->problem, d->m->options->portal, "MISSING_REQUIRED_PROPERTY", p->name,
				(struct slice){NULL, 0}, "Property \"%s\" is required", p->name);
	}
	if (names.size > 0)
		buf_format(&d->problem->context, "\"properties\":[%s]", names.bytes);
	buf_clear(&names);
	return d->problem->status == 0;
}

static void
pack(struct draft *d, struct buf *to)
{
	for (int i = 1; i < d->count; i++) {
		struct value v = d->list[i];
		int at = i;

		for (; at > 0 && d->set->rank[d->list[at - 1].property] > d->set->rank[v.property]; at--)
			d->list[at] = d->list[at - 1];
		d->list[at] = v;
	}
	for (int i = 0; i < d->count; i++)
		if (d->list[i].text.size > 0)
			values_add(to, d->list[i].property, d->list[i].text);
}

static bool
draft_read(struct draft *d, const struct tree *j, uint32_t properties, struct slice old, const struct value *key,
	struct buf *to)
{
	struct value v;
	bool good = true;

	if (properties == 0 || !tree_is(j, properties, TREE_OBJECT))
		return problem_set(d->problem, 400, "VALIDATION_ERROR",
			"Invalid input JSON: some required fields were not set: [properties]");
	buf_room(&d->spare, (size_t)j->nodes[properties].size * 4 + 8192);
	for (size_t at = 0; values_next(old, &at, &v);)
		put(d, v.property, v.text);
	if (key != NULL)
		put(d, key->property, key->text);
	for (uint32_t i = tree_first(j, properties); i < tree_end(j, properties); i = tree_next(j, i + 1))
		good = member(d, j, i) && good;
	if (good && (d->update || required(d)))
		pack(d, to);
	return d->problem->status == 0;
}

bool
validate_properties(const struct mock *m, enum type type, const struct tree *j, uint32_t properties, struct slice old,
	const struct value *key, struct buf *to, struct problem *p)
{
	struct draft d;
	bool good;

	d.m = m;
	d.type = type;
	d.set = &m->properties.of[type];
	d.count = 0;
	memset(d.has, 0, sizeof d.has);
	d.spare = (struct buf){0};
	d.problem = p;
	d.update = old.bytes != NULL;
	d.any = false;
	good = draft_read(&d, j, properties, old, key, to);
	buf_clear(&d.spare);
	return good;
}

bool
validate_edit(const struct mock *m, enum type type, const struct tree *j, uint32_t properties, struct slice old,
	struct buf *to, struct problem *p)
{
	struct draft d = {
		.m = m, .type = type, .set = &m->properties.of[type], .problem = p, .update = true, .any = true};
	bool good = draft_read(&d, j, properties, old, NULL, to);

	buf_clear(&d.spare);
	return good;
}
