#include "compute.h"

#include "date.h"
#include "preview.h"

#include <string.h>

/* Where a type keeps its text. */
static const char *const body_names[TYPE_ACTIVITIES] = {"hs_call_body", "hs_email_html", "hs_meeting_body",
	"hs_note_body", "hs_task_body", "hs_communication_body", "hs_postal_mail_body"};

void
view_init(struct view *v, const struct mock *m)
{
	*v = (struct view){.m = m};
}

void
view_set(struct view *v, const struct record *r)
{
	v->type = (enum type)r->type;
	v->id = r->id;
	v->created = r->created;
	v->updated = r->updated;
	v->archived_at = r->archived_at;
	v->edited = r->edited;
	v->values = r->values;
	v->has_headers = v->has_preview = false;
}

void
view_clear(struct view *v)
{
	headers_clear(&v->headers);
	buf_clear(&v->preview);
	buf_clear(&v->date_text);
}

void
view_date(struct view *v, struct buf *to, int64_t ms, bool trim)
{
	if (trim && ms % 1000 == 0) {
		date_write(to, ms, true);
		return;
	}
	if (v->date != ms || v->date_text.size == 0) {
		buf_reset(&v->date_text);
		date_write(&v->date_text, ms, false);
		v->date = ms;
	}
	buf_add(to, v->date_text.bytes, v->date_text.size);
}

static struct slice
named(const struct view *v, const char *name)
{
	return values_find(v->values, property_named(&v->m->properties.of[v->type], name));
}

static bool
is(const struct view *v, const char *name, const char *text)
{
	struct slice s = named(v, name);

	return s.bytes != NULL && s.size == strlen(text) && memcmp(s.bytes, text, s.size) == 0;
}

static bool
text(struct buf *to, const char *words)
{
	buf_text(to, words);
	return true;
}

static bool
yes_no(struct buf *to, bool yes)
{
	return text(to, yes ? "true" : "false");
}

static bool
date(struct view *v, struct buf *to, int64_t ms)
{
	view_date(v, to, ms, true);
	return true;
}

static bool
object_id(struct view *v, struct buf *to)
{
	buf_int(to, (int64_t)v->id);
	return true;
}

static bool
created(struct view *v, struct buf *to)
{
	return date(v, to, v->created);
}

static bool
updated(struct view *v, struct buf *to)
{
	return date(v, to, v->updated);
}

static bool
source(struct view *v, struct buf *to)
{
	(void)v;
	return text(to, "INTEGRATION");
}

static bool
source_id(struct view *v, struct buf *to)
{
	(void)v;
	return text(to, "8111832");
}

static bool
editor(struct view *v, struct buf *to)
{
	return v->edited && text(to, "26649153");
}

static bool
owner(struct view *v, struct buf *to)
{
	struct slice s = values_find(v->values, v->m->properties.of[v->type].owner);

	if (s.bytes != NULL)
		buf_add(to, s.bytes, s.size);
	return s.bytes != NULL;
}

static bool
owner_user(struct view *v, struct buf *to)
{
	struct slice s = values_find(v->values, v->m->properties.of[v->type].owner);
	const struct owner *o;
	uint64_t id;

	if (s.bytes == NULL || !known_number(s.bytes, s.size, &id))
		return false;
	o = owners_find(&v->m->owners, id);
	buf_int(to, o == NULL ? 0 : (int64_t)o->user_id);
	return o != NULL;
}

static bool
owner_date(struct view *v, struct buf *to)
{
	return values_find(v->values, v->m->properties.of[v->type].owner).bytes != NULL && date(v, to, v->created);
}

static bool
has_preview(struct view *v)
{
	struct slice body = named(v, body_names[v->type]);

	if (body.bytes == NULL && v->type == TYPE_EMAILS)
		body = named(v, "hs_email_text");
	if (body.bytes == NULL || v->has_preview)
		return body.bytes != NULL;
	buf_reset(&v->preview);
	v->cut = preview_write(body, &v->preview);
	v->has_preview = true;
	return true;
}

static bool
preview(struct view *v, struct buf *to)
{
	if (!has_preview(v))
		return false;
	buf_add(to, v->preview.bytes == NULL ? "" : v->preview.bytes, v->preview.size);
	return true;
}

static bool
preview_html(struct view *v, struct buf *to)
{
	bool bare = v->type == TYPE_EMAILS;

	if (!has_preview(v))
		return false;
	buf_text(to, bare ? "" : "<html>\\n <head></head>\\n <body>\\n ");
	preview(v, to);
	return text(to, bare ? "" : "\\n </body>\\n</html>");
}

