#include "core/bag.h"
#include "core/file.h"
#include "core/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define MANIFEST    "manifest-sha256.txt"
#define TAGMANIFEST "tagmanifest-sha256.txt"
#define EMPTY_HASH  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

enum { FILES = 8 };

/* All files of the bag under test; the payload comes first. */
static const char *const all[FILES] = {"data/bundle.json", "data/calls.ndjson", "data/empty.ndjson",
	"data/updates/calls.ndjson", "bag-info.txt", "bagit.txt", MANIFEST, TAGMANIFEST};

static char *root; /* holds the bag of every test; in memory where that is possible */
static char *dir;  /* the bag */

/* A path in the bag; the last four stay valid. */
static const char *
at(const char *name)
{
	static char *paths[4];
	static size_t turn;
	char **path = &paths[turn++ % 4];

	free(*path);
	*path = file_join(dir, name);
	return *path;
}

static int
make_root(void **state)
{
	char quick[] = "/dev/shm/test_bag.XXXXXX", anywhere[] = "/tmp/test_bag.XXXXXX";
	const char *made = mkdtemp(quick);

	(void)state;
	if (made == NULL)
		made = mkdtemp(anywhere);
	if (made == NULL)
		return -1;
	root = mem_text(made);
	dir = file_join(root, "bundle");
	return 0;
}

static int
remove_root(void **state)
{
	struct err err = {0};
	bool good = file_remove_tree(root, &err);

	(void)state;
	for (int i = 0; i < 4; i++)
		at("");
	free(root);
	free(dir);
	return good ? 0 : -1;
}

static void
assert_good(bool good, const struct err *err)
{
	if (!good)
		fail_msg("failed: %s", err->text);
}

