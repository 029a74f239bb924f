/* workspace: a switch that is stopped after any of its renames is finished by the next one who opens the workspace. */
#include "steps/stage/run/workspace.h"

#include "core/buf.h"
#include "core/file.h"
#include "core/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static const char *const entries[] = {"staging.db", "rejects.csv", "bundle", NULL};

static int
setup(void **state)
{
	char dir[] = "/tmp/test_workspace.XXXXXX";

	assert_non_null(mkdtemp(dir));
	*state = file_join(dir, "out");
	return 0;
}

static int
teardown(void **state)
{
	char *out = *state;
	struct err e;

	*strrchr(out, '/') = '\0';
	assert_true(file_remove_tree(out, &e));
	free(out);
	return 0;
}

static void
put(const char *dir, const char *name, const char *text)
{
	char *path = file_join(dir, name);
	struct err e;

	assert_true(file_write(path, text, strlen(text), &e));
	free(path);
}

static void
make_dir(const char *dir, const char *name)
{
	char *path = file_join(dir, name);
	struct err e;

	assert_true(file_mkdir(path, &e));
	free(path);
}

/* The text of a file, or "-" when it is not there. */
static void
add_text(struct buf *to, const char *dir, const char *name)
{
	char *path = file_join(dir, name);
	struct err e;

	buf_format(to, "%s=", name);
	if (!file_read(path, 100, to, &e))
		buf_char(to, '-');
	buf_char(to, ' ');
	free(path);
}

/* What the workspace holds, its own files too. */
static void
describe(const char *out, struct buf *to)
{
	struct file_names names;
	struct err e;

	buf_reset(to);
	add_text(to, out, "staging.db");
	add_text(to, out, "rejects.csv");
	add_text(to, out, "bundle/a");
	add_text(to, out, "push.db");
	assert_true(file_list(out, &names, &e));
	for (size_t i = 0; i < names.count; i++)
		if (names.names[i][0] == '.' && strcmp(names.names[i], ".lock") != 0)
			buf_text(to, names.names[i]);
	file_names_clear(&names);
}

/* A workspace with old contents, and new ones in .new: the database and the bundle, but no rejects. */
static void
prepare(const char *out)
{
	struct err e;
	struct workspace *w = workspace_open(out, WORKSPACE_CREATE, &e);

	assert_non_null(w);
	put(out, "staging.db", "old");
	put(out, "rejects.csv", "old");
	put(out, "push.db", "journal");
	make_dir(out, "bundle");
	put(out, "bundle/a", "old");
	assert_true(workspace_begin(w, &e));
	put(w->new_dir, "staging.db", "new");
	make_dir(w->new_dir, "bundle");
	put(w->new_dir, "bundle/a", "new");
	workspace_close(w);
}

static const char old_contents[] = "staging.db=old rejects.csv=old bundle/a=old push.db=journal ";
static const char new_contents[] = "staging.db=new rejects.csv=- bundle/a=new push.db=journal ";

static void
a_switch_replaces_removes_and_leaves_the_journal_alone(void **state)
{
	struct buf got = {0};
	struct workspace *w;
	struct err e;

	prepare(*state);
	/* Opening throws .new away: what is switched is made by who holds the lock. */
	w = workspace_open(*state, WORKSPACE_EXCLUSIVE, &e);
	assert_true(workspace_begin(w, &e));
	put(w->new_dir, "staging.db", "new");
	make_dir(w->new_dir, "bundle");
	put(w->new_dir, "bundle/a", "new");
	assert_true(workspace_switch(w, entries, &e));
	workspace_close(w);
	describe(*state, &got);
	assert_string_equal(got.bytes, new_contents);
	buf_clear(&got);
}

static void
without_a_switch_file_the_next_one_throws_the_new_away(void **state)
{
	struct buf got = {0};
	struct err e;

	prepare(*state);
	workspace_close(workspace_open(*state, WORKSPACE_EXCLUSIVE, &e));
	describe(*state, &got);
	assert_string_equal(got.bytes, old_contents);
	buf_clear(&got);
}

/* The renames of the switch of entries[], in their order. */
static const struct {
	const char *from, *to;
} moves[] = {
	{"staging.db", ".old/staging.db"},
	{".new/staging.db", "staging.db"},
	{"rejects.csv", ".old/rejects.csv"},
	{"bundle", ".old/bundle"},
	{".new/bundle", "bundle"},
};

static void
move(const char *out, size_t i)
{
	char *from = file_join(out, moves[i].from), *to = file_join(out, moves[i].to);
	struct err e;

	assert_true(file_move(from, to, &e));
	free(from);
	free(to);
}

