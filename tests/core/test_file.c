#include "core/file.h"
#include "core/hash.h"
#include "core/mem.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char *root; /* of every test's files */

/* A path below root; the last sixteen stay valid. */
static const char *
at(const char *name)
{
	static char *paths[16];
	static size_t turn;
	char **path = &paths[turn++ % 16];

	free(*path);
	*path = file_join(root, name);
	return *path;
}

static bool
is_there(const char *name)
{
	struct stat st;

	return lstat(at(name), &st) == 0;
}

static void
assert_good(bool good, const struct err *err)
{
	if (!good)
		fail_msg("failed: %s", err->text);
}

/* A failure of this kind whose text holds `words`. */
static void
assert_fault(bool good, const struct err *err, enum err_kind kind, const char *words)
{
	if (good)
		fail_msg("want a failure with '%s', got none", words);
	if (err->kind != kind || strstr(err->text, words) == NULL)
		fail_msg("want %d with '%s', got %d '%s'", kind, words, err->kind, err->text);
}

static void
assert_content(const char *name, const char *want, size_t size)
{
	struct buf got = {0};
	struct err err = {0};

	assert_good(file_read(at(name), SIZE_MAX, &got, &err), &err);
	assert_int_equal(got.size, size);
	if (size > 0)
		assert_memory_equal(got.bytes, want, size);
	buf_clear(&got);
}

static void
put(const char *name, const char *text)
{
	struct err err = {0};

	assert_good(file_write(at(name), text, strlen(text), &err), &err);
}

static int
make_root(void **state)
{
	char template[] = "/tmp/test_file.XXXXXX";

	(void)state;
	if (mkdtemp(template) == NULL)
		return -1;
	root = mem_text(template);
	return 0;
}

static int
remove_root(void **state)
{
	struct err err = {0};
	bool good = file_remove_tree(root, &err);

	(void)state;
	for (int i = 0; i < 16; i++)
		at("");
	free(root);
	return good ? 0 : -1;
}

static void
a_written_file_reads_back_and_replaces_the_old_one(void **state)
{
	struct err err = {0};

	(void)state;
	put("a", "first");
	assert_content("a", "first", 5);
	assert_good(file_write(at("a"), "\0x\n", 3, &err), &err);
	assert_content("a", "\0x\n", 3);
	assert_good(file_write(at("a"), NULL, 0, &err), &err);
	assert_content("a", "", 0);
	assert_false(is_there("a.partial"));
}

static void
a_write_that_fails_leaves_the_old_file_and_no_partial_one(void **state)
{
	struct err err = {0};

	(void)state;
	assert_fault(file_write(at("none/a"), "x", 1, &err), &err, ERR_ENVIRONMENT, "none/a.partial");
	assert_good(file_mkdir(at("b"), &err), &err);
	assert_fault(file_write(at("b"), "x", 1, &err), &err, ERR_ENVIRONMENT, "/b: "); /* a directory is in the way */
	assert_false(is_there("b.partial"));
	put("c", "old");
	assert_int_equal(symlink("/dev/full", at("c.partial")), 0);
	assert_fault(file_write(at("c"), "new", 3, &err), &err, ERR_ENVIRONMENT, "c.partial: at byte 0: No space");
	assert_content("c", "old", 3);
	assert_false(is_there("c.partial"));
}

static void
reading_stops_at_the_maximum(void **state)
{
	struct buf got = {0};
	struct err err = {0};

	(void)state;
	put("five", "12345");
	buf_text(&got, "0");
	assert_good(file_read(at("five"), 5, &got, &err), &err);
	assert_string_equal(got.bytes, "012345");
	assert_fault(file_read(at("five"), 4, &got, &err), &err, ERR_INPUT, "five: is larger than 4 bytes");
	assert_fault(file_read("/dev/zero", 1000000, &got, &err), &err, ERR_INPUT, "/dev/zero");
	assert_fault(file_read(at("absent"), 5, &got, &err), &err, ERR_ENVIRONMENT, "absent: No such file");
	assert_fault(file_read(root, 5, &got, &err), &err, ERR_ENVIRONMENT, "Is a directory");
	buf_clear(&got);
}