/* Writes without a sync: these tests write a great deal. */
static void
put(const char *name, const char *bytes, size_t size)
{
	FILE *f = fopen(at(name), "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, size, f), size);
	assert_int_equal(fclose(f), 0);
}

static void
get(const char *name, struct buf *to)
{
	struct err err = {0};

	buf_reset(to);
	assert_good(file_read(at(name), SIZE_MAX, to, &err), &err);
}

static void
stream(struct bag *bag, const char *name, const char *text)
{
	struct err err = {0};
	struct file *f = file_open(at(name), FILE_HASH, &err);

	assert_non_null(f);
	assert_good(file_add(f, text, strlen(text), &err), &err);
	assert_good(file_finish(f, &err), &err);
	assert_good(bag_add(bag, name, file_hex(f), file_size(f), &err), &err);
	file_close(f);
}

/* Makes the bag under test anew: two files written as streams, two hashed afterwards. */
static void
make_bag(void)
{
	struct bag *bag = bag_open(dir);
	struct err err = {0};

	assert_good(file_remove_tree(dir, &err), &err);
	assert_good(file_mkdir(at("data/updates"), &err), &err);
	stream(bag, "data/updates/calls.ndjson", "{\"id\":\"7\"}\n");
	stream(bag, "data/empty.ndjson", "");
	put("data/calls.ndjson", "{\"properties\":{}}\n{}\n", 21);
	put("data/bundle.json", "{\"version\":1}\n", 14);
	assert_good(bag_add_file(bag, "data/calls.ndjson", &err), &err);
	assert_good(bag_add_file(bag, "data/bundle.json", &err), &err);
	assert_good(bag_info(bag, "Bagging-Date", "2026-01-02", &err), &err);
	assert_good(bag_info(bag, "Bag-Software-Agent", "hubstage 0.1.0", &err), &err);
	assert_good(bag_finish(bag, &err), &err);
	bag_close(bag);
}

static void
assert_valid(void)
{
	struct err err = {0};

	assert_good(bag_verify(dir, NULL, NULL, &err), &err);
}

static void
count_problem(void *own, const char *text)
{
	assert_true(strlen(text) > 0);
	++*(size_t *)own;
}

/* The bag is refused, and the first problem holds `words`; when all are told, it is the same one. */
static void
assert_refused(const char *what, const char *words)
{
	struct err err = {0}, told = {0};
	size_t problems = 0;

	if (bag_verify(dir, NULL, NULL, &err))
		fail_msg("%s: want a refusal", what);
	if (err.kind != ERR_REFUSED || strstr(err.text, words) == NULL || strstr(err.text, dir) != err.text)
		fail_msg("%s: want a refusal with '%s', got %d '%s'", what, words, err.kind, err.text);
	assert_false(bag_verify(dir, count_problem, &problems, &told));
	assert_true(problems >= 1);
	assert_string_equal(told.text, err.text);
}

static void
a_bag_is_written_as_rfc_8493_has_it_and_verifies(void **state)
{
	struct buf text = {0};

	(void)state;
	make_bag();
	assert_valid();
	get("bagit.txt", &text);
	assert_string_equal(text.bytes, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
	get("bag-info.txt", &text);
	assert_string_equal(
		text.bytes, "Bagging-Date: 2026-01-02\nBag-Software-Agent: hubstage 0.1.0\nPayload-Oxum: 46.4\n");
	get(MANIFEST, &text);
	assert_string_equal(text.bytes, /* computed by another program */
		"50208d78350a7a160dec59a82df1499b6ca7da33e54c5eb11c97e342118e68bb  data/bundle.json\n"
		"3198960a2be69791e9fad043a6514d7e7636a87c3a9259dbcf453b49717dc521  data/calls.ndjson\n"
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  data/empty.ndjson\n"
		"8e67f87a0e29b483d01446660122167316572a30c7d3b133a92fda81341598b9  data/updates/calls.ndjson\n");
	get(TAGMANIFEST, &text);
	assert_string_equal(text.bytes,
		"76e4e817da5ea8b47f1c4e5146602c23036495b853eb941d2a58038a402bf77c  bag-info.txt\n"
		"1712ecfb074bf29c4188ad3421032509159a09739fd604f8fe57038b4ddefcc9  bagit.txt\n"
		"40ac1fedd8d728c68471a184c6e2c9176f773211982947eb4e4d2f12fd013aeb  manifest-sha256.txt\n");
	buf_clear(&text);
}

static void
every_flipped_bit_is_found(void **state)
{
	struct buf text = {0};
	int flips = 0;

	(void)state;
	make_bag();
	for (size_t i = 0; i < FILES; i++) {
		get(all[i], &text);
		for (size_t bit = 0; bit < 8 * text.size; bit++, flips++) {
			struct err err = {0};

			text.bytes[bit / 8] = (char)(text.bytes[bit / 8] ^ (1 << bit % 8));
			put(all[i], text.bytes, text.size);
			if (bag_verify(dir, NULL, NULL, &err) || err.kind != ERR_REFUSED)
				fail_msg("%s, bit %zu: want a refusal, got %d", all[i], bit, err.kind);
			text.bytes[bit / 8] = (char)(text.bytes[bit / 8] ^ (1 << bit % 8));
		}
		put(all[i], text.bytes, text.size);
	}
	assert_valid();
	assert_true(flips > 6000);
	buf_clear(&text);
}

static void
every_removed_and_every_added_byte_is_found(void **state)
{
	static const char added[] = {'\0', '\n', ' ', '0', 'a', '*', '\r'};
	struct buf text = {0}, changed = {0};

	(void)state;
	make_bag();
	for (size_t i = 0; i < FILES; i++) {
		get(all[i], &text);
		for (size_t cut = 0; cut <= text.size; cut++)
			for (size_t k = 0; k <= sizeof added; k++) {
				struct err err = {0};
				bool removes = k == sizeof added;

				if (removes && cut == text.size)
					continue;
				buf_reset(&changed);
				buf_add(&changed, text.bytes, cut);
				if (!removes)
					buf_char(&changed, added[k]);
				buf_add(&changed, text.bytes + cut + removes, text.size - cut - removes);
				if (changed.size == text.size && memcmp(changed.bytes, text.bytes, text.size) == 0)
					continue;
				put(all[i], changed.bytes, changed.size);
				if (bag_verify(dir, NULL, NULL, &err) || err.kind != ERR_REFUSED)
					fail_msg("%s, byte %zu: want a refusal, got %d", all[i], cut, err.kind);
			}
		put(all[i], text.bytes, text.size);
	}
	assert_valid();
	buf_clear(&text);
	buf_clear(&changed);
}

static void
every_cut_file_and_every_exchanged_line_is_found(void **state)
{
	struct buf text = {0}, swapped = {0};

	(void)state;
	make_bag();
	for (size_t i = 0; i < FILES; i++) {
		char *line, *next;

		get(all[i], &text);
		for (size_t size = 0; size < text.size; size++) {
			put(all[i], text.bytes, size);
			assert_refused(all[i], "");
		}
		for (line = text.bytes; text.size > 0 && (next = strchr(line, '\n')) != NULL && next[1] != '\0';
			line = next + 1) {
			char *end = strchr(next + 1, '\n') + 1;

			buf_reset(&swapped);
			buf_add(&swapped, text.bytes, (size_t)(line - text.bytes));
			buf_add(&swapped, next + 1, (size_t)(end - next - 1));
			buf_add(&swapped, line, (size_t)(next + 1 - line));
			buf_text(&swapped, end);
			put(all[i], swapped.bytes, swapped.size);
			assert_refused(all[i], "");
		}
		put(all[i], text.bytes, text.size);
	}
	assert_valid();
	buf_clear(&text);
	buf_clear(&swapped);
}

static void
every_deleted_renamed_and_exchanged_file_is_found(void **state)
{
	(void)state;
	make_bag();
	for (size_t i = 0; i < FILES; i++) {
		char *from = mem_text(at(all[i])), *to = mem_format("%sx", from);

		assert_int_equal(rename(from, to), 0);
		assert_refused(all[i], i < 4 ? "x: is not listed" : "x: does not belong");
		assert_int_equal(unlink(to), 0);
		assert_refused(all[i], all[i]);
		assert_refused(all[i], "is missing");
		make_bag();
		for (size_t k = i + 1; k < FILES; k++) {
			char *other = mem_text(at(all[k]));

			assert_int_equal(rename(from, to), 0);
			assert_int_equal(rename(other, from), 0);
			assert_int_equal(rename(to, other), 0);
			assert_refused(all[k], "");
			assert_int_equal(rename(from, to), 0);
			assert_int_equal(rename(other, from), 0);
			assert_int_equal(rename(to, other), 0);
			free(other);
		}
		assert_valid();
		free(from);
		free(to);
	}
}

static void
files_that_are_not_listed_are_found(void **state)
{
	static const struct {
		const char *name, *words;
	} rows[] = {
		{"x", "bundle: x: does not belong to the bag"},
		{".hidden", ".hidden: does not belong"},
		{"fetch.txt", "fetch.txt: does not belong"},
		{"manifest-md5.txt", "manifest-md5.txt: does not belong"},
		{"manifest-sha256.txt.partial", "partial: does not belong"},
		{"a\nb", "an unsafe name: does not belong"},
		{"data/x", "data/x: is not listed in " MANIFEST},
		{"data/.hidden", "data/.hidden: is not listed"},
		{"data/calls.ndjson ", "an unsafe name: is not listed"},
		{"data/Calls.ndjson", "data/Calls.ndjson: is not listed"},
		{"data/updates/x", "data/updates/x: is not listed"},
		{"data/\x1B[2J", "an unsafe name: is not listed"},
	};

	(void)state;
	make_bag();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		put(rows[i].name, "", 0);
		assert_refused(rows[i].name, rows[i].words);
		assert_int_equal(unlink(at(rows[i].name)), 0);
		assert_valid();
	}
}

/* Empty directories are nothing that BagIt knows; a file in one is not listed. */
static void
directories_count_only_by_their_files(void **state)
{
	struct err err = {0};

	(void)state;
	make_bag();
	assert_good(file_mkdir(at("data/new/deep"), &err), &err);
	assert_valid();
	put("data/new/deep/x", "", 0);
	assert_refused("a file in a new directory", "data/new/deep/x: is not listed");
	assert_good(file_mkdir(at("extra"), &err), &err);
	assert_refused("a directory beside data", "extra: does not belong");
	make_bag();
	assert_good(file_mkdir(at("data/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16"), &err), &err);
	assert_valid();
	assert_good(file_mkdir(at("data/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17"), &err), &err);
	assert_refused("a deep tree", "is nested too deeply");
}

/* A file with the right bytes is still refused when it is reached through a link. */
static void
links_and_special_files_are_refused(void **state)
{
	struct err err = {0};
	char *elsewhere = file_join(root, "elsewhere");

	(void)state;
	for (size_t i = 0; i < FILES; i++) {
		make_bag();
		assert_int_equal(rename(at(all[i]), elsewhere), 0);
		assert_int_equal(symlink(elsewhere, at(all[i])), 0);
		assert_refused(all[i], "is not a regular file");
		assert_int_equal(unlink(at(all[i])), 0);
		assert_int_equal(mkfifo(at(all[i]), 0600), 0);
		assert_refused(all[i], "is not a regular file");
		assert_int_equal(unlink(at(all[i])), 0);
		assert_int_equal(mkdir(at(all[i]), 0700), 0);
		assert_refused(all[i], i < 4 ? "is missing" : "is not a regular file");
	}
	make_bag();
	assert_good(file_remove_tree(elsewhere, &err), &err);
	assert_int_equal(rename(at("data/updates"), elsewhere), 0);
	assert_int_equal(symlink(elsewhere, at("data/updates")), 0);
	assert_refused("a linked directory", "data/updates: is not listed");
	make_bag();
	assert_good(file_remove_tree(elsewhere, &err), &err);
	assert_int_equal(rename(at("data"), elsewhere), 0);
	assert_int_equal(symlink(elsewhere, at("data")), 0);
	assert_refused("a linked payload", "data: is not a directory");
	assert_int_equal(unlink(at("data")), 0);
	assert_refused("no payload", "data: is not a directory");
	put("data", "", 0);
	assert_refused("a file instead of the payload", "data: is not a directory");
	free(elsewhere);
}

/* Writes bag-info.txt and the manifest (NULL: as they are), and a tag manifest that fits them. */
static void
seal(const char *info, const char *manifest, const char *declaration)
{
	static const char *const tags[] = {"bag-info.txt", "bagit.txt", MANIFEST};
	const char *texts[] = {info, declaration, manifest};
	struct buf list = {0}, text = {0};
	struct err err = {0};
	char hex[HASH_HEX];

	for (size_t i = 0; i < 3; i++) {
		if (texts[i] != NULL)
			put(tags[i], texts[i], strlen(texts[i]));
		get(tags[i], &text);
		assert_good(hash_of(text.bytes, text.size, hex, &err), &err);
		buf_format(&list, "%s  %s\n", hex, tags[i]);
	}
	put(TAGMANIFEST, list.bytes, list.size);
	buf_clear(&list);
	buf_clear(&text);
}

#define CALLS "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef  data/calls.ndjson\n"
#define EMPTY EMPTY_HASH "  data/empty.ndjson\n"

/* Manifests whose tag manifest fits: only what they say is wrong. */
static const struct {
	const char *manifest, *words;
} manifests[] = {
	{"", "is not listed in " MANIFEST},
	{"\n", "line 1 is malformed"},
	{EMPTY "\n", "line 2 is malformed"},
	{EMPTY EMPTY, "line 2 is out of order"},
	{EMPTY CALLS, "line 2 is out of order"},
	{EMPTY_HASH "  data/empty.ndjson", "line 1 does not end"},
	{EMPTY_HASH "  data/empty.ndjson\r\n", "line 1 has an unsafe path"},
	{EMPTY_HASH " data/empty.ndjson\n", "line 1 is malformed"},
	{EMPTY_HASH " *data/empty.ndjson\n", "line 1 is malformed"},
	{EMPTY_HASH "\t\tdata/empty.ndjson\n", "line 1 is malformed"},
	{EMPTY_HASH "   data/empty.ndjson\n", "is not listed in " MANIFEST},
	{EMPTY_HASH "  \n", "line 1 is malformed"},
	{EMPTY_HASH "\n", "line 1 is malformed"},
	{"E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855  data/empty.ndjson\n", "not lower-case hex"},
	{"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85G  data/empty.ndjson\n", "not lower-case hex"},
	{"d41d8cd98f00b204e9800998ecf8427e  data/empty.ndjson\n", "line 1 is malformed"},
	{EMPTY_HASH "  /etc/passwd\n", "line 1 has an unsafe path"},
	{EMPTY_HASH "  data/../../x\n", "line 1 has an unsafe path"},
	{EMPTY_HASH "  ../x\n", "line 1 has an unsafe path"},
	{EMPTY_HASH "  ~/x\n", "line 1 has an unsafe path"},
	{EMPTY_HASH "  data\\empty.ndjson\n", "line 1 has an unsafe path"},
	{EMPTY_HASH "  C:/x\n", "line 1 has an unsafe path"},
	{EMPTY_HASH "  data/a\tb\n", "line 1 has an unsafe path"},
	{EMPTY_HASH "  data/a%0Ab\n", "line 1 has an unsafe path"},
	{EMPTY_HASH "  data/\xFF\n", "line 1 has an unsafe path"},
	{"# comment\n", "line 1 is malformed"},
};

static void
a_manifest_that_is_sealed_but_wrong_is_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof manifests / sizeof *manifests; i++) {
		make_bag();
		seal(NULL, manifests[i].manifest, NULL);
		assert_refused(manifests[i].manifest, manifests[i].words);
	}
}

