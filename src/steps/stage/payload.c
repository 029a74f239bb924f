#include "steps/stage/payload.h"

#include "core/address.h"
#include "core/clock.h"
#include "core/markup.h"
#include "core/mem.h"
#include "core/text.h"
#include "steps/stage/payload_maps.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* In the order of payload.side. */
enum side { FROM, TO, CC, BCC };

static const char *const side_words[][2] = {
	{"sender's", "senders"}, {"recipient's", "recipients"}, {"", "copies"}, {"", "blind copies"}};

static int
column_of(struct query *view, const char *name)
{
	int count = sqlite3_column_count(view->stmt), i = 0;

	while (i < count && strcmp(sqlite3_column_name(view->stmt, i), name) != 0)
		i++;
	return i < count ? i : -1;
}

/* The column's index, -1 for no name. */
static bool
need_column(const struct payload *p, struct query *view, const char *name, int *column, struct err *e)
{
	*column = name == NULL ? -1 : column_of(view, name);
	if (name != NULL && *column < 0)
		return err_set(e, ERR_USAGE, "%s:%d: v_ic_%s_staging has no column '%s'", p->template->place,
			template_line(p->template, name), activity_names[p->template->activity], name);
	return true;
}

static bool
need_side(struct payload *p, struct query *view, const struct template_side *side, int *columns, struct err *e)
{
	return need_column(p, view, side->email, &columns[0], e) &&
	       need_column(p, view, side->first_name, &columns[1], e) &&
	       need_column(p, view, side->last_name, &columns[2], e) &&
	       need_column(p, view, side->list, &columns[3], e);
}

static bool
need_sides(struct payload *p, struct query *view, const struct template_property *property, struct err *e)
{
	return need_side(p, view, &property->from, p->side[0], e) && need_side(p, view, &property->to, p->side[1], e) &&
	       need_side(p, view, &property->cc, p->side[2], e) && need_side(p, view, &property->bcc, p->side[3], e);
}

bool
payload_open(struct payload *p, const struct template *template, struct query *view, const struct payload_maps *maps,
	struct zone *zone, struct err *e)
{
	*p = (struct payload){.template = template, .zone = zone, .maps = maps};
	p->columns = mem_new((template->property_count + 1) * sizeof *p->columns);
	p->others = mem_new((template->property_count + 1) * sizeof *p->others);
	for (size_t i = 0; i < template->property_count; i++) {
		const struct template_property *property = &template->properties[i];

		if (!need_column(p, view, property->column, &p->columns[i], e) ||
			!need_column(p, view, property->unless_equal, &p->others[i], e))
			return false;
		if (property->form == FORM_EMAIL_HEADERS && !need_sides(p, view, property, e))
			return false;
	}
	return need_column(p, view, template->key_column, &p->key, e) &&
	       need_column(p, view, "associated_contact_id", &p->contact, e) &&
	       need_column(p, view, "associated_company_id", &p->company, e) &&
	       need_column(p, view, "associated_deal_id", &p->deal, e);
}

void
payload_close(struct payload *p)
{
	free(p->columns);
	free(p->others);
	buf_clear(&p->text);
	buf_clear(&p->header);
	buf_clear(&p->norm);
	buf_clear(&p->markup);
	*p = (struct payload){0};
}

static void __attribute__((format(printf, 5, 6)))
tell(struct payload *p, const char *kind, const char *code, const char *property, const char *fmt, ...)
{
	struct payload_finding *f = &p->findings[p->finding_count];
	va_list args;

	p->held = p->held || strcmp(kind, "held") == 0;
	if (p->finding_count == PAYLOAD_FINDINGS)
		return;
	p->finding_count++;
	*f = (struct payload_finding){.kind = kind, .code = code, .property = property};
	va_start(args, fmt);
	vsnprintf(f->message, sizeof f->message, fmt, args);
	va_end(args);
}

static void
check_length(struct payload *p, const char *property, size_t units)
{
	if (units > PAYLOAD_MAX_LENGTH)
		tell(p, "held", "PROPERTY_TOO_LONG", property, "%zu characters as sent, HubSpot takes %d", units,
			PAYLOAD_MAX_LENGTH);
}

