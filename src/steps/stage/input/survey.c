#include "steps/stage/input/survey.h"

#include "core/text.h"

#include <string.h>

enum { SPLIT_PERCENT = 80, SPLIT_ROWS = 100 };

/* The pieces of a row that are being put together. */
struct pieces {
	size_t cells;
	uint64_t count, line;
	bool after_whole; /* the record before was a whole row */
};

int
survey_word(const char *text, size_t size, const char *words)
{
	for (int i = 0; *words != '\0'; i++) {
		size_t length = strcspn(words, " ");

		if (length == size && size > 0 && memcmp(words, text, size) == 0)
			return i;
		words += length + (words[length] == ' ');
	}
	return -1;
}

static bool
is_key(int column)
{
	return source_columns[column].class == SOURCE_ID || source_columns[column].class == SOURCE_TIME;
}

static void
note_cells(
	struct survey *s, const struct csv_record *record, const size_t position[SOURCE_COLUMNS], const char *markers)
{
	uint64_t empty = 0, keys = 0;

	for (int i = 0; i < SOURCE_COLUMNS; i++) {
		const char *text;
		struct dates_cell date;
		size_t size;
		int word;

		if (position[i] == SIZE_MAX || !is_key(i))
			continue;
		text = record->cells[position[i]].text;
		size = record->cells[position[i]].size;
		text_trim(&text, &size);
		keys++;
		empty += size == 0;
		if (size == 0)
			continue;
		word = survey_word(text, size, markers);
		if (word >= 0 && word < SURVEY_WORDS)
			s->words[word]++;
		if (word >= 0 || source_columns[i].class != SOURCE_TIME)
			continue;
		dates_read(text, size, &date);
		dates_note(&s->dates[i], &date, record->line);
	}
	if (empty < keys)
		s->empty += empty;
}

static void
found_split(struct survey *s, struct pieces *p)
{
	if (s->split_rows == 0)
		s->first_split = p->line;
	s->split_rows++;
	s->pieces += p->count;
	*p = (struct pieces){0};
}

/* Rows that line breaks split: a break in a cell makes two records of k and n - k + 1 cells; one in the last cell
 * leaves a whole row, and one cell behind it. */
static void
note_odd(struct survey *s, struct pieces *p, const struct csv_record *record, size_t columns)
{
	if (s->odd == 0)
		s->first_odd = record->line;
	s->odd++;
	if (p->count == 0)
		p->line = record->line;
	p->cells += record->cell_count - (p->count > 0);
	p->count++;
	if (p->cells == columns && p->count > 1)
		found_split(s, p);
	else if (p->cells > columns)
		*p = (struct pieces){0};
}

static void
note_whole(struct survey *s, struct pieces *p)
{
	if (p->count > 0 && p->cells == 1 && p->after_whole) {
		p->line--;
		found_split(s, p);
	}
	*p = (struct pieces){.after_whole = true};
}

bool
survey_file(const struct csvfile *file, const size_t position[SOURCE_COLUMNS], size_t columns, const char *null_markers,
	struct survey *s, struct err *e)
{
	struct csvfile *again = csvfile_again(file, &(struct csv_options){0}, e);
	struct pieces p = {0};
	struct csv_record record;
	enum csv_step step = CSV_FAILED;

	*s = (struct survey){0};
	if (again != NULL)
		step = csvfile_next(again, &record, e);
	while (step == CSV_RECORD && (step = csvfile_next(again, &record, e)) == CSV_RECORD) {
		s->rows++;
		if (record.problem != CSV_FINE)
			continue;
		if (record.cell_count != columns) {
			note_odd(s, &p, &record, columns);
			continue;
		}
		note_whole(s, &p);
		note_cells(s, &record, position, null_markers);
	}
	note_whole(s, &p);
	csvfile_close(again);
	for (int i = 0; i < SOURCE_COLUMNS; i++)
		dates_add(&s->all_dates, &s->dates[i]);
	return step == CSV_END;
}

bool
survey_proves_null(const struct survey *s, const char *null_markers, const char *word, size_t size)
{
	int at = survey_word(word, size, null_markers);

	return s->empty == 0 && at >= 0 && at < SURVEY_WORDS && s->words[at] > 0;
}

bool
survey_is_split(const struct survey *s)
{
	return s->split_rows > 0 && s->pieces * 100 >= s->odd * SPLIT_PERCENT && s->split_rows * SPLIT_ROWS >= s->rows;
}
