/* dates: what each form of a time is, and what a file's dates prove together. */
#include "steps/stage/input/dates.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	const char *cell;
	enum dates_form form;
	const char *dmy, *mdy; /* "" where it is no date in that order */
} cells[] = {
	{"2023-05-04 09:00:00.000", DATES_ISO, "2023-05-04 09:00:00", "2023-05-04 09:00:00"},
	{"2023-05-04T09:00:00Z", DATES_ISO, "2023-05-04 09:00:00", "2023-05-04 09:00:00"},
	{"2023-05-04", DATES_ISO, "2023-05-04 00:00:00", "2023-05-04 00:00:00"},
	{"2023/05/04 09:00:00", DATES_YEAR_FIRST, "2023-05-04 09:00:00", "2023-05-04 09:00:00"},
	{"2023.5.4", DATES_YEAR_FIRST, "2023-05-04 00:00:00", "2023-05-04 00:00:00"},
	{"2023/13/04", DATES_OTHER, "", ""},
	{"04/05/2023 10:30", DATES_PARTS, "2023-05-04 10:30:00", "2023-04-05 10:30:00"},
	{"13/05/2023 10:30", DATES_PARTS, "2023-05-13 10:30:00", ""},
	{"05/13/2023 10:30:59.5", DATES_PARTS, "", "2023-05-13 10:30:59.5"},
	{"5/4/2023 10:30 AM", DATES_PARTS, "2023-04-05 10:30:00", "2023-05-04 10:30:00"},
	{"5/4/2023 12:30 AM", DATES_PARTS, "2023-04-05 00:30:00", "2023-05-04 00:30:00"},
	{"5/4/2023 12:30:01 pm", DATES_PARTS, "2023-04-05 12:30:01", "2023-05-04 12:30:01"},
	{"5/4/2023 13:30 PM", DATES_OTHER, "", ""},
	{"5/4/2023 0:30 AM", DATES_OTHER, "", ""},
	{"4.5.2023 9:05", DATES_PARTS, "2023-05-04 09:05:00", "2023-04-05 09:05:00"},
	{"04-05-2023", DATES_PARTS, "2023-05-04 00:00:00", "2023-04-05 00:00:00"},
	{"04/05-2023", DATES_OTHER, "", ""},
	{"04/05/23", DATES_OTHER, "", ""},
	{"31/02/2024", DATES_OTHER, "", ""},
	{"29/02/2023", DATES_OTHER, "", ""},
	{"29/02/2024", DATES_PARTS, "2024-02-29 00:00:00", ""},
	{"00/05/2024", DATES_OTHER, "", ""},
	{"04/05/2023 24:00", DATES_OTHER, "", ""},
	{"04/05/2023 10:60", DATES_OTHER, "", ""},
	{"04/05/2023 10:30 x", DATES_OTHER, "", ""},
	{"45050", DATES_SERIAL, "2023-05-04 00:00:00", "2023-05-04 00:00:00"},
	{"45050.4375", DATES_SERIAL, "2023-05-04 10:30:00", "2023-05-04 10:30:00"},
	{"45050,4375", DATES_SERIAL, "2023-05-04 10:30:00", "2023-05-04 10:30:00"},
	{"45356.4166666667", DATES_SERIAL, "2024-03-05 10:00:00", "2024-03-05 10:00:00"},
	{"45356.42361", DATES_SERIAL, "2024-03-05 10:10:00", "2024-03-05 10:10:00"},
	{"45356.4166680556", DATES_SERIAL, "2024-03-05 10:00:00.12", "2024-03-05 10:00:00.12"},
	{"45356.999999", DATES_SERIAL, "2024-03-06 00:00:00", "2024-03-06 00:00:00"},
	{"1", DATES_SERIAL, "1900-01-01 00:00:00", "1900-01-01 00:00:00"},
	{"59", DATES_SERIAL, "1900-02-28 00:00:00", "1900-02-28 00:00:00"},
	{"60", DATES_OTHER, "", ""},
	{"61", DATES_SERIAL, "1900-03-01 00:00:00", "1900-03-01 00:00:00"},
	{"0", DATES_SERIAL, "1899-12-30 00:00:00", "1899-12-30 00:00:00"},
	{"2958465.5", DATES_SERIAL, "9999-12-31 12:00:00", "9999-12-31 12:00:00"},
	{"2958466", DATES_OTHER, "", ""},
	{"20240305", DATES_OTHER, "", ""},
	{"-45050", DATES_OTHER, "", ""},
	{"45050.", DATES_OTHER, "", ""},
	{"4.5E+04", DATES_OTHER, "", ""},
	{"00:00.0", DATES_DESTROYED, "", ""},
	{"30:12.7", DATES_DESTROYED, "", ""},
	{"10:30:00", DATES_OTHER, "", ""},
	{"61:12.7", DATES_OTHER, "", ""},
	{"now", DATES_OTHER, "", ""},
	{"2024-03-05 10:00:00 AM", DATES_OTHER, "", ""},
	{"2024-3-5 9:00:00", DATES_OTHER, "", ""},
};

