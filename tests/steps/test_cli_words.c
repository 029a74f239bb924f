#include "cli/words.h"

#include "cli/progress.h"
#include "capture.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int
say_everything(void *level)
{
	struct err e = {0};

	words_start("hubstage");
	words_note("before the command is known");
	words_command("load");
	words_set_level(*(enum words_level *)level);
	err_set(&e, ERR_INPUT, "file.csv:17: Comm_DateTime: '31/02/2024' is not a date");
	words_error(&e);
	words_warning("%d columns are ignored", 3);
	words_note("a note");
	words_detail("a detail");
	words_transient("loading");
	return 0;
}

static void
the_level_decides_what_is_said(void **state)
{
	static const struct {
		enum words_level level;
		const char *want;
	} cases[] = {
		{WORDS_QUIET, "hubstage: load: file.csv:17: Comm_DateTime: '31/02/2024' is not a date\n"},
		{WORDS_NORMAL, "hubstage: load: file.csv:17: Comm_DateTime: '31/02/2024' is not a date\n"
			       "hubstage: load: warning: 3 columns are ignored\n"
			       "hubstage: load: a note\n"},
		{WORDS_VERBOSE, "hubstage: load: file.csv:17: Comm_DateTime: '31/02/2024' is not a date\n"
				"hubstage: load: warning: 3 columns are ignored\n"
				"hubstage: load: a note\n"
				"hubstage: load: a detail\n"},
	};
	static const char first[] = "hubstage: before the command is known\n";

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		enum words_level level = cases[i].level;
		struct captured c;

		capture_run(say_everything, &level, &c);
		assert_int_equal(strncmp(c.err, first, sizeof first - 1), 0);
		assert_string_equal(c.err + sizeof first - 1, cases[i].want);
		assert_string_equal(c.out, "");
	}
}