static bool
is_dropped(unsigned char c)
{
	return c < ' ' && c != '\t' && c != '\n' && c != '\r';
}

/* The text without the control characters that are not sent; the text itself when it has none. */
static const char *
without_controls(struct payload *p, const char *text, size_t *size)
{
	size_t i = 0, kept = 0;
	char *copy;

	while (i < *size && !is_dropped((unsigned char)text[i]))
		i++;
	if (i == *size)
		return text;
	buf_reset(&p->text);
	copy = buf_room(&p->text, *size);
	for (i = 0; i < *size; i++)
		if (!is_dropped((unsigned char)text[i]))
			copy[kept++] = text[i];
	*size = kept;
	return copy;
}

static void
begin(struct buf *line, const char *property)
{
	if (line->bytes[line->size - 1] != '{')
		buf_char(line, ',');
	buf_char(line, '"');
	buf_json(line, property, strlen(property));
	buf_add(line, "\":\"", 3);
}

static void
write_text(struct payload *p, const char *property, const char *text, size_t size, struct buf *line)
{
	text = without_controls(p, text, &size);
	begin(line, property);
	buf_json(line, text, size);
	buf_char(line, '"');
	check_length(p, property, size <= PAYLOAD_MAX_LENGTH ? 0 : text_utf16(text, size));
}

static void
write_html(struct payload *p, const char *property, const char *text, size_t size, struct buf *line)
{
	begin(line, property);
	check_length(p, property, buf_html_json(line, text, size));
	buf_char(line, '"');
}

/* What a mail program left: HTML is cleaned, anything else is text; but RTF is neither, and nobody could read it. */
static void
write_body(struct payload *p, const char *property, const char *text, size_t size, struct buf *line)
{
	static const char rtf[] = "{\\rtf";

	if (size >= sizeof rtf - 1 && memcmp(text, rtf, sizeof rtf - 1) == 0)
		tell(p, "held", "RTF_TEXT", property, "is RTF, which HubSpot would show as it is written");
	if (!markup_found(text, size)) {
		write_html(p, property, text, size, line);
		return;
	}
	buf_reset(&p->markup);
	markup_clean(&p->markup, text, size);
	write_text(p, property, p->markup.bytes == NULL ? "" : p->markup.bytes, p->markup.size, line);
}

/* A local time as UTC; a time that the zone's clock shows twice or never is told. */
static void
write_datetime(struct payload *p, const char *property, const char *text, size_t size, struct buf *line)
{
	struct clock_time time;
	int64_t utc;
	char written[CLOCK_TEXT_MAX];

	if (clock_parse(text, size, &time) != CLOCK_GOOD) {
		tell(p, "held", "INVALID_DATE", property, "is not a date");
		return;
	}
	switch (zone_to_utc(p->zone, time.seconds, &utc)) {
	case ZONE_TWICE:
		tell(p, "flagged", "TIME_EXISTS_TWICE", property,
			"'%.*s' exists twice on that day's clock: the first is sent", (int)size, text);
		break;
	case ZONE_NEVER:
		tell(p, "flagged", "TIME_DOES_NOT_EXIST", property,
			"'%.*s' does not exist on that day's clock: it is moved forward by the gap", (int)size, text);
		break;
	case ZONE_NORMAL:
		break;
	}
	if (clock_write_utc(written, utc, time.micros) == 0)
		tell(p, "held", "INVALID_DATE", property, "is outside the years 1 to 9999 in UTC");
	else
		write_text(p, property, written, strlen(written), line);
}

static void
write_map(struct payload *p, const struct template_property *property, const char *text, size_t size, struct buf *line)
{
	const char *value;

	buf_reset(&p->norm);
	buf_norm(&p->norm, text, size);
	value = payload_maps_find(p->maps, property->map, p->norm.bytes == NULL ? "" : p->norm.bytes);
	if (value != NULL)
		write_text(p, property->name, value, strlen(value), line);
	else if (property->unmapped == OTHERWISE_KEEP)
		write_text(p, property->name, text, size, line);
	else if (property->unmapped == OTHERWISE_HOLD)
		tell(p, "held", "INVALID_OPTION", property->name, "'%.*s' is none of HubSpot's values",
			(int)text_prefix(text, size, 30), text);
}

