#include "steps/stage/report/tally.h"

#include "core/mem.h"
#include "rules/sql.h"
#include "rules/template.h"
#include "steps/stage/report/keys.h"
#include "steps/stage/report/private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	YEARS = 10000,
	MONTHS = YEARS * 12,
	HOURS = 24,
	MASKS = 8,
	TEXTS = 3,
	CLASSES = 8,
	ENDS = 4,
	END_BEFORE = 1,
	WORDS = 4,
	CODES_MAX = 1 << 16 /* distinct keys that are told apart */
};

/* The columns of rows.sql. */
enum {
	ROW_ID,
	ROW_ACTIVITY,
	ROW_DATE,
	ROW_END,
	ROW_LENGTHS,
	ROW_MASK = ROW_LENGTHS + TEXTS,
	ROW_ON_NO_RECORD,
	ROW_HAS_DIRECTION,
	ROW_HAS_STATUS,
	ROW_CODES,
	ROW_FLAGS = ROW_CODES + WORDS
};

/* How many, and the first of them. */
struct count {
	int64_t rows, first_id;
};

struct tally {
	struct stage *stage;
	struct report_other *other;
	struct query rows, add, add_code, add_backwards;
	struct count *months, *orphans; /* [activity][month or year] */
	struct count hours[ACTIVITIES][HOURS], masks[ACTIVITIES][MASKS], ends[ACTIVITIES][ENDS];
	struct count lengths[ACTIVITIES][TEXTS][CLASSES], longest[ACTIVITIES][TEXTS], nothing[ACTIVITIES];
	struct report_keys *words, *codes;
	struct buf key;
};

static void
count_one(struct count *c, int64_t id)
{
	if (c->rows++ == 0)
		c->first_id = id;
}

/* Two or four digits of a date; 0 for what is none. */
static int
digits(const char *text, int at, int count)
{
	int n = 0;

	for (int i = at; i < at + count; i++)
		n = text[i] >= '0' && text[i] <= '9' ? n * 10 + text[i] - '0' : 0;
	return n;
}

static void
count_date(struct tally *t, int activity, int64_t id)
{
	const char *date = query_text(&t->rows, ROW_DATE);
	int year, month, hour;

	if (date == NULL || query_size(&t->rows, ROW_DATE) < 19)
		return;
	year = digits(date, 0, 4);
	month = digits(date, 5, 2);
	hour = digits(date, 11, 2);
	if (month >= 1 && month <= 12)
		count_one(&t->months[activity * MONTHS + year * 12 + month - 1], id);
	if (hour < HOURS)
		count_one(&t->hours[activity][hour], id);
	if (query_int(&t->rows, ROW_ON_NO_RECORD) != 0)
		count_one(&t->orphans[activity * YEARS + year], id);
}

static int
class_of(int64_t length)
{
	static const int64_t tops[CLASSES - 1] = {0, 50, 200, 500, 2000, 10000, 65536};
	int class = 0;

	while (class < CLASSES - 1 && length > tops[class])
		class ++;
	return class;
}

static void
count_texts(struct tally *t, int activity, int64_t id)
{
	for (int i = 0; i < TEXTS; i++) {
		int64_t length = query_int(&t->rows, ROW_LENGTHS + i);
		struct count *longest = &t->longest[activity][i];

		count_one(&t->lengths[activity][i][class_of(length)], id);
		if (length > longest->rows)
			*longest = (struct count){length, id};
	}
	if (query_null(&t->rows, ROW_LENGTHS) && query_null(&t->rows, ROW_LENGTHS + 1))
		count_one(&t->nothing[activity], id);
}

static void
start_key(struct tally *t, int activity, const char *column)
{
	buf_reset(&t->key);
	report_key_field(&t->key, activity_names[activity], strlen(activity_names[activity]));
	if (column != NULL)
		report_key_field(&t->key, column, strlen(column));
}

static const char *const code_names[WORDS] = {"comm_type", "comm_action", "comm_status", "comm_priority"};
static const char others[] = "(others)";
static const char veiled[] = "(a text)";

/* A text that is no code can be personal: such texts count as one. */
static void
add_code(struct tally *t, int i, bool wanted)
{
	const char *text = wanted ? query_text(&t->rows, ROW_CODES + i) : NULL;
	size_t size = text == NULL ? 0 : query_size(&t->rows, ROW_CODES + i);

	if (text == NULL || t->stage->show_values || report_is_code(text, size))
		report_key_field(&t->key, text, size);
	else
		report_key_field(&t->key, veiled, strlen(veiled));
}