static bool
preview_cut(struct view *v, struct buf *to)
{
	return has_preview(v) && yes_no(to, v->cut);
}

static bool
field(struct view *v, const char *party, const char *name, struct buf *to)
{
	struct slice s = named(v, "hs_email_headers");

	if (s.bytes == NULL)
		return false;
	v->has_headers = v->has_headers || headers_read(&v->headers, s);
	return v->has_headers && headers_field(&v->headers, party, name, to);
}

static bool
from_email(struct view *v, struct buf *to)
{
	return field(v, "from", "email", to);
}

static bool
from_first(struct view *v, struct buf *to)
{
	return field(v, "from", "firstName", to);
}

static bool
from_last(struct view *v, struct buf *to)
{
	return field(v, "from", "lastName", to);
}

static bool
to_email(struct view *v, struct buf *to)
{
	return field(v, "to", "email", to);
}

static bool
to_first(struct view *v, struct buf *to)
{
	return field(v, "to", "firstName", to);
}

static bool
to_last(struct view *v, struct buf *to)
{
	return field(v, "to", "lastName", to);
}

static bool
cc_email(struct view *v, struct buf *to)
{
	return field(v, "cc", "email", to);
}

static bool
bcc_email(struct view *v, struct buf *to)
{
	return field(v, "bcc", "email", to);
}

static bool
sender_email(struct view *v, struct buf *to)
{
	return field(v, "sender", "email", to);
}

static bool
zero(struct view *v, struct buf *to)
{
	(void)v;
	return text(to, "0");
}

static bool
no(struct view *v, struct buf *to)
{
	(void)v;
	return text(to, "false");
}

static bool
completed(struct view *v, struct buf *to)
{
	return text(to, is(v, "hs_task_status", "COMPLETED") ? "1" : "0");
}

static bool
completion_date(struct view *v, struct buf *to)
{
	return is(v, "hs_task_status", "COMPLETED") && date(v, to, v->updated);
}

static bool
overdue(struct view *v, struct buf *to)
{
	struct slice due = values_find(v->values, v->m->properties.of[v->type].timestamp);
	int64_t ms = 0;
	bool late =
		due.bytes != NULL && date_read(due.bytes, due.size, &ms) == DATE_GOOD && ms < clock_ms(&v->m->clock);

	return yes_no(to, late && !is(v, "hs_task_status", "COMPLETED"));
}

static bool
family(struct view *v, struct buf *to)
{
	(void)v;
	return text(to, "SALES");
}

static bool
for_object(struct view *v, struct buf *to)
{
	(void)v;
	return text(to, "OWNER");
}

/* Sorted by name. */
static const struct {
	const char *name;
	compute_function *function;
} table[] = {
	{"hs_all_owner_ids", owner},
	{"hs_body_preview", preview},
	{"hs_body_preview_html", preview_html},
	{"hs_body_preview_is_truncated", preview_cut},
	{"hs_createdate", created},
	{"hs_email_bcc_email", bcc_email},
	{"hs_email_cc_email", cc_email},
	{"hs_email_click_rate", zero},
	{"hs_email_from_email", from_email},
	{"hs_email_from_firstname", from_first},
	{"hs_email_from_lastname", from_last},
	{"hs_email_open_rate", zero},
	{"hs_email_reply_rate", zero},
	{"hs_email_sender_email", sender_email},
	{"hs_email_to_email", to_email},
	{"hs_email_to_firstname", to_first},
	{"hs_email_to_lastname", to_last},
	{"hs_lastmodifieddate", updated},
	{"hs_object_id", object_id},
	{"hs_object_source", source},
	{"hs_object_source_id", source_id},
	{"hs_object_source_label", source},
	{"hs_task_completion_count", zero},
	{"hs_task_completion_date", completion_date},
	{"hs_task_family", family},
	{"hs_task_for_object_type", for_object},
	{"hs_task_is_all_day", no},
	{"hs_task_is_completed", completed},
	{"hs_task_is_overdue", overdue},
	{"hs_task_is_past_due_date", overdue},
	{"hs_task_missed_due_date", overdue},
	{"hs_updated_by_user_id", editor},
	{"hs_user_ids_of_all_owners", owner_user},
	{"hubspot_owner_assigneddate", owner_date},
};

void
compute_list(const struct property_set *s, struct computed list[COMPUTED_MAX])
{
	int count = 0;

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		int property = property_named(s, table[i].name);

		if (property != PROPERTY_NONE)
			list[count++] = (struct computed){property, table[i].function};
	}
	list[count].property = PROPERTY_NONE;
}