static bool
is_digits(const char *text, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (text[i] < '0' || text[i] > '9')
			return false;
	return size > 0;
}

static void
add_header_member(struct payload *p, const char *name, const char *text, size_t size)
{
	if (p->header.bytes[p->header.size - 1] != '{')
		buf_char(&p->header, ',');
	buf_format(&p->header, "\"%s\":\"", name);
	text = without_controls(p, text, &size);
	buf_json(&p->header, text, size);
	buf_char(&p->header, '"');
}

/* {"email":...}; with the names of the side when the address is the one that they belong to. */
static void
add_party(struct payload *p, struct query *view, const int *columns, const char *email, size_t size, bool has_names)
{
	static const char *const names[] = {"", "firstName", "lastName"};
	char last = p->header.bytes[p->header.size - 1];

	if (last != '[' && last != ':')
		buf_char(&p->header, ',');
	buf_char(&p->header, '{');
	add_header_member(p, "email", email, size);
	for (int i = 1; i < 3 && has_names; i++)
		if (columns[i] >= 0 && query_text(view, columns[i]) != NULL)
			add_header_member(p, names[i], query_text(view, columns[i]), query_size(view, columns[i]));
	buf_char(&p->header, '}');
}

/* How many of the list's entries are added, at most `most`. What is no address is told. */
static size_t
add_list(struct payload *p, enum side side, struct query *view, const char *property, size_t most)
{
	const int *columns = p->side[side];
	const char *at = columns[3] < 0 ? NULL : query_text(view, columns[3]), *own, *end;
	struct address a;
	size_t count = 0;

	if (at == NULL)
		return 0;
	end = at + query_size(view, columns[3]);
	own = columns[0] < 0 ? NULL : query_text(view, columns[0]);
	while (count < most && address_next(&at, end, &a))
		if (text_is_email(a.text, a.size)) {
			add_party(p, view, columns, a.text, a.size, own != NULL && text_same(a.text, a.size, own));
			count++;
		} else {
			tell(p, "left_out", "INVALID_EMAIL", property,
				"an entry of %zu characters among the %s is no e-mail address",
				text_length(a.text, a.size), side_words[side][1]);
		}
	return count;
}

/* Who stands on a side: the list's addresses, else the one of its column. False: nobody. */
static bool
add_side(struct payload *p, enum side side, struct query *view, const char *property, const char *column, size_t most)
{
	const int *columns = p->side[side];
	const char *email = columns[0] < 0 ? NULL : query_text(view, columns[0]);
	size_t size = email == NULL ? 0 : query_size(view, columns[0]);

	if (add_list(p, side, view, property, most) > 0)
		return true;
	if (email == NULL)
		return false;
	if (!text_is_email(email, size)) {
		tell(p, "left_out", "INVALID_EMAIL", column, "the %s address (%zu characters) is no e-mail address",
			side_words[side][0], text_length(email, size));
		return false;
	}
	add_party(p, view, columns, email, size, true);
	return true;
}

static void
write_email_headers(struct payload *p, const struct template_property *property, struct query *view, struct buf *line)
{
	bool from, to, cc, bcc;

	buf_reset(&p->header);
	buf_text(&p->header, "{\"from\":");
	from = add_side(p, FROM, view, property->name, property->from.email, 1);
	if (!from) {
		buf_reset(&p->header);
		buf_char(&p->header, '{');
	} else {
		buf_char(&p->header, ',');
	}
	buf_text(&p->header, "\"to\":[");
	to = add_side(p, TO, view, property->name, property->to.email, SIZE_MAX);
	buf_text(&p->header, "],\"cc\":[");
	cc = add_side(p, CC, view, property->name, NULL, SIZE_MAX);
	buf_text(&p->header, "],\"bcc\":[");
	bcc = add_side(p, BCC, view, property->name, NULL, SIZE_MAX);
	buf_text(&p->header, "]}");
	if (from || to || cc || bcc) {
		begin(line, property->name);
		buf_json(line, p->header.bytes, p->header.size);
		buf_char(line, '"');
		check_length(p, property->name, text_utf16(p->header.bytes, p->header.size));
	}
}