static void
write(char text[CLOCK_TEXT_MAX], const struct dates_cell *cell, bool fits, const struct clock_time *time)
{
	text[0] = '\0';
	if (cell->form != DATES_OTHER && cell->form != DATES_DESTROYED && (fits || cell->form != DATES_PARTS))
		clock_write(text, time->seconds, time->micros);
}

static void
each_form_is_told_from_the_others(void **state)
{
	int failed = 0;

	(void)state;
	for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
		struct dates_cell cell;
		char dmy[CLOCK_TEXT_MAX], mdy[CLOCK_TEXT_MAX];

		dates_read(cells[i].cell, strlen(cells[i].cell), &cell);
		write(dmy, &cell, cell.fits_dmy, &cell.dmy);
		write(mdy, &cell, cell.fits_mdy, &cell.mdy);
		if (cell.form != cells[i].form || strcmp(dmy, cells[i].dmy) != 0 || strcmp(mdy, cells[i].mdy) != 0) {
			print_error("%s: want %s [%s] [%s]\n     got %s [%s] [%s]\n", cells[i].cell,
				dates_form_names[cells[i].form], cells[i].dmy, cells[i].mdy,
				dates_form_names[cell.form], dmy, mdy);
			failed++;
		}
	}
	assert_int_equal(failed, 0);
}

static const struct {
	const char *name;
	const char *cells[5];
	enum dates_order order;
} files[] = {
	{"one day over 12 settles it", {"04/05/2023", "13/05/2023", "01/02/2023"}, DATES_DMY},
	{"one month behind the day settles it", {"04/05/2023", "05/13/2023"}, DATES_MDY},
	{"nothing settles it", {"04/05/2023", "01/02/2023"}, DATES_UNDECIDED},
	{"both at once settle nothing", {"13/05/2023", "05/13/2023"}, DATES_UNDECIDED},
	{"a day that no month has proves nothing", {"04/05/2023", "31/02/2023"}, DATES_UNDECIDED},
	{"other forms prove nothing", {"2023-05-13", "45050", "04/05/2023"}, DATES_UNDECIDED},
};

static void
all_rows_decide_and_none_alone(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		struct dates_column column = {0};
		enum dates_order order;

		for (size_t k = 0; k < 5 && files[i].cells[k] != NULL; k++) {
			struct dates_cell cell;

			dates_read(files[i].cells[k], strlen(files[i].cells[k]), &cell);
			dates_note(&column, &cell, k + 2);
		}
		order = dates_decide(&column);
		if (order != files[i].order)
			fail_msg("%s: want %s\ngot %s", files[i].name, dates_order_names[files[i].order],
				dates_order_names[order]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_form_is_told_from_the_others),
		cmocka_unit_test(all_rows_decide_and_none_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