/* A file that is not there, one outside data/, one with a wrong hash, each listed in a well-formed manifest. */
static void
a_listed_file_must_be_there_in_the_payload_with_its_hash(void **state)
{
	struct buf manifest = {0};

	(void)state;
	make_bag();
	get(MANIFEST, &manifest);
	buf_text(&manifest, EMPTY_HASH "  data/z.ndjson\n");
	seal(NULL, manifest.bytes, NULL);
	assert_refused("a file too many in the manifest", "data/z.ndjson: is missing");
	make_bag();
	get(MANIFEST, &manifest);
	buf_text(&manifest, EMPTY_HASH "  elsewhere/z\n");
	seal(NULL, manifest.bytes, NULL);
	assert_refused("a path outside data", "elsewhere/z: is missing");
	make_bag();
	get(MANIFEST, &manifest);
	manifest.bytes[3] = manifest.bytes[3] == '0' ? '1' : '0';
	seal(NULL, manifest.bytes, NULL);
	assert_refused("a wrong hash", "data/bundle.json: does not match its checksum");
	buf_clear(&manifest);
}

static const char *const oxums[] = {"", "Payload-Oxum: 46.3\n", "Payload-Oxum: 45.4\n", "Payload-Oxum: 46.4",
	"Payload-Oxum: 46.4 \n", "Payload-Oxum:46.4\n", "payload-oxum: 46.4\n", "Payload-Oxum: 046.4\n",
	"Payload-Oxum: 46.4\nPayload-Oxum: 46.4\n", "Payload-Oxum: 46.4\nPayload-Oxum: 1.1\n",
	"X: Payload-Oxum: 46.4\n"};