static bool
is_equal(struct query *view, int a, int b)
{
	const char *one = query_text(view, a), *other = query_text(view, b);

	return one != NULL && other != NULL && query_size(view, a) == query_size(view, b) &&
	       memcmp(one, other, query_size(view, a)) == 0;
}

static void
write_column(
	struct payload *p, const struct template_property *property, int column, struct query *view, struct buf *line)
{
	const char *text = query_text(view, column);
	size_t size = query_size(view, column);

	if (text == NULL) {
		if (property->missing == OTHERWISE_HOLD)
			tell(p, "held", "MISSING_REQUIRED_PROPERTY", property->name, "%s has no value",
				property->column);
		return;
	}
	switch (property->form) {
	case FORM_HTML:
		write_html(p, property->name, text, size, line);
		break;
	case FORM_BODY:
		write_body(p, property->name, text, size, line);
		break;
	case FORM_DATETIME:
		write_datetime(p, property->name, text, size, line);
		break;
	case FORM_MAP:
		write_map(p, property, text, size, line);
		break;
	case FORM_OWNER:
		if (is_digits(text, size))
			write_text(p, property->name, text, size, line);
		break;
	default:
		write_text(p, property->name, text, size, line);
		break;
	}
}

static void
write_properties(struct payload *p, struct query *view, struct buf *line)
{
	buf_text(line, "{\"properties\":{");
	write_text(p, p->template->key, query_text(view, p->key), query_size(view, p->key), line);
	for (size_t i = 0; i < p->template->property_count; i++) {
		const struct template_property *property = &p->template->properties[i];

		if (p->others[i] >= 0 && is_equal(view, p->columns[i], p->others[i]))
			continue;
		if (property->form == FORM_FIXED)
			write_text(p, property->name, property->value, strlen(property->value), line);
		else if (property->form == FORM_EMAIL_HEADERS)
			write_email_headers(p, property, view, line);
		else
			write_column(p, property, p->columns[i], view, line);
	}
	buf_char(line, '}');
}

static void
write_association(int64_t id, int64_t type, struct buf *line)
{
	if (line->bytes[line->size - 1] != '[')
		buf_char(line, ',');
	buf_text(line, "{\"to\":{\"id\":\"");
	buf_int(line, id);
	buf_text(line, "\"},\"types\":[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":");
	buf_int(line, type);
	buf_text(line, "}]}");
}

/* The row's own record, then those of the links, none twice. */
static void
write_kind(struct query *view, int column, const int64_t *more, size_t count, int64_t type, struct buf *line)
{
	bool has = !query_null(view, column);
	int64_t own = has ? query_int(view, column) : 0;

	if (has)
		write_association(own, type, line);
	for (size_t i = 0; i < count; i++) {
		bool seen = has && more[i] == own;

		for (size_t k = 0; k < i && !seen; k++)
			seen = more[k] == more[i];
		if (!seen)
			write_association(more[i], type, line);
	}
}

void
payload_write(struct payload *p, struct query *view, const struct payload_links *links, struct buf *line)
{
	const struct template *t = p->template;

	p->finding_count = 0;
	p->held = false;
	write_properties(p, view, line);
	buf_text(line, ",\"associations\":[");
	write_kind(view, p->contact, links->contacts, links->contact_count, t->contact, line);
	write_kind(view, p->company, links->companies, links->company_count, t->company, line);
	write_kind(view, p->deal, NULL, 0, t->deal, line);
	buf_text(line, "],\"objectWriteTraceId\":\"");
	buf_text(line, query_text(view, p->key));
	buf_text(line, "\"}");
}
