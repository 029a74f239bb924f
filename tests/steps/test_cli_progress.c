#include "cli/progress.h"

#include "cli/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static int64_t now; /* milliseconds */

static int64_t
test_clock(void)
{
	return now * 1000000;
}

static void
the_text_says_rows_share_speed_and_time_left(void **state)
{
	static const struct {
		struct progress_count count;
		int64_t milliseconds;
		const char *want;
	} cases[] = {
		{{"load", 0, 0, 0}, 0, "load: 0 rows"},
		{{"load", 1, 0, 0}, 500, "load: 1 row"},
		{{"derive", 1500, 0, 3000}, 2000, "derive: 1,500 rows, 50%, 2 s left"},
		{{"load", 412000, 480000000, 1000000000}, 4000, "load: 412,000 rows, 48%, 120.0 MB/s, 4 s left"},
		{{"load", 10, 1000000, 1000000000}, 900, "load: 10 rows, 0%, 1.1 MB/s"},
		{{"load", 10, 999999, 1000000}, 1000, "load: 10 rows, 99%, 1.0 MB/s, 0 s left"},
		{{"load", 10, 1000000, 1000000}, 1000, "load: 10 rows, 100%, 1.0 MB/s"},
		{{"load", 10, 1000001, 1000000}, 1000, "load: 10 rows, 100%, 1.0 MB/s"},
		{{"push", 100, 0, 1000}, 60000, "push: 100 rows, 10%, 9 min left"},
		{{"push", 100, 0, 10000}, 120000, "push: 100 rows, 1%, 3 h 18 min left"},
	};
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct buf b = {0};

		progress_text(&cases[i].count, cases[i].milliseconds * 1000000, &b);
		if (strcmp(b.bytes, cases[i].want) != 0) {
			print_error("want %s\ngot  %s\n", cases[i].want, b.bytes);
			failures++;
		}
		buf_clear(&b);
	}
	assert_int_equal(failures, 0);
}

/* Runs `work` with stderr going to a file, and returns what it wrote; free() it. */
static char *
said(void (*work)(void))
{
	FILE *f = tmpfile();
	int kept = dup(STDERR_FILENO);
	char *text = calloc(1, 4096);

	assert_non_null(f);
	dup2(fileno(f), STDERR_FILENO);
	work();
	dup2(kept, STDERR_FILENO);
	close(kept);
	rewind(f);
	fread(text, 1, 4095, f);
	fclose(f);
	return text;
}

static void
thousand_reports_in_ten_seconds(void)
{
	struct progress *p;

	words_start("hubstage");
	now = 0;
	p = progress_open(PROGRESS_PLAIN, test_clock);
	for (int i = 1; i <= 1000; i++) {
		now += 10;
		progress_report(p, i <= 700 ? "load" : "derive", (uint64_t)i, 0, 0);
	}
	progress_close(p);
}

static void
plain_lines_come_every_five_seconds_and_at_the_end_of_each_piece(void **state)
{
	char *text = said(thousand_reports_in_ten_seconds);

	(void)state;
	assert_string_equal(text, "hubstage: load: 501 rows\n"
				  "hubstage: load: 700 rows\n"
				  "hubstage: derive: 1,000 rows\n");
	free(text);
}

static void
without_a_terminal_auto_shows_nothing(void **state)
{
	(void)state;
	words_start("hubstage");
	assert_null(progress_open(PROGRESS_NONE, test_clock));
	if (isatty(STDERR_FILENO) != 1)
		assert_null(progress_open(PROGRESS_AUTO, test_clock));
	progress_report(NULL, "load", 1, 0, 0);
	progress_close(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_text_says_rows_share_speed_and_time_left),
		cmocka_unit_test(plain_lines_come_every_five_seconds_and_at_the_end_of_each_piece),
		cmocka_unit_test(without_a_terminal_auto_shows_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
