/* What a report makes of hostile and odd values, and what its verdict follows from. */
#include "steps/stage/report/html.h"
#include "steps/stage/report/keys.h"
#include "steps/stage/report/layout.h"
#include "steps/stage/report/markdown.h"
#include "steps/stage/report/next.h"
#include "steps/stage/report/private.h"
#include "steps/stage/report/verdict.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

/* Counts and prints a difference. */
static int
differs(const char *what, const char *want, const char *got)
{
	if (strcmp(want, got) == 0)
		return 0;
	print_message("%s\n  want %s\n  got  %s\n", what, want, got);
	return 1;
}

static void
text_comes_into_html_as_text(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{"plain", "plain"},
		{"", ""},
		{"<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"},
		{"a\nb\tc", "a\\u{A}b\\u{9}c"},
		{"\xe2\x80\xaegpj.exe", "\\u{202E}gpj.exe"},
		{"\xef\xbb\xbf\xe2\x80\x8b", "\\u{FEFF}\\u{200B}"},
		{"\x7f\xc2\x85", "\\u{7F}\\u{85}"},
		{"R\xc3\xa9union \xf0\x9f\x98\x80", "R\xc3\xa9union \xf0\x9f\x98\x80"},
		{"\xf3\xa0\x81\x81", "\\u{E0041}"},
	};
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = {0};

		buf_text(&got, "");
		html_text(&got, cases[i].text);
		failures += differs(cases[i].text, cases[i].want, got.bytes == NULL ? "" : got.bytes);
		buf_clear(&got);
	}
	assert_int_equal(failures, 0);
}

static void
numbers_read_well(void **state)
{
	static const struct {
		double n;
		const char *want;
	} cases[] = {{0, "0"}, {999, "999"}, {1000, "1,000"}, {1006220, "1,006,220"}, {-1234, "-1,234"},
		{97.3125, "97.31"}, {2.9, "2.9"}, {100, "100"}, {2.99966, "3"}, {0.001, "0"}};
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = {0};

		report_number(&got, cases[i].n);
		failures += differs("number", cases[i].want, got.bytes);
		buf_clear(&got);
	}
	assert_int_equal(failures, 0);
}

static void
a_text_is_personal_unless_its_column_is_known(void **state)
{
	static const struct {
		const char *object, *hidden, *shown;
	} cases[] = {
		{"{\"comm_type\":\"Call\"}", "{\"comm_type\":\"Call\"}", "{\"comm_type\":\"Call\"}"},
		{"{\"comm_subject\":\"Jo\"}", "{\"comm_subject\":\"2 characters\"}", "{\"comm_subject\":\"Jo\"}"},
		{"{\"never_heard_of\":\"x\"}", "{\"never_heard_of\":\"1 character\"}", "{\"never_heard_of\":\"x\"}"},
		{"{\"person_id\":7,\"comm_note\":null}", "{\"person_id\":7,\"comm_note\":null}",
			"{\"person_id\":7,\"comm_note\":null}"},
	};
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		for (int show = 0; show < 2; show++) {
			json_t *object = json_loads(cases[i].object, 0, NULL);
			char *got;

			report_private(object, show);
			got = json_dumps(object, JSON_COMPACT | JSON_PRESERVE_ORDER);
			failures += differs(cases[i].object, show ? cases[i].shown : cases[i].hidden, got);
			free(got);
			json_decref(object);
		}
	assert_int_equal(failures, 0);
}