static void
a_stream_counts_and_hashes_what_passes_whatever_the_pieces(void **state)
{
	enum { SIZE = 9000000 };
	static const size_t pieces[] = {1000, 52429, 262143, 262144, 262145, SIZE};
	char *bytes = mem_new(SIZE), hex[HASH_HEX];
	struct err err = {0};

	(void)state;
	for (size_t i = 0; i < SIZE; i++)
		bytes[i] = (char)(i * 2654435761u >> 13);
	assert_true(hash_of(bytes, SIZE, hex, &err));
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		struct file *f = file_open(at("stream"), FILE_HASH | FILE_EARLY, &err);

		assert_non_null(f);
		for (size_t done = 0; done < SIZE; done += pieces[i]) {
			size_t piece = SIZE - done < pieces[i] ? SIZE - done : pieces[i];

			assert_int_equal(file_size(f), done);
			assert_good(file_add(f, bytes + done, piece, &err), &err);
		}
		assert_good(file_finish(f, &err), &err);
		assert_int_equal(file_size(f), SIZE);
		assert_string_equal(file_hex(f), hex);
		file_close(f);
		assert_content("stream", bytes, SIZE);
	}
	free(bytes);
}

static void
an_open_file_is_hashed_and_read_from_where_it_stands(void **state)
{
	struct buf got = {0};
	struct err err = {0};
	char hex[HASH_HEX];
	int64_t size = -1;
	int fd;

	(void)state;
	put("open", "xyzabc");
	fd = open(at("open"), O_RDONLY);
	assert_int_equal(lseek(fd, 3, SEEK_SET), 3);
	assert_good(file_hash_fd(fd, "open", hex, &size, &err), &err);
	assert_int_equal(size, 3);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_int_equal(lseek(fd, 3, SEEK_SET), 3);
	assert_good(file_read_fd(fd, "open", 3, &got, &err), &err);
	assert_string_equal(got.bytes, "abc");
	close(fd);
	fd = open(root, O_RDONLY);
	assert_fault(file_hash_fd(fd, "dir", hex, &size, &err), &err, ERR_ENVIRONMENT, "dir: Is a directory");
	close(fd);
	buf_clear(&got);
}

