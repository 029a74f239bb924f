#include "steps/stage/look/profile_column.h"

#include "core/mem.h"
#include "core/mojibake.h"
#include "core/number.h"
#include "core/text.h"
#include "steps/stage/input/mend.h"

#include <stdlib.h>
#include <string.h>

enum { SLOTS = 32768, CUT_MIN = 2, CUT_ANY_LENGTH = 200, CUT_ANY_MIN = 5 };

/* FNV-1a; 0 stands for an empty slot. */
static uint64_t
hash_of_text(const char *text, size_t size)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < size; i++)
		h = (h ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
	return h == 0 ? 1 : h;
}

static void
note_distinct(struct profile_column *c, const char *text, size_t size)
{
	uint64_t hash;
	size_t at;

	if (c->distinct >= PROFILE_DISTINCT_MAX)
		return;
	if (c->slots == NULL)
		c->slots = mem_new(SLOTS * sizeof *c->slots);
	hash = hash_of_text(text, size);
	for (at = hash % SLOTS; c->slots[at] != 0 && c->slots[at] != hash; at = (at + 1) % SLOTS)
		;
	c->distinct += c->slots[at] == 0;
	c->slots[at] = hash;
}

static void
note_text(struct profile_column *c, const char *text, size_t size)
{
	uint64_t length = text_length(text, size);
	bool plain = length == size;

	if (length > c->longest) {
		c->longest = length;
		c->longest_count = 0;
	}
	c->longest_count += length == c->longest;
	c->nul += memchr(text, '\0', size) != NULL;
	c->rtf += size >= 5 && memcmp(text, "{\\rtf", 5) == 0;
	c->private_use += !plain && mend_has_private_use(text, size);
	c->mojibake += !plain && mojibake_count(text, size, NULL) > 0;
}

static void
note_id(struct profile_column *c, const char *text, size_t size, uint64_t line)
{
	int32_t number;

	if (number_int32(text, size, true, &number) != NUMBER_GOOD) {
		if (c->no_id == 0)
			c->no_id_line = line;
		c->no_id++;
		return;
	}
	c->zero_ids += number == 0;
	c->point_ids += memchr(text, '.', size) != NULL;
}

static void
note_time(struct profile_column *c, const char *text, size_t size, uint64_t line, const char *sentinels)
{
	struct dates_cell cell;
	const struct clock_time *time = &cell.dmy;
	char day[CLOCK_TEXT_MAX];

	dates_read(text, size, &cell);
	dates_note(&c->dates, &cell, line);
	if (cell.form == DATES_OTHER || cell.form == DATES_DESTROYED)
		return;
	if (cell.form == DATES_PARTS && !cell.fits_dmy)
		time = &cell.mdy;
	c->date_only += time->date_only;
	if (!time->date_only)
		c->hours[((time->seconds % 86400) + 86400) % 86400 / 3600]++;
	if (clock_write(day, time->seconds, 0) > 0)
		c->sentinels += survey_word(day, 10, sentinels) >= 0;
}

void
profile_column_note(struct profile_column *c, const struct columns_one *column, const struct csv_cell *cell,
	uint64_t line, const struct profile_words *words)
{
	enum source_class class = column->column == SOURCE_COLUMNS ? SOURCE_TEXT : source_columns[column->column].class;
	const char *text = cell->text;
	size_t size = cell->size;
	int word;

	if (class == SOURCE_ID || class == SOURCE_TIME)
		text_trim(&text, &size);
	word = size < 16 ? survey_word(text, size, words->null_markers) : -1;
	c->quoted_empty += size == 0 && cell->quoted;
	c->empty += size == 0 && !cell->quoted;
	if (word >= 0 && word < SURVEY_WORDS)
		c->words[word]++;
	if (size == 0 || (word >= 0 && (class == SOURCE_ID || class == SOURCE_TIME)))
		return;
	c->filled += word < 0;
	note_distinct(c, text, size);
	note_text(c, text, size);
	if (class == SOURCE_ID)
		note_id(c, text, size, line);
	else if (class == SOURCE_TIME)
		note_time(c, text, size, line, words->sentinel_dates);
}

void
profile_column_clear(struct profile_column *c)
{
	free(c->slots);
	c->slots = NULL;
}

bool
profile_column_is_cut(const struct profile_column *c)
{
	static const uint64_t limits[] = {255, 256, 500, 1000, 2000, 4000, 8000, 8192, 32767, 65535};

	for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
		if (c->longest == limits[i])
			return c->longest_count >= CUT_MIN;
	return c->longest >= CUT_ANY_LENGTH && c->longest_count >= CUT_ANY_MIN;
}

const char *
profile_column_verdict(const struct profile_column *c)
{
	const struct dates_column *d = &c->dates;
	static const char *const words[] = {
		[DATES_ISO] = "iso",
		[DATES_YEAR_FIRST] = "iso",
		[DATES_PARTS] = "undecided",
		[DATES_SERIAL] = "serial numbers",
		[DATES_DESTROYED] = "destroyed by Excel",
		[DATES_OTHER] = "no dates",
	};
	int most = DATES_ISO;

	if (d->filled == 0)
		return "empty";
	if (d->only_dmy > 0 && d->only_mdy > 0)
		return "both orders";
	if (d->only_dmy + d->only_mdy > 0)
		return d->only_dmy > 0 ? "dmy" : "mdy";
	for (int i = 0; i < DATES_FORMS; i++)
		most = d->forms[i] > d->forms[most] ? i : most;
	return words[most];
}