static void
what_has_shifted_into_another_column_is_shown_by_its_length(void **state)
{
	static const struct {
		const char *column, *text, *want; /* NULL: the text itself */
	} cases[] = {
		{"comm_type", "Phone Call", NULL},
		{"comm_type", "R\xc3\xa9union", NULL},
		{"comm_type", "jo@example.com", "a text of 14 characters"},
		{"comm_status", "Mrs Example asks us to call her back", "a text of 36 characters"},
		{"comm_action", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "a text of 49 characters"},
		{"subject", "Mrs Example asks us to call her back", NULL},
		{"reject_message", "'2024-02-30 10:00:00' is not a date", NULL},
		{"reject_message", "'31 Feb 2024 PM' is not a date", NULL},
		{"reject_message", "'n.c.' is not a whole number", NULL},
		{"reject_message", "'Jo Example' is not a date", "a text of 10 characters is not a date"},
		{"reject_message", "'5 O' Example' is not a date", "a text of 12 characters is not a date"},
		{"reject_message", "'\xc3\x89va' is not a date", "a text of 3 characters is not a date"},
		{"reject_message", "'7' is already the id of line 4, whose content differs", NULL},
		{"reject_message", "has no value, and every row needs one", NULL},
		{"reject_message", "", NULL},
		{"reject_message", "'", NULL},
		{"message", "'CUSTOM' is none of HubSpot's values", NULL},
		{"message", "'jo@example.com' is none of HubSpot's values",
			"a text of 14 characters is none of HubSpot's values"},
	};
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *got = report_veiled(cases[i].column, cases[i].text, strlen(cases[i].text));

		failures += differs(
			cases[i].text, cases[i].want == NULL ? "itself" : cases[i].want, got == NULL ? "itself" : got);
		free(got);
	}
	assert_int_equal(failures, 0);
}

static void
what_to_do_next_follows_from_what_stands_in_the_way(void **state)
{
	static const struct {
		const char *document, *want;
		bool may_push;
	} cases[] = {
		{"{\"accounting\":{\"new\":1}}", "flow", true},
		{"{\"accounting\":{\"new\":1}}", "", false},
		{"{\"steps\":[{\"step\":\"resolve\",\"state\":\"stale\"},{\"step\":\"derive\",\"state\":\"stale\"}]}",
			"about", false},
		{"{\"gates\":[{\"name\":\"resolution_deal\",\"passed\":false},{\"name\":\"resolution_contact\","
		 "\"passed\":true}],\"accounting\":{\"rejected\":1,\"error\":1,\"held\":1}}",
			"resolution rejects findings findings", false},
		{"{\"sample\":[{}],\"placeholders\":[{\"rows\":0},{\"rows\":2}]}", "texts sample flow", true},
	};
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		json_t *document = json_loads(cases[i].document, 0, NULL),
		       *next = report_next(document, cases[i].may_push), *one;
		struct buf got = {0};
		size_t k;

		buf_text(&got, "");
		json_array_foreach(next, k, one)
			buf_format(&got, "%s%s", k == 0 ? "" : " ", report_text_of(one, "section"));
		failures += differs(cases[i].document, cases[i].want, got.bytes == NULL ? "" : got.bytes);
		buf_clear(&got);
		json_decref(next);
		json_decref(document);
	}
	assert_int_equal(failures, 0);
}

