#include "core/hash.h"
#include "core/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* FIPS 180-4 examples, the empty message and a well-known sentence. */
static const struct {
	const char *text, *want;
} known[] = {
	{"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
	{"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
	{"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
	{"The quick brown fox jumps over the lazy dog",
		"d7a8fbb307d7809469ca9abcb0082e4f8d5651e46d3cdb762d02d0bf37c9e592"},
};

static void
known_messages_have_their_known_hash(void **state)
{
	struct hash *h = hash_open();
	struct err err = {0};
	char hex[HASH_HEX];

	(void)state;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		assert_true(hash_of(known[i].text, strlen(known[i].text), hex, &err));
		assert_string_equal(hex, known[i].want);
		hash_add(h, known[i].text, strlen(known[i].text));
		assert_true(hash_end(h, hex, &err));
		assert_string_equal(hex, known[i].want);
	}
	hash_close(h);
	hash_close(NULL);
}

static void
pieces_of_any_size_give_the_hash_of_the_whole(void **state)
{
	enum { SIZE = 1000000 };
	char *bytes = mem_new(SIZE), hex[HASH_HEX];
	struct hash *h = hash_open();
	struct err err = {0};

	(void)state;
	memset(bytes, 'a', SIZE);
	for (size_t piece = 1; piece <= SIZE; piece = piece * 7 + 3) {
		for (size_t at = 0; at < SIZE; at += piece)
			hash_add(h, bytes + at, SIZE - at < piece ? SIZE - at : piece);
		assert_true(hash_end(h, hex, &err));
		assert_string_equal(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
	}
	hash_close(h);
	free(bytes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_messages_have_their_known_hash),
		cmocka_unit_test(pieces_of_any_size_give_the_hash_of_the_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