static void
a_stream_without_options_and_an_empty_one_work_too(void **state)
{
	struct err err = {0};
	struct file *f = file_open(at("plain"), 0, &err);

	(void)state;
	assert_good(file_add(f, "abc", 3, &err), &err);
	assert_good(file_add(f, NULL, 0, &err), &err);
	assert_good(file_finish(f, &err), &err);
	assert_string_equal(file_hex(f), "");
	assert_fault(file_add(f, "d", 1, &err), &err, ERR_FAULT, "is finished already");
	assert_fault(file_finish(f, &err), &err, ERR_FAULT, "is finished already");
	file_close(f);
	assert_content("plain", "abc", 3);
	f = file_open(at("plain"), FILE_HASH, &err);
	assert_good(file_finish(f, &err), &err);
	assert_string_equal(file_hex(f), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	file_close(f);
	assert_content("plain", "", 0);
	file_close(NULL);
}

static void
a_full_disk_fails_the_stream_and_every_call_after_it(void **state)
{
	struct err err = {0};
	char big[300000] = {0};
	struct file *f = file_open("/dev/full", FILE_HASH | FILE_EARLY, &err);

	(void)state;
	assert_good(file_add(f, "small", 5, &err), &err);
	assert_fault(file_finish(f, &err), &err, ERR_ENVIRONMENT, "/dev/full: at byte 0: No space left on device");
	assert_fault(file_finish(f, &err), &err, ERR_ENVIRONMENT, "writing has failed before");
	assert_fault(file_add(f, "x", 1, &err), &err, ERR_ENVIRONMENT, "writing has failed before");
	file_close(f);
	f = file_open("/dev/full", 0, &err);
	assert_fault(file_add(f, big, sizeof big, &err), &err, ERR_ENVIRONMENT, "No space");
	assert_fault(file_finish(f, &err), &err, ERR_ENVIRONMENT, "writing has failed before");
	file_close(f);
	assert_null(file_open(at("no/such/dir"), 0, &err));
	assert_fault(false, &err, ERR_ENVIRONMENT, "no/such/dir: No such file");
}

static void
directories_are_made_with_their_parents(void **state)
{
	struct err err = {0};

	(void)state;
	assert_good(file_mkdir(at("p/q/r"), &err), &err);
	assert_good(file_mkdir(at("p/q/r"), &err), &err);
	assert_good(file_mkdir(at("p/q/s/"), &err), &err);
	assert_true(is_there("p/q/r") && is_there("p/q/s"));
	put("p/file", "");
	assert_fault(file_mkdir(at("p/file"), &err), &err, ERR_ENVIRONMENT, "p/file: is not a directory");
	assert_fault(file_mkdir(at("p/file/x"), &err), &err, ERR_ENVIRONMENT, "p/file");
	assert_good(file_mkdir("/", &err), &err);
	assert_good(file_mkdir(".", &err), &err);
	assert_fault(file_mkdir("", &err), &err, ERR_ENVIRONMENT, "No such file");
}

static void
a_file_moves_between_directories(void **state)
{
	struct err err = {0};

	(void)state;
	assert_good(file_mkdir(at("from"), &err), &err);
	assert_good(file_mkdir(at("to"), &err), &err);
	put("from/x", "1");
	put("to/y", "2");
	assert_good(file_move(at("from/x"), at("to/y"), &err), &err);
	assert_content("to/y", "1", 1);
	assert_false(is_there("from/x"));
	assert_fault(file_move(at("from/x"), at("to/y"), &err), &err, ERR_ENVIRONMENT, "from/x -> ");
	assert_fault(file_sync_dir(at("to/y"), &err), &err, ERR_ENVIRONMENT, "to/y: Not a directory");
	assert_fault(file_sync_dir(at("absent"), &err), &err, ERR_ENVIRONMENT, "absent: No such file");
}

/* A move by bare names happens in the working directory. */
static void
paths_without_a_directory_mean_the_working_directory(void **state)
{
	struct err err = {0};
	char before[4096];

	(void)state;
	assert_non_null(getcwd(before, sizeof before));
	assert_int_equal(chdir(root), 0);
	assert_good(file_write("bare", "x", 1, &err), &err);
	assert_good(file_move("bare", "bare2", &err), &err);
	assert_good(file_mkdir("bare3", &err), &err);
	assert_good(file_move("bare2", "bare3/bare", &err), &err);
	assert_int_equal(chdir(before), 0);
	assert_content("bare3/bare", "x", 1);
}

static void
names_are_listed_in_the_order_of_their_bytes(void **state)
{
	static const char *const want[] = {".hidden", "A", "Z", "a", "a.b", "a0", "b", "\xC3\xA9"};
	struct file_names names = {0};
	struct err err = {0};

	(void)state;
	assert_good(file_mkdir(at("list"), &err), &err);
	assert_good(file_list(at("list"), &names, &err), &err);
	assert_int_equal(names.count, 0);
	for (size_t i = 0; i < 8; i++) {
		char *path = file_join(at("list"), want[(i * 3 + 5) % 8]);

		assert_good(file_write(path, "", 0, &err), &err);
		free(path);
	}
	assert_good(file_list(at("list"), &names, &err), &err);
	assert_int_equal(names.count, 8);
	for (size_t i = 0; i < 8; i++)
		assert_string_equal(names.names[i], want[i]);
	file_names_clear(&names);
	file_names_clear(&names);
	assert_fault(file_list(at("absent"), &names, &err), &err, ERR_ENVIRONMENT, "absent");
	assert_fault(file_list(at("list/A"), &names, &err), &err, ERR_ENVIRONMENT, "Not a directory");
}

static void
a_tree_is_removed_and_links_are_not_followed(void **state)
{
	struct err err = {0};

	(void)state;
	assert_good(file_mkdir(at("keep"), &err), &err);
	put("keep/precious", "x");
	assert_good(file_mkdir(at("tree/a/b"), &err), &err);
	put("tree/a/b/f", "x");
	put("tree/.g", "x");
	assert_int_equal(symlink(at("keep"), at("tree/a/link")), 0);
	assert_int_equal(symlink("nowhere", at("tree/dangling")), 0);
	assert_int_equal(mkfifo(at("tree/fifo"), 0600), 0);
	assert_good(file_remove_tree(at("tree"), &err), &err);
	assert_false(is_there("tree"));
	assert_content("keep/precious", "x", 1);
	assert_int_equal(symlink(at("keep"), at("link")), 0);
	assert_good(file_remove_tree(at("link/"), &err), &err);
	assert_false(is_there("link"));
	assert_content("keep/precious", "x", 1);
	assert_good(file_remove_tree(at("keep/precious"), &err), &err);
	assert_good(file_remove_tree(at("keep//"), &err), &err);
	assert_false(is_there("keep"));
	assert_good(file_remove_tree(at("keep"), &err), &err);
}

static void
what_nobody_can_mean_is_not_removed(void **state)
{
	static const char *const refused[] = {"", "/", "//", ".", "..", "./", "x/..", "x/."};
	struct err err = {0};

	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		assert_fault(file_remove_tree(refused[i], &err), &err, ERR_FAULT, "nothing that may be removed");
}

static void
a_bottomless_tree_is_refused(void **state)
{
	char path[512] = "deep";
	struct err err = {0};

	(void)state;
	for (size_t size = 4; size < 4 + 2 * 66; size += 2)
		memcpy(path + size, "/d", 3);
	assert_good(file_mkdir(at(path), &err), &err);
	assert_fault(file_remove_tree(at("deep"), &err), &err, ERR_ENVIRONMENT, "is nested too deeply");
	assert_good(file_remove_tree(at("deep/d/d/d"), &err), &err);
	assert_good(file_remove_tree(at("deep"), &err), &err);
}

static void
paths_are_joined_with_one_slash(void **state)
{
	static const char *const rows[][3] = {{"a", "b", "a/b"}, {"a/", "b", "a/b"}, {"/", "b", "/b"}, {"", "b", "b"}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *got = file_join(rows[i][0], rows[i][1]);

		assert_string_equal(got, rows[i][2]);
		free(got);
	}
}

static const char *const inside[] = {"a", "a/b", "data/calls.ndjson", "data/updates/postal_mail.ndjson", ".hidden",
	"a..b", "a~", "a/b~c", "...a", "..a", "a b", " a", "-", "-rf", "caf\xC3\xA9", "\xF0\x9F\x98\x80", "console",
	"com", "com0", "com10", "auxiliary", "null", "a.con", "x/nul1", "%2e%2e", "a\xC2\xA0z", "*", "?", "$HOME",
	"`x`", "a'b", "a\"b", "CONX.txt"};

static const struct {
	const char *path;
	size_t size;
} outside[] = {
#define T(literal)                                                                                                     \
	{                                                                                                              \
		literal, sizeof(literal) - 1                                                                           \
	}
	T(""),
	T("/"),
	T("/a"),
	T("//a"),
	T("/etc/passwd"),
	T("a/"),
	T("a//b"),
	T("."),
	T(".."),
	T("./a"),
	T("a/."),
	T("a/./b"),
	T("../a"),
	T("a/.."),
	T("a/../b"),
	T("a/b/../../../c"),
	T("..."),
	T("a/..."),
	T("a."),
	T("a./b"),
	T("a "),
	T("a /b"),
	T("~"),
	T("~/a"),
	T("~root"),
	T("a/~"),
	T("a/~b/c"),
	T("a\\b"),
	T("\\a"),
	T("..\\a"),
	T("C:\\a"),
	T("C:a"),
	T("c:/a"),
	T("a:stream"),
	T("a\0b"),
	T("a\0"),
	T("\0"),
	T("a\nb"),
	T("a\rb"),
	T("a\tb"),
	T("a\x1B[2J"),
	T("a\x7F"),
	T("\x01"),
	T("a\xC2\x85z"),
	T("a\xC2\x9F"),
	T("a\xFF"),
	T("a\xC0\xAF"),
	T("a\xC0\xAE\xC0\xAE/b"),
	T("a\xC2"),
	T("con"),
	T("CON"),
	T("nul.txt"),
	T("a/PRN"),
	T("aux/b"),
	T("COM1"),
	T("com9.ndjson"),
	T("Lpt5.a.b"),
	T("a/nul"),
#undef T
};

static void
paths_from_outside_are_inside_or_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
		if (!file_is_inside(inside[i], strlen(inside[i])))
			fail_msg("'%s': want inside", inside[i]);
	for (size_t i = 0; i < sizeof outside / sizeof *outside; i++)
		if (file_is_inside(outside[i].path, outside[i].size))
			fail_msg("'%s' (%zu bytes): want outside", outside[i].path, outside[i].size);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_written_file_reads_back_and_replaces_the_old_one),
		cmocka_unit_test(a_write_that_fails_leaves_the_old_file_and_no_partial_one),
		cmocka_unit_test(reading_stops_at_the_maximum),
		cmocka_unit_test(a_stream_counts_and_hashes_what_passes_whatever_the_pieces),
		cmocka_unit_test(an_open_file_is_hashed_and_read_from_where_it_stands),
		cmocka_unit_test(a_stream_without_options_and_an_empty_one_work_too),
		cmocka_unit_test(a_full_disk_fails_the_stream_and_every_call_after_it),
		cmocka_unit_test(directories_are_made_with_their_parents),
		cmocka_unit_test(a_file_moves_between_directories),
		cmocka_unit_test(paths_without_a_directory_mean_the_working_directory),
		cmocka_unit_test(names_are_listed_in_the_order_of_their_bytes),
		cmocka_unit_test(a_tree_is_removed_and_links_are_not_followed),
		cmocka_unit_test(what_nobody_can_mean_is_not_removed),
		cmocka_unit_test(a_bottomless_tree_is_refused),
		cmocka_unit_test(paths_are_joined_with_one_slash),
		cmocka_unit_test(paths_from_outside_are_inside_or_refused),
	};

	return cmocka_run_group_tests(tests, make_root, remove_root);
}