static int
say_hostile_things(void *unused)
{
	char text[3 * ERR_TEXT_MAX];

	(void)unused;
	words_start("hubstage");
	words_note("'%s'", "\033]0;title\007 two\nlines \xC3\xA9");
	memset(text, 'x', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	words_note("%s", text);
	return 0;
}

static void
a_message_is_one_harmless_line(void **state)
{
	struct captured c;
	char *second;

	(void)state;
	capture_run(say_hostile_things, NULL, &c);
	second = strchr(c.err, '\n') + 1;
	second[-1] = '\0';
	assert_string_equal(c.err, "hubstage: '\\x1B]0;title\\x07 two\\x0Alines \xC3\xA9'");
	assert_int_equal(strlen(second), strlen("hubstage: ") + ERR_TEXT_MAX - 1 + 1);
	assert_string_equal(second + strlen(second) - 5, "x...\n");
}

struct screen {
	const char *term, *no_color;
};

static int
say_on_a_terminal(void *with)
{
	const struct screen *screen = with;
	enum words_level level = WORDS_NORMAL;

	unsetenv("NO_COLOR");
	unsetenv("TERM");
	if (screen->term != NULL)
		setenv("TERM", screen->term, 1);
	if (screen->no_color != NULL)
		setenv("NO_COLOR", screen->no_color, 1);
	return say_everything(&level);
}

static void
colour_is_for_terminals_that_want_it(void **state)
{
	static const struct {
		struct screen screen;
		bool want;
	} cases[] = {{{"xterm", NULL}, true}, {{"xterm", ""}, true}, {{"xterm", "1"}, false}, {{"dumb", NULL}, false},
		{{NULL, NULL}, false}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct screen screen = cases[i].screen;
		struct captured c;

		capture_terminal(say_on_a_terminal, &screen, &c);
		assert_non_null(strstr(c.err, "Comm_DateTime"));
		if ((strstr(c.err, "\033[1;31m") != NULL) != cases[i].want)
			fail_msg("TERM=%s NO_COLOR=%s: %s", screen.term, screen.no_color, c.err);
	}
}

static int
talk_over_a_transient_line(void *unused)
{
	(void)unused;
	setenv("TERM", "xterm", 1);
	setenv("NO_COLOR", "1", 1);
	words_start("hubstage");
	words_transient("one");
	words_transient("two \xE6\x97\xA5\xE6\x9C\xAC and far more than forty columns \xE2\x82\xAC");
	words_note("a note");
	words_transient("three");
	words_transient(NULL);
	words_transient(NULL);
	return 0;
}

static void
a_message_takes_the_place_of_the_transient_line(void **state)
{
	struct captured c;

	(void)state;
	capture_terminal(talk_over_a_transient_line, NULL, &c);
	assert_string_equal(c.err, "\r\033[Kone"
				   "\r\033[Ktwo \xE6\x97\xA5\xE6\x9C\xAC and far more than forty column"
				   "\r\033[Khubstage: a note\n"
				   "\r\033[Kthree"
				   "\r\033[K");
}

static int64_t now; /* nanoseconds */

static int64_t
test_clock(void)
{
	return now;
}

static int
work_two_seconds(void *unused)
{
	struct progress *p;

	(void)unused;
	setenv("TERM", "xterm", 1);
	words_start("hubstage");
	p = progress_open(PROGRESS_AUTO, test_clock);
	for (int i = 0; i < 2000; i++, now += 1000000)
		progress_report(p, "load", (uint64_t)i, 0, 0);
	progress_close(p);
	return 0;
}

static void
progress_is_drawn_at_most_five_times_a_second(void **state)
{
	struct captured c;
	int drawn = 0;

	(void)state;
	capture_terminal(work_two_seconds, NULL, &c);
	for (const char *p = c.err; (p = strstr(p, "load: ")) != NULL; p++)
		drawn++;
	assert_int_equal(drawn, 10);
	assert_string_equal(c.err + strlen(c.err) - 4, "\r\033[K");
}

struct ending {
	const char *name;
	void (*prepare)(void);
	bool talk; /* says something between writing and finishing */
	bool write;
	int want;
	const char *text;
};

static void
full_disk(void)
{
	dup2(open("/dev/full", O_WRONLY), STDOUT_FILENO);
}

static void
closed_stdout(void)
{
	close(STDOUT_FILENO);
}

static void
left_by_the_reader(void)
{
	int ends[2];

	if (pipe(ends) != 0)
		_exit(99);
	dup2(ends[1], STDOUT_FILENO);
	close(ends[0]);
	close(ends[1]);
}

static void
nothing_wrong(void)
{
}

static int
write_and_finish(void *with)
{
	const struct ending *ending = with;
	struct err e = {0};

	ending->prepare();
	words_start("hubstage");
	for (int i = 0; ending->write && i < 3000; i++)
		printf("line %d\n", i);
	if (ending->talk)
		words_note("done");
	if (words_finish(&e))
		return 0;
	words_error(&e);
	return (int)e.kind;
}

static void
an_answer_that_is_not_written_is_no_success(void **state)
{
	static const struct ending cases[] = {
		{"fine", nothing_wrong, false, true, 0, ""},
		{"full disk", full_disk, false, true, 6, "hubstage: stdout: No space left on device\n"},
		{"full disk, talk", full_disk, true, true, 6,
			"hubstage: done\nhubstage: stdout: No space left on device\n"},
		{"full disk, no answer", full_disk, false, false, 0, ""},
		{"closed", closed_stdout, false, true, 6, "hubstage: stdout: Bad file descriptor\n"},
		{"closed, no answer", closed_stdout, false, false, 0, ""},
		{"reader left", left_by_the_reader, false, true, 0, ""},
		{"reader left, talk", left_by_the_reader, true, true, 0, "hubstage: done\n"},
	};
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct ending ending = cases[i];
		struct captured c;

		capture_run(write_and_finish, &ending, &c);
		if (c.status != ending.want || strcmp(c.err, ending.text) != 0) {
			print_error(
				"%s: want %d %s\n got %d %s\n", ending.name, ending.want, ending.text, c.status, c.err);
			failures++;
		}
	}
	assert_int_equal(failures, 0);
}

static int
open_a_file_without_standard_files(void *unused)
{
	int fd;

	(void)unused;
	for (int i = 0; i <= 2; i++)
		close(i);
	words_start("hubstage");
	fd = open("/dev/null", O_RDWR);
	return fd > 2 && write(1, "x", 1) == -1 && errno == EBADF ? 0 : 1;
}

static void
no_file_ever_takes_the_place_of_a_closed_stdout(void **state)
{
	struct captured c;

	(void)state;
	capture_run(open_a_file_without_standard_files, NULL, &c);
	assert_int_equal(c.status, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_level_decides_what_is_said),
		cmocka_unit_test(a_message_is_one_harmless_line),
		cmocka_unit_test(colour_is_for_terminals_that_want_it),
		cmocka_unit_test(a_message_takes_the_place_of_the_transient_line),
		cmocka_unit_test(progress_is_drawn_at_most_five_times_a_second),
		cmocka_unit_test(an_answer_that_is_not_written_is_no_success),
		cmocka_unit_test(no_file_ever_takes_the_place_of_a_closed_stdout),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