static void
the_verdict_follows_from_gates_steps_and_rows(void **state)
{
	static const struct {
		const char *document, *want;
		size_t obstacles, remarks;
	} cases[] = {
		{"{\"accounting\":{\"new\":1},\"gates\":[],\"steps\":[]}", "ready", 0, 0},
		{"{\"accounting\":{\"new\":0,\"changed\":0},\"gates\":[],\"steps\":[]}", "not_ready", 1, 0},
		{"{\"accounting\":{\"changed\":1,\"held\":2,\"rejected\":1},\"gates\":[],\"steps\":[]}",
			"ready_with_remarks", 0, 2},
		{"{\"accounting\":{\"new\":1},\"gates\":[{\"level\":\"gate\",\"passed\":false}],\"steps\":[]}",
			"not_ready", 1, 0},
		{"{\"accounting\":{\"new\":1},\"gates\":[{\"level\":\"gate\",\"passed\":true}],\"steps\":[]}", "ready",
			0, 0},
		{"{\"accounting\":{\"new\":1},\"gates\":[{\"level\":\"warning\",\"passed\":false}],\"steps\":[]}",
			"ready_with_remarks", 0, 1},
		{"{\"accounting\":{\"new\":1},\"moves\":[{\"by_rule\":0},{\"by_rule\":7}],\"other_rules\":{\"name\":"
		 "\"sage\",\"adds_action\":true}}",
			"ready_with_remarks", 0, 1},
		{"{\"accounting\":{\"new\":1},\"moves\":[{\"by_rule\":7}],\"other_rules\":{\"name\":"
		 "\"plan\",\"adds_action\":false}}",
			"ready", 0, 0},
		{"{\"accounting\":{\"new\":1},\"gates\":[],\"steps\":[{\"step\":\"derive\",\"state\":\"stale\"}]}",
			"not_ready", 1, 0},
	};
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		json_t *document = json_loads(cases[i].document, 0, NULL), *verdict = report_verdict(document);

		failures += differs(cases[i].document, cases[i].want, report_text_of(verdict, "state"));
		failures += json_array_size(json_object_get(verdict, "obstacles")) != cases[i].obstacles;
		failures += json_array_size(json_object_get(verdict, "remarks")) != cases[i].remarks;
		json_decref(verdict);
		json_decref(document);
	}
	assert_int_equal(failures, 0);
}

static void
keys_are_counted_in_the_order_of_their_coming(void **state)
{
	struct report_keys *keys = report_keys_open(3000);
	struct buf key = {0};
	char text[16];

	(void)state;
	for (int id = 0; id < 10000; id++) {
		buf_reset(&key);
		snprintf(text, sizeof text, "%d", id % 4000);
		report_key_field(&key, id % 2 == 0 ? text : NULL, strlen(text));
		report_key_field(&key, text, strlen(text));
		assert_int_equal(report_keys_count(keys, &key, id, false), id % 4000 < 3000);
	}
	assert_int_equal(report_keys_size(keys), 3000);
	for (size_t i = 0; i < 3000; i++) {
		struct report_counted c = report_keys_get(keys, i);
		const char *at = c.key, *field;
		size_t size;

		assert_int_equal(c.first_id, i);
		assert_int_equal(c.rows, i < 2000 ? 3 : 2);
		assert_true(report_key_next(&at, c.key + c.size, &field, &size));
		assert_true((field == NULL) == (i % 2 == 1));
		assert_true(report_key_next(&at, c.key + c.size, &field, &size));
		snprintf(text, sizeof text, "%zu", i);
		assert_memory_equal(field, text, size);
		assert_false(report_key_next(&at, c.key + c.size, &field, &size));
	}
	buf_clear(&key);
	report_keys_close(keys);
}

static void
text_comes_into_markdown_as_text(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{"<script>", "| &lt;script> |"},
		{"a|b", "| a\\|b |"},
		{"[x](http://example.com)", "| \\[x\\](http&#58;//example.com) |"},
		{"*_`~", "| \\*\\_\\`\\~ |"},
		{"a@example.com", "| a&#64;example.com |"},
	};
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		json_t *document = json_pack("{s:[{s:s}]}", "changes", "before", cases[i].text);
		struct buf got = {0};
		struct err e;

		assert_true(report_markdown(document, &got, &e));
		if (strstr(got.bytes, cases[i].want) == NULL)
			failures += differs(cases[i].text, cases[i].want, strstr(got.bytes, "## Since the run before"));
		buf_clear(&got);
		json_decref(document);
	}
	assert_int_equal(failures, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_comes_into_html_as_text),
		cmocka_unit_test(numbers_read_well),
		cmocka_unit_test(a_text_is_personal_unless_its_column_is_known),
		cmocka_unit_test(what_has_shifted_into_another_column_is_shown_by_its_length),
		cmocka_unit_test(what_to_do_next_follows_from_what_stands_in_the_way),
		cmocka_unit_test(the_verdict_follows_from_gates_steps_and_rows),
		cmocka_unit_test(keys_are_counted_in_the_order_of_their_coming),
		cmocka_unit_test(text_comes_into_markdown_as_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