static void
a_wrong_payload_oxum_is_refused(void **state)
{
	(void)state;
	make_bag();
	seal("Other: x\nPayload-Oxum: 46.4\nMore: y\n", NULL, NULL);
	assert_valid();
	for (size_t i = 0; i < sizeof oxums / sizeof *oxums; i++) {
		seal(oxums[i], NULL, NULL);
		assert_refused(oxums[i], "bag-info.txt: has no Payload-Oxum");
	}
}

static void
another_declaration_and_other_tag_files_are_refused(void **state)
{
	static const char *const texts[] = {"", "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n",
		"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n",
		"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n\n"};
	struct buf tags = {0};

	(void)state;
	make_bag();
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		seal(NULL, NULL, texts[i]);
		assert_refused(texts[i], "bagit.txt: is not that of a BagIt 1.0 bag");
	}
	make_bag();
	get(TAGMANIFEST, &tags);
	buf_text(&tags, EMPTY_HASH "  nothing.txt\n");
	put(TAGMANIFEST, tags.bytes, tags.size);
	assert_refused("a tag file too many", "lists nothing.txt, which is no tag file");
	put(TAGMANIFEST, tags.bytes + 79, tags.size - 79 - 78);
	assert_refused("a tag file too few", "is not listed in " TAGMANIFEST);
	buf_clear(&tags);
}