/* The words of the codes, but for those that the rule decides on its own. */
static void
count_words(struct tally *t, int activity, int64_t id)
{
	for (int i = 0; i < WORDS; i++) {
		if (i == 1 ? query_int(&t->rows, ROW_HAS_DIRECTION) : i == 2 && query_int(&t->rows, ROW_HAS_STATUS))
			continue;
		start_key(t, activity, code_names[i]);
		add_code(t, i, true);
		if (report_keys_count(t->words, &t->key, id, false))
			continue;
		start_key(t, activity, code_names[i]);
		report_key_field(&t->key, others, strlen(others));
		report_keys_count(t->words, &t->key, id, true);
	}
}

/* Type and action always, of the rest what the other rule set looks at. */
static void
count_codes(struct tally *t, int activity, int64_t id)
{
	char flags[OTHER_FLAGS];

	for (int i = 0; i < OTHER_FLAGS; i++)
		flags[i] = t->other->tests[OTHER_CODES + i] && query_int(&t->rows, ROW_FLAGS + i) != 0 ? '1' : '0';
	start_key(t, activity, NULL);
	for (int i = 0; i < WORDS; i++)
		add_code(t, i, i < 2 || t->other->tests[i]);
	report_key_field(&t->key, flags, sizeof flags);
	if (report_keys_count(t->codes, &t->key, id, false))
		return;
	start_key(t, activity, NULL);
	for (int i = 0; i < WORDS; i++)
		report_key_field(&t->key, i < 2 ? others : NULL, strlen(others));
	report_key_field(&t->key, flags, sizeof flags);
	report_keys_count(t->codes, &t->key, id, true);
}

static bool
count_end(struct tally *t, int activity, int64_t id, struct err *e)
{
	int64_t end = query_int(&t->rows, ROW_END) % ENDS;

	count_one(&t->ends[activity][end], id);
	if (end != END_BEFORE)
		return true;
	query_bind_int(&t->add_backwards, 1, id);
	return query_run(&t->add_backwards, e);
}

static bool
count_rows(struct tally *t, struct err *e)
{
	enum query_step step;
	uint64_t rows = 0;

	while ((step = query_next(&t->rows, e)) == QUERY_ROW) {
		int64_t id = query_int(&t->rows, ROW_ID);
		int activity = (int)activity_find(query_text(&t->rows, ROW_ACTIVITY));

		if (activity == ACTIVITIES)
			continue;
		count_date(t, activity, id);
		count_texts(t, activity, id);
		count_one(&t->masks[activity][query_int(&t->rows, ROW_MASK) % MASKS], id);
		count_words(t, activity, id);
		count_codes(t, activity, id);
		if (!count_end(t, activity, id, e))
			return false;
		if (++rows % 4096 == 0 && t->stage->progress != NULL)
			t->stage->progress(t->stage->context, "report", rows, 0, 0);
	}
	return step == QUERY_END;
}

/* Writes a count down, unless it is 0. */
static bool
put(struct tally *t, const char *kind, int activity, const char *a, const char *b, struct count c, struct err *e)
{
	if (c.rows == 0)
		return true;
	query_bind_text(&t->add, 1, kind);
	query_bind_text(&t->add, 2, activity_names[activity]);
	query_bind_text(&t->add, 3, a);
	query_bind_text(&t->add, 4, b);
	query_bind_int(&t->add, 5, c.rows);
	query_bind_int(&t->add, 6, c.first_id);
	return query_run(&t->add, e);
}

static bool
put_dates(struct tally *t, int activity, struct err *e)
{
	char text[16];
	bool ok = true;

	for (int i = 0; ok && i < MONTHS; i++) {
		if (t->months[activity * MONTHS + i].rows == 0)
			continue;
		snprintf(text, sizeof text, "%04d-%02d", i / 12, i % 12 + 1);
		ok = put(t, "month", activity, text, NULL, t->months[activity * MONTHS + i], e);
	}
	for (int i = 0; ok && i < YEARS; i++) {
		if (t->orphans[activity * YEARS + i].rows == 0)
			continue;
		snprintf(text, sizeof text, "%04d", i);
		ok = put(t, "orphan", activity, text, NULL, t->orphans[activity * YEARS + i], e);
	}
	for (int i = 0; ok && i < HOURS; i++) {
		snprintf(text, sizeof text, "%02d", i);
		ok = put(t, "hour", activity, text, NULL, t->hours[activity][i], e);
	}
	return ok;
}

static bool
put_texts(struct tally *t, int activity, struct err *e)
{
	static const char *const texts[TEXTS] = {"subject", "note", "email"};
	bool ok = put(t, "content", activity, "nothing", NULL, t->nothing[activity], e);

	for (int i = 0; ok && i < TEXTS; i++) {
		for (int k = 0; ok && k < CLASSES; k++) {
			const char class[2] = {(char)('0' + k), '\0'};

			ok = put(t, "length", activity, texts[i], class, t->lengths[activity][i][k], e);
		}
		ok = ok && put(t, "longest", activity, texts[i], NULL, t->longest[activity][i], e);
	}
	return ok;
}

