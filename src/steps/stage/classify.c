#include "steps/stage/classify.h"

#include "core/buf.h"
#include "core/mem.h"
#include "rules/sql.h"

#include <stdlib.h>
#include <string.h>

enum { SLOTS = 8192, USED_MAX = SLOTS / 2, CODES = 4 };

struct remembered {
	char *key; /* NULL: an empty slot */
	size_t size;
	struct combination combination;
};

static const enum source_column codes[CODES] = {COMM_TYPE, COMM_ACTION, COMM_STATUS, COMM_PRIORITY};
static const enum source_column tested[CLASSIFY_TESTS] = {
	COMM_CASEID, PERSON_ID, COMPANY_ID, COMM_OPPORTUNITYID, COMM_NOTE, COMM_EMAIL_CLEAN, COMM_SUBJECT};
enum { SUBJECT = CLASSIFY_TESTS - 1 };

bool
classifier_open(struct classifier *c, struct db *db, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&c->insert, db, "src/steps/stage/sql/load_combination.sql", e) &&
		  sql_query(&c->classify, db, "src/steps/stage/sql/load_classify.sql", e) &&
		  sql_query(&q, db, "src/steps/stage/sql/load_tests.sql", e) && query_next(&q, e) == QUERY_ROW;

	for (int i = 0; ok && i < CLASSIFY_TESTS; i++)
		c->tests[i] = query_int(&q, i) != 0;
	query_close(&q);
	c->slots = mem_new(SLOTS * sizeof *c->slots);
	return ok;
}

static void
forget(struct classifier *c)
{
	for (int i = 0; c->slots != NULL && i < SLOTS; i++)
		free(c->slots[i].key);
	if (c->slots != NULL)
		memset(c->slots, 0, SLOTS * sizeof *c->slots);
	c->used = 0;
}

void
classifier_close(struct classifier *c)
{
	forget(c);
	free(c->slots);
	query_close(&c->insert);
	query_close(&c->classify);
	*c = (struct classifier){0};
}

/* What tells combinations apart, as bytes: a mark for NULL or text, the text, a NUL. */
static void
add_value(struct buf *key, const struct value *value)
{
	buf_char(key, value->kind == VALUE_NULL ? '0' : '1');
	if (value->kind == VALUE_TEXT)
		buf_add(key, value->text, value->size);
	buf_char(key, '\0');
}

static void
make_key(const struct classifier *c, const struct row *row, struct buf *key)
{
	for (int i = 0; i < CODES; i++)
		add_value(key, &row->values[codes[i]]);
	for (int i = 0; i < SUBJECT; i++)
		buf_char(key, c->tests[i] && row->values[tested[i]].kind != VALUE_NULL ? '1' : '0');
	if (c->tests[SUBJECT])
		add_value(key, &row->values[COMM_SUBJECT]);
}

/* FNV-1a: short keys, and nobody attacks this table. */
static size_t
slot_of(const struct buf *key)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < key->size; i++)
		h = (h ^ (unsigned char)key->bytes[i]) * UINT64_C(1099511628211);
	return (size_t)(h % SLOTS);
}

static struct remembered *
find_slot(struct classifier *c, const struct buf *key)
{
	size_t at = slot_of(key);

	while (c->slots[at].key != NULL &&
		(c->slots[at].size != key->size || memcmp(c->slots[at].key, key->bytes, key->size) != 0))
		at = (at + 1) % SLOTS;
	return &c->slots[at];
}

static void
bind(const struct classifier *c, struct query *q, const struct row *row)
{
	for (int i = 0; i < CODES; i++) {
		const struct value *value = &row->values[codes[i]];

		query_bind_bytes(q, i + 1, value->kind == VALUE_NULL ? NULL : value->text, value->size);
	}
	for (int i = 0; i < SUBJECT; i++)
		query_bind_int(q, CODES + i + 1, c->tests[i] && row->values[tested[i]].kind != VALUE_NULL);
	query_bind_null(q, CODES + SUBJECT + 1);
	if (c->tests[SUBJECT] && row->values[COMM_SUBJECT].kind == VALUE_TEXT)
		query_bind_bytes(
			q, CODES + SUBJECT + 1, row->values[COMM_SUBJECT].text, row->values[COMM_SUBJECT].size);
}

/* Takes the answer of a statement that returns one row: id, activity, eligibility. *found->activity is "" when it is NULL. */
static bool
take_answer(struct query *q, struct combination *found, struct err *e)
{
	bool ok = query_next(q, e) == QUERY_ROW;

	if (ok) {
		const char *activity = query_text(q, 1);

		found->id = query_int(q, 0);
		found->is_task_eligible = query_int(q, 2) != 0;
		sqlite3_snprintf(sizeof found->activity, found->activity, "%s", activity == NULL ? "" : activity);
	}
	query_reset(q);
	return ok;
}

/* Asks the database, which classifies a combination that it has not seen yet. */
static bool
ask(struct classifier *c, const struct row *row, struct combination *found, struct err *e)
{
	bind(c, &c->insert, row);
	if (!take_answer(&c->insert, found, e))
		return false;
	query_bind_int(&c->classify, 1, found->id);
	return found->activity[0] != '\0' || take_answer(&c->classify, found, e);
}

bool
classifier_find(struct classifier *c, const struct row *row, struct combination *found, struct err *e)
{
	struct buf key = {0};
	struct remembered *slot;
	bool ok = true;

	make_key(c, row, &key);
	slot = find_slot(c, &key);
	if (slot->key != NULL) {
		*found = slot->combination;
		buf_clear(&key);
		return true;
	}
	ok = ask(c, row, found, e);
	if (ok && c->used == USED_MAX) {
		forget(c);
		slot = find_slot(c, &key);
	}
	if (ok) {
		*slot = (struct remembered){key.bytes, key.size, *found};
		c->used++;
	} else {
		buf_clear(&key);
	}
	return ok;
}