static void
a_switch_stopped_after_any_rename_is_finished_by_readers_and_writers(void **state)
{
	static const enum workspace_lock locks[] = {WORKSPACE_SHARED, WORKSPACE_EXCLUSIVE, WORKSPACE_CREATE};
	const size_t count = sizeof moves / sizeof moves[0];
	struct buf got = {0};
	struct err e;
	int failures = 0;

	for (size_t done = 0; done <= count; done++)
		for (size_t k = 0; k < 3; k++) {
			struct workspace *w;

			assert_true(file_remove_tree(*state, &e));
			prepare(*state);
			make_dir(*state, ".old");
			put(*state, ".switch", "+staging.db\n-rejects.csv\n+bundle\n");
			for (size_t i = 0; i < done; i++)
				move(*state, i);
			w = workspace_open(*state, locks[k], &e);
			describe(*state, &got);
			if (w == NULL || strcmp(got.bytes, new_contents) != 0) {
				print_error("%zu renames, lock %zu: %s\n", done, k, w == NULL ? e.text : got.bytes);
				failures++;
			}
			workspace_close(w);
		}
	buf_clear(&got);
	assert_int_equal(failures, 0);
}

static void
a_switch_file_that_names_a_place_outside_is_damaged_and_moves_nothing(void **state)
{
	static const char *const bad[] = {"+../x\n", "+/etc/x\n", "staging.db\n", "*staging.db\n"};
	struct buf got = {0};
	struct err e;

	prepare(*state);
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		put(*state, ".switch", bad[i]);
		assert_null(workspace_open(*state, WORKSPACE_EXCLUSIVE, &e));
		assert_int_equal(e.kind, ERR_ENVIRONMENT);
		assert_non_null(strstr(e.text, ".switch is damaged"));
	}
	describe(*state, &got);
	assert_memory_equal(got.bytes, old_contents, sizeof old_contents - 1);
	buf_clear(&got);
}

/* The exit status of a process of its own that opens the workspace: 0, or the kind of the error. */
static int
open_elsewhere(const char *out, enum workspace_lock lock)
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		struct err e;

		_exit(workspace_open(out, lock, &e) != NULL ? 0 : (int)e.kind);
	}
	waitpid(child, &status, 0);
	return WEXITSTATUS(status);
}

static void
readers_share_the_workspace_and_a_writer_has_it_alone(void **state)
{
	static const struct {
		enum workspace_lock held, wanted;
		int status;
	} cases[] = {
		{WORKSPACE_SHARED, WORKSPACE_SHARED, 0},
		{WORKSPACE_SHARED, WORKSPACE_EXCLUSIVE, ERR_ENVIRONMENT},
		{WORKSPACE_EXCLUSIVE, WORKSPACE_SHARED, ERR_ENVIRONMENT},
		{WORKSPACE_EXCLUSIVE, WORKSPACE_EXCLUSIVE, ERR_ENVIRONMENT},
		{WORKSPACE_CREATE, WORKSPACE_CREATE, ERR_ENVIRONMENT},
	};
	int failures = 0;

	prepare(*state);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct err e;
		struct workspace *w = workspace_open(*state, cases[i].held, &e);
		int status = open_elsewhere(*state, cases[i].wanted);

		if (status != cases[i].status) {
			print_error("held %d, wanted %d: %d\n", (int)cases[i].held, (int)cases[i].wanted, status);
			failures++;
		}
		workspace_close(w);
	}
	assert_int_equal(failures, 0);
}

static void
a_place_without_a_workspace_is_made_only_when_asked(void **state)
{
	struct workspace *w;
	struct err e;

	assert_null(workspace_open(*state, WORKSPACE_SHARED, &e));
	assert_int_equal(e.kind, ERR_ENVIRONMENT);
	assert_int_not_equal(access(*state, F_OK), 0);
	w = workspace_open(*state, WORKSPACE_CREATE, &e);
	assert_non_null(w);
	workspace_close(w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_switch_replaces_removes_and_leaves_the_journal_alone, setup, teardown),
		cmocka_unit_test_setup_teardown(
			without_a_switch_file_the_next_one_throws_the_new_away, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_switch_stopped_after_any_rename_is_finished_by_readers_and_writers, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_switch_file_that_names_a_place_outside_is_damaged_and_moves_nothing, setup, teardown),
		cmocka_unit_test_setup_teardown(readers_share_the_workspace_and_a_writer_has_it_alone, setup, teardown),
		cmocka_unit_test_setup_teardown(a_place_without_a_workspace_is_made_only_when_asked, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