static bool
put_activity(struct tally *t, int activity, struct err *e)
{
	static const char *const ends[ENDS] = {"missing", "before", "at", "after"};
	static const char *const masks[MASKS] = {"", "contact", "company", "contact, company", "deal", "contact, deal",
		"company, deal", "contact, company, deal"};
	bool ok = put_dates(t, activity, e) && put_texts(t, activity, e);

	for (int i = 0; ok && i < ENDS; i++)
		ok = put(t, "end", activity, ends[i], NULL, t->ends[activity][i], e);
	for (int i = 0; ok && i < MASKS; i++)
		ok = put(t, "association", activity, masks[i], NULL, t->masks[activity][i], e);
	return ok;
}

static bool
put_words(struct tally *t, struct err *e)
{
	bool ok = true;

	for (size_t i = 0; ok && i < report_keys_size(t->words); i++) {
		struct report_counted c = report_keys_get(t->words, i);
		const char *key = c.key, *end = c.key + c.size, *text;
		size_t size;

		query_bind_text(&t->add, 1, "word");
		for (int k = 2; k <= 4; k++) {
			report_key_next(&key, end, &text, &size);
			query_bind_bytes(&t->add, k, text, size);
		}
		query_bind_int(&t->add, 5, c.rows);
		query_bind_int(&t->add, 6, c.first_id);
		ok = query_run(&t->add, e);
	}
	return ok;
}

/* Asks the other rule set; the texts of the key end nowhere, so they are copied. */
static bool
put_code(struct tally *t, struct report_counted c, struct err *e)
{
	const char *key = c.key, *end = c.key + c.size, *text, *activity = NULL, *reason = NULL;
	char *fields[1 + WORDS + 1];
	bool flags[OTHER_FLAGS], ok;
	size_t size;

	for (int i = 0; i < 1 + WORDS + 1; i++) {
		report_key_next(&key, end, &text, &size);
		fields[i] = text == NULL ? NULL : mem_format("%.*s", (int)size, text);
	}
	for (int i = 0; i < OTHER_FLAGS; i++)
		flags[i] = fields[1 + WORDS][i] == '1';
	ok = t->other->name == NULL ||
	     report_other_classify(t->other, (const char *const *)fields + 1, flags, &activity, &reason, e);
	query_bind_text(&t->add_code, 1, fields[1]);
	query_bind_text(&t->add_code, 2, fields[2]);
	query_bind_text(&t->add_code, 3, fields[0]);
	query_bind_text(&t->add_code, 4, activity);
	query_bind_text(&t->add_code, 5, reason);
	query_bind_int(&t->add_code, 6, c.rows);
	query_bind_int(&t->add_code, 7, c.first_id);
	ok = ok && query_run(&t->add_code, e);
	for (int i = 0; i < 1 + WORDS + 1; i++)
		free(fields[i]);
	return ok;
}

static bool
put_all(struct tally *t, struct err *e)
{
	bool ok = put_words(t, e);

	for (int i = 0; ok && i < ACTIVITIES; i++)
		ok = put_activity(t, i, e);
	for (size_t i = 0; ok && i < report_keys_size(t->codes); i++)
		ok = put_code(t, report_keys_get(t->codes, i), e);
	return ok;
}

bool
report_tally(struct stage *stage, struct report_other *other, struct err *e)
{
	struct tally *t = mem_new(sizeof *t);
	bool ok;

	t->stage = stage;
	t->other = other;
	t->months = mem_new(ACTIVITIES * MONTHS * sizeof *t->months);
	t->orphans = mem_new(ACTIVITIES * YEARS * sizeof *t->orphans);
	t->words = report_keys_open(CODES_MAX);
	t->codes = report_keys_open(CODES_MAX);
	ok = sql_run(stage->db, "src/steps/stage/report/sql/make_counts.sql", e) &&
	     sql_query(&t->rows, stage->db, "src/steps/stage/report/sql/rows.sql", e) &&
	     sql_query(&t->add, stage->db, "src/steps/stage/report/sql/add_count.sql", e) &&
	     sql_query(&t->add_code, stage->db, "src/steps/stage/report/sql/add_code.sql", e) &&
	     sql_query(&t->add_backwards, stage->db, "src/steps/stage/report/sql/add_backwards.sql", e) &&
	     count_rows(t, e) && put_all(t, e);
	query_close(&t->rows);
	query_close(&t->add);
	query_close(&t->add_code);
	query_close(&t->add_backwards);
	report_keys_close(t->words);
	report_keys_close(t->codes);
	buf_clear(&t->key);
	free(t->months);
	free(t->orphans);
	free(t);
	return ok;
}
