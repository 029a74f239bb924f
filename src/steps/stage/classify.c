#include "steps/stage/classify.h"

#include "core/buf.h"
#include "core/mem.h"
#include "rules/sql.h"

#include <stdlib.h>
#include <string.h>

enum { SLOTS = 8192, USED_MAX = SLOTS / 2 };

struct remembered {
	char *key; /* NULL: an empty slot */
	size_t size;
	struct combination combination;
};

/* In the order of the columns of code_combination: four codes as they are, six of which only matters whether they
 * have a value, and the subject as it is. */
static const enum source_column tested[CLASSIFY_TESTS] = {COMM_TYPE, COMM_ACTION, COMM_STATUS, COMM_PRIORITY,
	COMM_CASEID, PERSON_ID, COMPANY_ID, COMM_OPPORTUNITYID, COMM_NOTE, COMM_EMAIL_CLEAN, COMM_SUBJECT};

static bool
is_text(int test)
{
	return test < 4 || test == CLASSIFY_TESTS - 1;
}

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
	buf_clear(&c->key);
	query_close(&c->insert);
	query_close(&c->classify);
	*c = (struct classifier){0};
}

/* What tells combinations apart, as bytes: a mark for NULL or a value, the text where it counts, a NUL. */
static void
make_key(const struct classifier *c, const struct row *row, struct buf *key)
{
	for (int i = 0; i < CLASSIFY_TESTS; i++) {
		const struct value *value = &row->values[tested[i]];

		if (!c->tests[i])
			continue;
		buf_char(key, value->kind == VALUE_NULL ? '0' : '1');
		if (is_text(i) && value->kind == VALUE_TEXT)
			buf_add(key, value->text, value->size + 1);
	}
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
	for (int i = 0; i < CLASSIFY_TESTS; i++) {
		const struct value *value = &row->values[tested[i]];
		bool is_there = c->tests[i] && value->kind != VALUE_NULL;

		if (!is_text(i))
			query_bind_int(q, i + 1, is_there);
		else if (is_there)
			query_bind_bytes(q, i + 1, value->text, value->size);
		else
			query_bind_null(q, i + 1);
	}
}

/* Takes the answer of a statement that returns one row: id, activity, eligibility. *found->activity is "" when it is
 * NULL. */
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
	struct remembered *slot;

	buf_reset(&c->key);
	make_key(c, row, &c->key);
	slot = find_slot(c, &c->key);
	if (slot->key != NULL) {
		*found = slot->combination;
		return true;
	}
	if (!ask(c, row, found, e))
		return false;
	if (c->used == USED_MAX) {
		forget(c);
		slot = find_slot(c, &c->key);
	}
	*slot = (struct remembered){mem_new(c->key.size), c->key.size, *found};
	memcpy(slot->key, c->key.bytes, c->key.size);
	c->used++;
	return true;
}