static void
all_problems_are_told_when_asked_for(void **state)
{
	struct err err = {0};
	size_t problems = 0;

	(void)state;
	make_bag();
	put("data/bundle.json", "{\"version\":2}\n", 14);
	put("data/calls.ndjson", "", 0);
	put("data/x", "", 0);
	put("y", "", 0);
	unlink(at("data/empty.ndjson"));
	assert_false(bag_verify(dir, count_problem, &problems, &err));
	assert_int_equal(err.kind, ERR_REFUSED);
	assert_int_equal(problems, 6); /* the Payload-Oxum is the sixth */
	assert_non_null(strstr(err.text, "y: does not belong"));
}

static void
a_directory_that_is_not_there_is_no_bag(void **state)
{
	struct err err = {0};

	(void)state;
	assert_good(file_remove_tree(dir, &err), &err);
	assert_false(bag_verify(dir, NULL, NULL, &err));
	assert_int_equal(err.kind, ERR_ENVIRONMENT);
	assert_good(file_mkdir(at("data"), &err), &err);
	assert_refused("an empty directory", "is missing");
}

static void
an_empty_bag_and_one_of_many_files_verify(void **state)
{
	struct bag *bag = bag_open(dir);
	struct err err = {0};

	(void)state;
	assert_good(file_remove_tree(dir, &err), &err);
	assert_good(file_mkdir(at("data"), &err), &err);
	assert_good(bag_finish(bag, &err), &err);
	bag_close(bag);
	assert_valid();
	assert_good(file_remove_tree(dir, &err), &err);
	bag = bag_open(dir);
	for (int i = 0; i < 300; i++) {
		char name[64];

		snprintf(name, sizeof name, "data/%d/%d", i % 7, i % 5);
		assert_good(file_mkdir(at(name), &err), &err);
		snprintf(name, sizeof name, "data/%d/%d/%d", i % 7, i % 5, 300 - i);
		put(name, name, (size_t)i % 13);
		assert_good(bag_add_file(bag, name, &err), &err);
	}
	assert_good(bag_finish(bag, &err), &err);
	bag_close(bag);
	bag_close(NULL);
	assert_valid();
}

