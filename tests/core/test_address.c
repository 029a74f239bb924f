/* address: lists of e-mail addresses in one cell. */
#include "core/address.h"
#include "core/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static const struct {
	const char *list, *entries; /* each in [] */
} lists[] = {
	{"", ""},
	{" ; ;", ""},
	{"ada@example.com", "[ada@example.com]"},
	{"Ada Byte<ada@example.com>", "[ada@example.com]"},
	{"Ada Byte <ada@example.com>; \"Bob\" <bob@example.org>;", "[ada@example.com][bob@example.org]"},
	{"'ada@example.com'; [bob@example.org]", "[ada@example.com][bob@example.org]"},
	{"Byte, Ada <ada@example.com>", "[ada@example.com]"},
	{"ada@example.com, bob@example.org;eve@example.net", "[ada@example.com][bob@example.org][eve@example.net]"},
	{"Ada", "[Ada]"},
	{"/O=FIRM/OU=SITE/CN=ADA;ada@example.com", "[/O=FIRM/OU=SITE/CN=ADA][ada@example.com]"},
	{"Ada <ada@example.com", "[Ada <ada@example.com]"},
	{"<>;x", "[x]"},
};

static void
lists_are_parted_into_their_entries(void **state)
{
	int failed = 0;

	(void)state;
	for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
		const char *at = lists[i].list, *end = at + strlen(at);
		struct buf got = {0};
		struct address a;

		buf_text(&got, "");
		while (address_next(&at, end, &a))
			buf_format(&got, "[%.*s]", (int)a.size, a.text);
		buf_char(&got, '\0');
		if (strcmp(got.bytes, lists[i].entries) != 0) {
			print_error("'%s': want %s\n     got %s\n", lists[i].list, lists[i].entries, got.bytes);
			failed++;
		}
		buf_clear(&got);
	}
	assert_int_equal(failed, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_are_parted_into_their_entries),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
