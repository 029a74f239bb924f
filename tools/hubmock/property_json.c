#include "property_api.h"

#include "date.h"
#include "property_option.h"

#include "core/text.h"

#include <string.h>

static void
member(struct buf *to, const char *name, const char *text)
{
	buf_format(to, "\"%s\":\"", name);
	buf_json(to, text, strlen(text));
	buf_char(to, '"');
}

static void
flag(struct buf *to, const char *name, bool yes)
{
	buf_format(to, "\"%s\":%s,", name, yes ? "true" : "false");
}

static void
write_options(const struct property *p, struct buf *to)
{
	const char *at = p->options;
	struct slice value, label;

	buf_text(to, "\"options\":[");
	for (int n = 0; at != NULL && property_next_option(&at, &value, &label); n++) {
		buf_text(to, n == 0 ? "{\"label\":\"" : ",{\"label\":\"");
		buf_json(to, label.bytes, label.size);
		buf_text(to, "\",\"value\":\"");
		buf_json(to, value.bytes, value.size);
		buf_format(to, "\",\"displayOrder\":%d,\"hidden\":false}", n);
	}
	buf_text(to, "],");
}

void
property_write(const struct mock *m, const struct property *p, struct buf *to)
{
	bool custom = (p->flags & PROPERTY_CUSTOM) != 0, read_only = (p->flags & PROPERTY_READ_ONLY) != 0;
	int64_t made = p->created != 0 ? p->created : m->clock.started / 1000 - INT64_C(86400000) * 365;

	buf_text(to, "{\"updatedAt\":\"");
	date_write(to, made, false);
	buf_text(to, "\",\"createdAt\":\"");
	date_write(to, made, false);
	buf_text(to, "\",");
	member(to, "name", p->name);
	buf_char(to, ',');
	member(to, "label", p->label);
	buf_format(to, ",\"type\":\"%s\",", property_type(p));
	member(to, "fieldType", p->field);
	buf_char(to, ',');
	member(to, "description", p->description);
	buf_char(to, ',');
	member(to, "groupName", p->group);
	buf_char(to, ',');
	write_options(p, to);
	if (p->kind == KIND_OWNER)
		buf_text(to, "\"referencedObjectType\":\"OWNER\",");
	buf_text(to, "\"displayOrder\":-1,");
	flag(to, "calculated", (p->flags & PROPERTY_CALCULATED) != 0);
	flag(to, "externalOptions", p->kind == KIND_OWNER);
	flag(to, "archived", (p->flags & PROPERTY_ARCHIVED) != 0);
	flag(to, "hasUniqueValue", (p->flags & PROPERTY_UNIQUE) != 0);
	flag(to, "hidden", (p->flags & PROPERTY_HIDDEN) != 0);
	flag(to, "hubspotDefined", !custom);
	buf_format(to,
		"\"modificationMetadata\":{\"archivable\":%s,\"readOnlyDefinition\":%s,\"readOnlyValue\":%s},"
		"\"formField\":false,\"dataSensitivity\":\"non_sensitive\"}",
		custom ? "true" : "false", custom ? "false" : "true", read_only ? "true" : "false");
}
