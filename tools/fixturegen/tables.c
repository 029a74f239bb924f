#include "tables.h"

#include "people.h"

static const char *const contact_columns[] = {"id", "legacy_contact_id", "hubspot_contact_id", "legacy_email",
	"hubspot_email", "legacy_firstname", "legacy_lastname", "hubspot_firstname", "hubspot_lastname",
	"legacy_company_id", "hubspot_company_id", "legacy_properties", "properties_to_update", "reconciliation_status",
	"match_confidence", "notes", "created_at", "last_updated", NULL};

static const char *const company_columns[] = {"id", "legacy_company_id", "hubspot_company_id", "legacy_name",
	"hubspot_name", "legacy_domain", "hubspot_domain", "legacy_properties", "properties_to_update",
	"reconciliation_status", "match_confidence", "notes", "created_at", "last_updated", NULL};

static const char *const deal_columns[] = {"id", "legacy_deal_id", "hubspot_deal_id", "legacy_dealname",
	"hubspot_dealname", "legacy_amount", "hubspot_amount", "legacy_company_id", "hubspot_company_id",
	"legacy_contact_id", "hubspot_contact_id", "legacy_properties", "properties_to_update", "reconciliation_status",
	"match_confidence", "notes", "created_at", "last_updated", NULL};

static const char *const pushed_columns[] = {"id", "legacy_communication_id", "hubspot_engagement_id",
	"reconciliation_status", "created_at", "last_updated", NULL};

typedef void adder(const struct options *o, uint32_t number, struct text *t);

static void
write_added(struct sheet *s, const struct options *o, uint32_t number, adder *add, struct text *t)
{
	t->length = 0;
	add(o, number, t);
	sheet_text(s, t->bytes, t->length);
}

/* The text of the legacy system, then HubSpot's: the same where the record is matched. */
static void
write_both(struct sheet *s, const struct options *o, uint32_t number, enum match match, adder *add, struct text *t)
{
	write_added(s, o, number, add, t);
	if (match == MATCHED)
		sheet_text(s, t->bytes, t->length);
	else
		sheet_null(s);
}

static void
write_ids(struct sheet *s, const struct options *o, enum entity entity, uint32_t number)
{
	sheet_number(s, people_id(entity, number));
	if (people_match(o, entity, number) == MATCHED)
		sheet_id(s, people_hubspot_id(entity, number));
	else
		sheet_null(s);
}

static void
write_tail(struct sheet *s, uint32_t number, enum match match)
{
	sheet_word(s, number % 3 == 0 ? "{\"source\": \"export\", \"tags\": [\"a\", \"b\"]}" : "{}");
	sheet_null(s);
	sheet_word(s, match == MATCHED ? "matched" : "unmatched");
	sheet_word(s, match == MATCHED ? "100.00" : "0.00");
	sheet_null(s);
	sheet_moment(s, 1767258000, 0);
	sheet_moment(s, 1767258000 + number % 86400, 1);
	sheet_end(s);
}

static void
add_domain(const struct options *o, uint32_t number, struct text *t)
{
	(void)o;
	text_ascii(t, "c");
	text_number(t, number);
	text_ascii(t, number % 2 == 0 ? ".example.com" : ".example.org");
}

static void
add_deal_name(const struct options *o, uint32_t number, struct text *t)
{
	struct dice d = dice_at(o->seed, 7, number);

	text_subject(t, &d, FRENCH);
}

static void
add_amount(const struct options *o, uint32_t number, struct text *t)
{
	(void)o;
	text_number(t, 500 + number * 7919 % 250000);
	text_ascii(t, ".50");
}

static void
write_contact(struct sheet *s, const struct options *o, uint32_t number, struct text *t)
{
	enum match match = people_match(o, CONTACT, number);

	write_ids(s, o, CONTACT, number);
	write_both(s, o, number, match, people_email, t);
	write_added(s, o, number, people_first_name, t);
	write_added(s, o, number, people_last_name, t);
	write_added(s, o, number, people_first_name, t);
	write_added(s, o, number, people_last_name, t);
	write_ids(s, o, COMPANY, people_company_of(o, number));
	write_tail(s, number, match);
}

static void
write_company(struct sheet *s, const struct options *o, uint32_t number, struct text *t)
{
	enum match match = people_match(o, COMPANY, number);

	write_ids(s, o, COMPANY, number);
	write_both(s, o, number, match, people_company_name, t);
	write_both(s, o, number, match, add_domain, t);
	write_tail(s, number, match);
}

static void
write_deal(struct sheet *s, const struct options *o, uint32_t number, struct text *t)
{
	enum match match = people_match(o, DEAL, number);
	uint32_t contact = number % people_count(o, CONTACT);

	write_ids(s, o, DEAL, number);
	write_both(s, o, number, match, add_deal_name, t);
	write_both(s, o, number, match, add_amount, t);
	write_ids(s, o, COMPANY, people_company_of(o, contact));
	write_ids(s, o, CONTACT, contact);
	write_tail(s, number, match);
}

static const struct table {
	const char *name;
	const char *const *columns;
	void (*write)(struct sheet *s, const struct options *o, uint32_t number, struct text *t);
} tables[ENTITIES] = {
	[CONTACT] = {"contacts.csv", contact_columns, write_contact},
	[COMPANY] = {"companies.csv", company_columns, write_company},
	[DEAL] = {"deals.csv", deal_columns, write_deal},
};

static void
write_table(const struct options *o, const struct dialect *dialect, enum entity entity, struct text *t)
{
	const struct table *table = &tables[entity];
	struct sheet s;
	uint32_t id = 1;

	sheet_open(&s, dialect, o->out, table->name, table->columns);
	for (uint32_t i = 0; i < people_count(o, entity); i++)
		if (people_match(o, entity, i) != ABSENT) {
			sheet_number(&s, id++);
			table->write(&s, o, i, t);
		}
	sheet_close(&s);
}

bool
tables_is_pushed(const struct options *o, uint64_t number)
{
	return dice_every(o->seed, 29, number, o->pushed);
}

static void
write_pushed(const struct options *o, const struct dialect *dialect)
{
	struct sheet s;
	int64_t id = 1;

	sheet_open(&s, dialect, o->out, "already-pushed.csv", pushed_columns);
	for (uint64_t i = 0; i < o->rows; i++)
		if (tables_is_pushed(o, i)) {
			sheet_number(&s, id++);
			sheet_number(&s, (int64_t)(o->first_id + i));
			sheet_id(&s, 70500000003 + 7 * (int64_t)i);
			sheet_word(&s, "matched");
			sheet_moment(&s, 1767258000, 0);
			sheet_moment(&s, 1767258000, 1);
			sheet_end(&s);
		}
	sheet_close(&s);
}

void
tables_write(const struct options *o, struct text *scratch)
{
	const struct dialect *dialect = o->dialect_all ? &o->dialect : &plain_dialect;

	for (int i = 0; i < ENTITIES; i++)
		write_table(o, dialect, (enum entity)i, scratch);
	if (o->pushed > 0)
		write_pushed(o, dialect);
}
