#include "account_api.h"

#include "date.h"
#include "problem.h"
#include "property_api.h"
#include "property_option.h"

#include "core/text.h"

#include <stdlib.h>
#include <string.h>

void
account_details(struct mock *m, const struct request *r, struct answer *a)
{
	int minutes = mock_utc_offset(m);

	(void)r;
	answer_restart(a, 200, answer_json);
	buf_format(&a->body,
		"{\"portalId\":%lld,\"accountType\":\"%s\",\"timeZone\":\"%s\",\"companyCurrency\":\"EUR\","
		"\"additionalCurrencies\":[],\"utcOffset\":\"%c%02d:%02d\",\"utcOffsetMilliseconds\":%lld,"
		"\"uiDomain\":\"app.hubspot.com\",\"dataHostingLocation\":\"na1\"}",
		(long long)m->options->portal, m->options->account_type, m->options->timezone, minutes < 0 ? '-' : '+',
		abs(minutes) / 60, abs(minutes) % 60, (long long)minutes * 60000);
}

void
account_usage(struct mock *m, const struct request *r, struct answer *a)
{
	int64_t limit = m->limits.per_day > 0 ? m->limits.per_day : 1000000;

	(void)r;
	answer_restart(a, 200, answer_json);
	buf_format(&a->body,
		"{\"results\":[{\"name\":\"private-apps-api-calls-daily\",\"usageLimit\":%lld,\"currentUsage\":%lld,"
		"\"collectedAt\":\"",
		(long long)limit, (long long)m->limits.taken_today);
	date_write(&a->body, clock_ms(&m->clock), false);
	buf_text(&a->body, "\",\"fetchStatus\":\"SUCCESS\",\"resetsAt\":\"");
	date_write(&a->body, mock_midnight(m), false);
	buf_text(&a->body, "\"}]}");
}

static void
member(struct buf *to, const char *name, const char *text)
{
	buf_format(to, "\"%s\":\"", name);
	buf_json(to, text, strlen(text));
	buf_text(to, "\",");
}

static void
write_owner(const struct owner *o, struct buf *to)
{
	buf_format(to, "{\"id\":\"%llu\",", (unsigned long long)o->id);
	member(to, "email", o->email);
	buf_text(to, "\"type\":\"PERSON\",");
	member(to, "firstName", o->first);
	member(to, "lastName", o->last);
	if (o->archived)
		buf_format(to, "\"userIdIncludingInactive\":%llu,", (unsigned long long)o->user_id);
	else
		buf_format(to, "\"userId\":%llu,\"userIdIncludingInactive\":%llu,", (unsigned long long)o->user_id,
			(unsigned long long)o->user_id);
	buf_format(to,
		"\"createdAt\":\"2020-01-01T00:00:00.000Z\",\"updatedAt\":\"2020-01-01T00:00:00.000Z\","
		"\"archived\":%s,\"teams\":[]}",
		o->archived ? "true" : "false");
}

void
account_owners(struct mock *m, const struct request *r, struct answer *a)
{
	const char *email = request_arg(r, "email"), *limit = request_arg(r, "limit"), *after = request_arg(r, "after");
	const char *arg = request_arg(r, "archived");
	bool archived = arg != NULL && strcmp(arg, "true") == 0;
	uint64_t most = 100, from = 0, shown = 0;
	size_t at;

	if (limit != NULL)
		known_number(limit, strlen(limit), &most);
	if (after != NULL)
		known_number(after, strlen(after), &from);
	answer_restart(a, 200, answer_json);
	buf_text(&a->body, "{\"results\":[");
	for (at = (size_t)from; at < m->owners.count; at++) {
		const struct owner *o = &m->owners.list[at];

		if (o->archived != archived || (email != NULL && strcmp(email, o->email) != 0))
			continue;
		if (shown == most)
			break;
		buf_text(&a->body, shown++ == 0 ? "" : ",");
		write_owner(o, &a->body);
	}
	buf_char(&a->body, ']');
	if (at < m->owners.count)
		buf_format(&a->body, ",\"paging\":{\"next\":{\"after\":\"%zu\"}}", at);
	buf_char(&a->body, '}');
}

void
account_owner(struct mock *m, const struct request *r, struct answer *a)
{
	const struct owner *o = NULL;
	uint64_t id;

	if (known_number(r->id.bytes, r->id.size, &id))
		o = owners_find(&m->owners, id);
	if (o == NULL) {
		problem_refuse(&m->random, a, 404, "OBJECT_NOT_FOUND", "resource not found");
		return;
	}
	answer_restart(a, 200, answer_json);
	write_owner(o, &a->body);
}

static bool
is_required(const struct mock *m, enum type type, const struct property *p)
{
	char word[256];

	snprintf(word, sizeof word, "%s.%s", type_names[type].plural, p->name);
	return (p->flags & PROPERTY_REQUIRED) != 0 || options_list_has(m->options->require, word);
}

static void
write_schema(const struct mock *m, enum type type, struct buf *to)
{
	const struct type_names *n = &type_names[type];
	const struct property_set *s = &m->properties.of[type];
	bool any = false;

	buf_format(to,
		"{\"labels\":{\"singular\":\"%s\",\"plural\":\"%ss\"},\"id\":\"%s\",\"objectTypeId\":\"%s\","
		"\"fullyQualifiedName\":\"%s\",\"name\":\"%s\",\"archived\":false,\"associations\":[],"
		"\"allowsSensitiveProperties\":false,\"searchableProperties\":[],\"secondaryDisplayProperties\":[],"
		"\"requiredProperties\":[",
		n->label, n->label, n->id, n->id, n->shout, n->shout);
	for (int i = 0; type < TYPE_ACTIVITIES && i < s->count; i++) {
		if (!is_required(m, type, &s->list[s->order[i]]))
			continue;
		buf_format(to, "%s\"%s\"", any ? "," : "", s->list[s->order[i]].name);
		any = true;
	}
	buf_text(to, "],\"properties\":[");
	for (int i = 0; type < TYPE_ACTIVITIES && i < s->count; i++) {
		buf_text(to, i == 0 ? "" : ",");
		property_write(m, &s->list[s->order[i]], to);
	}
	buf_text(to, "]}");
}

void
account_schema(struct mock *m, const struct request *r, struct answer *a)
{
	answer_restart(a, 200, answer_json);
	write_schema(m, r->type, &a->body);
}

/* HubSpot lists custom objects only. */
void
account_schemas(struct mock *m, const struct request *r, struct answer *a)
{
	(void)m;
	(void)r;
	answer_restart(a, 200, answer_json);
	buf_text(&a->body, "{\"results\":[]}");
}

void
account_dispositions(struct mock *m, const struct request *r, struct answer *a)
{
	const struct property_set *s = &m->properties.of[TYPE_CALLS];
	const char *at = s->list[property_named(s, "hs_call_disposition")].options;
	struct slice value, label;

	(void)r;
	answer_restart(a, 200, answer_json);
	buf_char(&a->body, '[');
	for (int n = 0; property_next_option(&at, &value, &label); n++)
		buf_format(&a->body, "%s{\"id\":\"%.*s\",\"label\":\"%.*s\",\"deleted\":false}", n == 0 ? "" : ",",
			(int)value.size, value.bytes, (int)label.size, label.bytes);
	buf_char(&a->body, ']');
}
