#include "steps/stage/input/verdict.h"

#include "core/mem.h"
#include "steps/stage/input/survey.h"

#include <stdlib.h>
#include <string.h>

/* False: the rows could not be read, and r->refusal says why. */
static bool
look_at_all(struct reader *r)
{
	struct survey *s;

	if (r->survey != NULL)
		return true;
	s = mem_new(sizeof *s);
	if (!survey_file(r->file, r->position, r->column_count, r->options.null_markers, s, &r->refusal)) {
		free(s);
		return false;
	}
	r->survey = s;
	return true;
}

/* Keeps the refusal for whoever only looks at the file. */
static void
refuse(struct reader *r, const struct err *why)
{
	struct intake *intake = r->file->intake;

	if (!intake->options.anything)
		r->refusal = *why;
	else if (intake->problem.kind == ERR_NONE)
		intake->problem = *why;
}

/* Whether such cells are no accident: half of the column, or more. */
static bool
goes_through(const struct dates_column *column, enum dates_form form)
{
	return column->forms[form] * 2 >= column->filled;
}

static const char *
serial_number(struct reader *r, int column)
{
	const struct dates_column *it = &r->survey->dates[column];
	struct err why;

	if (goes_through(it, DATES_SERIAL)) {
		err_set(&why, ERR_INPUT,
			"%s:%llu: %s: %llu of %llu values are numbers, as Excel stores times; --excel-serial reads "
			"them as "
			"days since 1899-12-30",
			r->file->name, (unsigned long long)it->lines[DATES_SERIAL], source_columns[column].header,
			(unsigned long long)it->forms[DATES_SERIAL], (unsigned long long)it->filled);
		refuse(r, &why);
	}
	return "is a number, not a date (--excel-serial reads Excel's)";
}

static const char *
destroyed(struct reader *r, int column)
{
	const struct dates_column *it = &r->survey->dates[column];
	struct err why;

	if (goes_through(it, DATES_DESTROYED)) {
		err_set(&why, ERR_INPUT,
			"%s:%llu: %s: Excel removed the dates: %llu of %llu values are minutes and seconds only; "
			"export "
			"again without opening the file in Excel",
			r->file->name, (unsigned long long)it->lines[DATES_DESTROYED], source_columns[column].header,
			(unsigned long long)it->forms[DATES_DESTROYED], (unsigned long long)it->filled);
		refuse(r, &why);
	}
	return "is minutes and seconds: Excel removed the date";
}

/* No order that fits all rows: told which two lines contradict each other, or that nothing decides. */
static const char *
undecided(struct reader *r, int column)
{
	const struct dates_column *all = &r->survey->all_dates;
	bool both = all->only_dmy > 0;
	struct err why;

	if (both)
		err_set(&why, ERR_INPUT,
			"%s:%llu: its times are in two orders: %llu fit only day/month (first in line %llu), %llu only "
			"month/day (first in line %llu); --date-order dmy or mdy decides, and rejects the others",
			r->file->name,
			(unsigned long long)(all->line_dmy < all->line_mdy ? all->line_mdy : all->line_dmy),
			(unsigned long long)all->only_dmy, (unsigned long long)all->line_dmy,
			(unsigned long long)all->only_mdy, (unsigned long long)all->line_mdy);
	else
		err_set(&why, ERR_INPUT,
			"%s:%llu: none of its %llu dates with slashes, dots or dashes says which is the day and which "
			"the "
			"month; --date-order dmy or mdy says it",
			r->file->name, (unsigned long long)all->line_either,
			(unsigned long long)all->forms[DATES_PARTS]);
	if (goes_through(&r->survey->dates[column], DATES_PARTS))
		refuse(r, &why);
	return both ? "may be day/month or month/day, and the file has both (--date-order says which)"
		    : "may be day/month or month/day, and nothing in the file says which (--date-order does)";
}

static const char *
parts(struct reader *r, int column, const struct dates_cell *cell, struct clock_time *time)
{
	bool same = cell->fits_dmy && cell->fits_mdy && cell->dmy.seconds == cell->mdy.seconds;

	if (r->order == DATES_UNDECIDED && !same) {
		if (!look_at_all(r))
			return "";
		r->order = dates_decide(&r->survey->all_dates);
		if (r->order == DATES_UNDECIDED)
			return undecided(r, column);
	}
	if (r->order == DATES_YMD)
		return "does not begin with the year, as --date-order ymd says";
	if (same || (r->order == DATES_DMY ? cell->fits_dmy : cell->fits_mdy)) {
		*time = r->order == DATES_MDY ? cell->mdy : cell->dmy;
		r->counts.parts++;
		return NULL;
	}
	return r->order == DATES_DMY ? "is no date, read as day/month/year" : "is no date, read as month/day/year";
}

const char *
verdict_date(struct reader *r, int column, const char *text, size_t size, struct clock_time *time)
{
	struct dates_cell cell;

	dates_read(text, size, &cell);
	if (cell.form == DATES_OTHER || cell.form == DATES_ISO)
		return "";
	if (cell.form == DATES_YEAR_FIRST) {
		*time = cell.dmy;
		r->counts.parts++;
		return NULL;
	}
	if (cell.form == DATES_PARTS)
		return parts(r, column, &cell, time);
	if (cell.form == DATES_SERIAL && r->options.excel_serial) {
		*time = cell.dmy;
		r->counts.serials++;
		return NULL;
	}
	if (!look_at_all(r))
		return "";
	return cell.form == DATES_SERIAL ? serial_number(r, column) : destroyed(r, column);
}

bool
verdict_null_word(struct reader *r, const char *text, size_t size)
{
	bool is_proved = !r->has_empty_key && survey_word(text, size, r->options.null_markers) >= 0 && look_at_all(r) &&
			 survey_proves_null(r->survey, r->options.null_markers, text, size);

	r->counts.null_words += is_proved;
	return is_proved;
}

bool
verdict_split(struct reader *r)
{
	const struct survey *s;
	struct err why;

	if (!look_at_all(r))
		return true;
	s = r->survey;
	if (!survey_is_split(s))
		return false;
	err_set(&why, ERR_INPUT,
		"%s:%llu: line breaks inside cells split rows, %llu in all, the first one here; export with quotes "
		"around "
		"texts (SQL "
		"Server Management Studio: Options, Query Results, Results to Grid, \"Quote strings containing list "
		"separators when saving .csv results\")",
		r->file->name, (unsigned long long)s->first_split, (unsigned long long)s->split_rows);
	refuse(r, &why);
	return !r->file->intake->options.anything;
}