static void
what_cannot_be_in_a_bag_is_not_taken(void **state)
{
	static const char *const paths[] = {"", "calls.ndjson", "data", "data/", "Data/x", "/data/x", "data/../x",
		"data/a%b", "data/a\nb", "data//x", "datax/x", "./data/x"};
	static const char *const hashes[] = {
		"", "abc", EMPTY_HASH "0", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"};
	static const char *const infos[][2] = {{"", "x"}, {"A B", "x"}, {"A:", "x"}, {"A", ""}, {"A", "x\ny"},
		{"A", "x\r"}, {"A", " x"}, {"A", "x "}, {"Payload-Oxum", "1.1"}, {"\n", "x"}};
	struct bag *bag;
	struct err err = {0};

	(void)state;
	make_bag();
	bag = bag_open(dir);
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		if (bag_add(bag, paths[i], EMPTY_HASH, 0, &err) || err.kind != ERR_FAULT)
			fail_msg("'%s': want a refusal", paths[i]);
	for (size_t i = 0; i < sizeof hashes / sizeof *hashes; i++)
		assert_false(bag_add(bag, "data/x", hashes[i], 0, &err));
	assert_false(bag_add(bag, "data/x", EMPTY_HASH, -1, &err));
	for (size_t i = 0; i < sizeof infos / sizeof *infos; i++)
		if (bag_info(bag, infos[i][0], infos[i][1], &err))
			fail_msg("'%s: %s': want a refusal", infos[i][0], infos[i][1]);
	assert_false(bag_add_file(bag, "data/absent", &err));
	assert_int_equal(err.kind, ERR_ENVIRONMENT);
	assert_true(bag_add(bag, "data/x", EMPTY_HASH, 0, &err));
	assert_true(bag_add(bag, "data/x", EMPTY_HASH, 0, &err));
	assert_false(bag_finish(bag, &err));
	assert_non_null(strstr(err.text, "data/x: is listed twice"));
	bag_close(bag);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_bag_is_written_as_rfc_8493_has_it_and_verifies),
		cmocka_unit_test(every_flipped_bit_is_found),
		cmocka_unit_test(every_removed_and_every_added_byte_is_found),
		cmocka_unit_test(every_cut_file_and_every_exchanged_line_is_found),
		cmocka_unit_test(every_deleted_renamed_and_exchanged_file_is_found),
		cmocka_unit_test(files_that_are_not_listed_are_found),
		cmocka_unit_test(directories_count_only_by_their_files),
		cmocka_unit_test(links_and_special_files_are_refused),
		cmocka_unit_test(a_manifest_that_is_sealed_but_wrong_is_refused),
		cmocka_unit_test(a_listed_file_must_be_there_in_the_payload_with_its_hash),
		cmocka_unit_test(a_wrong_payload_oxum_is_refused),
		cmocka_unit_test(another_declaration_and_other_tag_files_are_refused),
		cmocka_unit_test(all_problems_are_told_when_asked_for),
		cmocka_unit_test(a_directory_that_is_not_there_is_no_bag),
		cmocka_unit_test(an_empty_bag_and_one_of_many_files_verify),
		cmocka_unit_test(what_cannot_be_in_a_bag_is_not_taken),
	};

	return cmocka_run_group_tests(tests, make_root, remove_root);
}
