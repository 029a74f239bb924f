/* What each fault of a script does to the answer, and to the records: the truth must say what really happened. */
#include "hubmock.h"

#define CREATE "/crm/objects/2026-09/notes/batch/create"

enum { NOTES = 3 };

static struct hubmock mock;

static int
start(void **state)
{
	static const char *const options[] = {"--create-key", "unique", "--search-lag", "0", NULL};

	(void)state;
	mock = hubmock_start(options);
	return 0;
}

static int
stop(void **state)
{
	(void)state;
	hubmock_stop(&mock);
	return 0;
}

/* Forgets all records and requests, and loads a script with one rule that hits the next request. */
static void
prepare(const char *fault)
{
	char *script = mem_format("{\"rules\":[{\"match\":{\"method\":\"POST\"},\"do\":%s}]}", fault);

	hubmock_control(&mock, "/__reset", "{}");
	hubmock_control(&mock, "/__faults", script);
	free(script);
}

struct fault_case {
	const char *fault;
	int status;
	bool whole;
	int live;	  /* records afterwards */
	const char *says; /* in what came; NULL: nothing particular */
};

/* clang-format off */
static const struct fault_case cases[] = {
	{"\"429\"", 429, true, 0, "\"policyName\":\"TEN_SECONDLY_ROLLING\""},
	{"{\"fault\":\"429\",\"policy\":\"SECONDLY\"}", 429, true, 0, "You have reached your secondly limit."},
	{"{\"fault\":\"429\",\"policy\":\"DAILY\",\"retry_after\":7}", 429, true, 0, "Retry-After: 7\r\n"},
	{"\"423\"", 423, true, 0, "\"category\":\"LOCKED\""},
	{"{\"fault\":\"477\",\"retry_after\":3600}", 477, true, 0, "Retry-After: 3600\r\n"},
	{"\"401\"", 401, true, 0, "INVALID_AUTHENTICATION"},
	{"\"403\"", 403, true, 0, "requiredGranularScopes"},
	{"\"400\"", 400, true, 0, "VALIDATION_ERROR"},
	{"\"500\"", 500, true, 0, "correlationId"},
	{"\"502\"", 502, true, 0, "<!DOCTYPE html>"},
	{"\"503\"", 503, true, 0, "correlationId"},
	{"\"504\"", 504, true, 0, "text/html"},
	{"\"524\"", 524, true, 0, "A timeout occurred"},
	{"{\"fault\":\"status\",\"status\":500,\"body\":\"<p>\",\"content_type\":\"text/html\"}", 500, true, 0, "<p>"},
	{"\"commit_then_504\"", 504, true, NOTES, "<h1>"},
	{"\"commit_then_503\"", 503, true, NOTES, NULL},
	{"\"commit_then_409\"", 409, true, NOTES, "CONFLICT"},
	{"{\"fault\":\"partial_409\",\"commit\":2}", 409, true, 2, "CONFLICT"},
	{"{\"fault\":\"400\",\"commit\":1}", 400, true, 1, NULL},
	{"\"commit_then_drop\"", 0, false, NOTES, NULL},
	{"{\"fault\":\"commit_then_drop\",\"reset\":true}", 0, false, NOTES, NULL},
	{"\"drop_before_commit\"", 0, false, 0, NULL},
	{"{\"fault\":\"cut_request\",\"at\":100}", 0, false, 0, NULL},
	{"{\"fault\":\"cut_answer\",\"at\":20}", 201, false, NOTES, NULL},
	{"{\"fault\":\"truncated_json\",\"at\":-1}", 201, false, NOTES, "\"status\":\"COMPLETE\""},
	{"\"truncated_json\"", 201, false, NOTES, "\r\n\r\n{\"status\":\"COMPLETE\""},
	{"{\"fault\":\"cut_answer\",\"at\":5,\"in_body\":true}", 201, false, NOTES, "\r\n\r\n{\"sta"},
	{"\"answer_then_close\"", 201, true, NOTES, "\"completedAt\""},
	{"{\"fault\":\"short_body\",\"at\":30}", 201, true, NOTES, "Content-Length: 30\r\n"},
	{"{\"fault\":\"slow\",\"delay_ms\":1}", 201, true, NOTES, "COMPLETE"},
	{"{\"fault\":\"drip\",\"count\":500,\"every_ms\":1}", 201, true, NOTES, "\"completedAt\""},
	{"{\"fault\":\"garbage\",\"count\":64}", 201, true, NOTES, "Content-Length: 64\r\n"},
	{"{\"fault\":\"huge\",\"count\":3000000}", 201, true, NOTES, "aaaa\"}"},
	{"{\"fault\":\"deep\",\"count\":5000}", 201, true, NOTES, "[[[[]]]]"},
	{"\"empty_results\"", 201, true, NOTES, "\"results\":[]"},
	{"\"ok_200\"", 200, true, NOTES, "COMPLETE"},
	{"\"pending\"", 201, true, NOTES, "\"status\":\"PENDING\",\"results\":[]"},
	{"{\"fault\":\"redirect\",\"to\":\"https://other.example\"}", 307, true, 0, "Location: https://other.example" CREATE},
	{"\"alien_traces\"", 207, true, NOTES, "no-such-trace-1"},
	{"\"swapped_traces\"", 207, true, NOTES, "\"numErrors\":1"},
	{"\"missing_results\"", 201, true, NOTES, "COMPLETE"},
	{"\"repeated_results\"", 201, true, NOTES, "COMPLETE"},
	{"\"alien_results\"", 201, true, NOTES, "alien-1"},
	{"\"no_keys\"", 201, true, NOTES, "\"hs_note_body\""},
};
/* clang-format on */

static void
check_case(const struct fault_case *c)
{
	char *notes = hubmock_notes(1, NOTES, true);
	struct reply r;
	json_int_t live;

	prepare(c->fault);
	hubmock_call(&mock, "POST", CREATE, notes, &r);
	live = hubmock_count(&mock, "live");
	if (r.status != c->status || r.whole != c->whole || live != c->live)
		fail_msg("%s: want status %d, %s, %d records; got status %d, %s, %d records", c->fault, c->status,
			c->whole ? "whole" : "cut", c->live, r.status, r.whole ? "whole" : "cut", (int)live);
	if (c->says != NULL && strstr(r.bytes.bytes, c->says) == NULL)
		fail_msg("%s: want %s; got %s", c->fault, c->says, r.bytes.bytes);
	assert_int_equal(hubmock_count(&mock, "requests"), 1);
	buf_clear(&r.bytes);
	free(notes);
}

static void
every_fault_does_what_it_says_to_answer_and_records(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_case(&cases[i]);
}

static size_t
results_of(const char *fault)
{
	char *notes = hubmock_notes(1, NOTES, true);
	struct reply r;
	json_t *body;
	size_t n;

	prepare(fault);
	hubmock_call(&mock, "POST", CREATE, notes, &r);
	body = json_loads(r.body, 0, NULL);
	n = json_array_size(json_object_get(body, "results"));
	json_decref(body);
	buf_clear(&r.bytes);
	free(notes);
	return n;
}

static void
results_are_left_out_repeated_and_invented(void **state)
{
	(void)state;
	assert_int_equal(results_of("{\"fault\":\"missing_results\",\"count\":2}"), NOTES - 2);
	assert_int_equal(results_of("{\"fault\":\"repeated_results\",\"count\":2}"), NOTES + 2);
	assert_int_equal(results_of("{\"fault\":\"alien_results\",\"count\":2}"), NOTES + 2);
	assert_int_equal(results_of("{\"fault\":\"alien_traces\",\"count\":2}"), NOTES - 2);
	assert_int_equal(results_of("{\"fault\":\"swapped_traces\",\"count\":1}"), NOTES - 1);
}

static void
an_answer_is_cut_at_every_byte_after_the_commit(void **state)
{
	char *notes = hubmock_notes(1, 1, true);
	struct reply r;
	size_t whole = 1;

	(void)state;
	for (size_t at = 0; at < whole; at++) {
		char *fault = mem_format("{\"fault\":\"cut_answer\",\"at\":%zu}", at);

		prepare(at == 0 ? "\"answer_then_close\"" : fault);
		hubmock_call(&mock, "POST", CREATE, notes, &r);
		if (at == 0)
			whole = r.bytes.size;
		else if (r.bytes.size != at)
			fail_msg("cut at %zu: want as many bytes, got %zu", at, r.bytes.size);
		buf_clear(&r.bytes);
		assert_int_equal(hubmock_count(&mock, "live"), 1);
		free(fault);
	}
	assert_true(whole > 1000);
	free(notes);
}

static void
a_request_is_cut_at_every_byte_without_a_commit(void **state)
{
	char *notes = hubmock_notes(1, 1, true);
	struct buf request = hubmock_request("POST", CREATE, HUBMOCK_TOKEN, notes);
	struct reply r;

	(void)state;
	for (size_t at = 0; at <= request.size; at++) {
		char *fault = mem_format("{\"fault\":\"cut_request\",\"at\":%zu}", at);

		prepare(fault);
		hubmock_exchange(&mock, request.bytes, request.size, &r);
		if (r.bytes.size != 0)
			fail_msg("cut at %zu: got %s", at, r.bytes.bytes);
		buf_clear(&r.bytes);
		assert_int_equal(hubmock_count(&mock, "live"), 0);
		free(fault);
	}
	buf_clear(&request);
	free(notes);
}

/* Asks for the truth again and again, until it says so; the number it says in the end. */
static json_int_t
live_at_last(json_int_t wanted)
{
	json_int_t live = -1;

	for (int tries = 0; tries < 3000 && live != wanted; tries++) {
		live = hubmock_count(&mock, "live");
		if (live != wanted)
			poll(NULL, 0, 10);
	}
	return live;
}

static void
a_dropped_request_is_carried_out_later(void **state)
{
	char *notes = hubmock_notes(1, NOTES, true);

	(void)state;
	prepare("{\"fault\":\"drop_then_commit\",\"commit_after_ms\":300}");
	assert_int_equal(hubmock_status(&mock, "POST", CREATE, notes), 0);
	assert_int_equal(live_at_last(NOTES), NOTES);
	free(notes);
}

static void
a_reset_forgets_what_was_still_to_be_carried_out(void **state)
{
	char *notes = hubmock_notes(1, NOTES, true), *one = hubmock_notes(9, 1, true);

	(void)state;
	prepare("{\"fault\":\"drop_then_commit\",\"commit_after_ms\":200}");
	hubmock_status(&mock, "POST", CREATE, notes);
	prepare("{\"fault\":\"drop_then_commit\",\"commit_after_ms\":400}");
	hubmock_status(&mock, "POST", CREATE, one);
	assert_int_equal(live_at_last(1), 1);
	free(notes);
	free(one);
}

/* The statuses of `count` calls as text, a digit each: the first of the status, 0 when nothing came. */
static char *
calls(const char *script, int count)
{
	char *text = mem_new((size_t)count + 1);

	hubmock_control(&mock, "/__reset", "{}");
	hubmock_control(&mock, "/__faults", script);
	for (int i = 0; i < count; i++) {
		char *path = mem_format("/crm/v3/objects/%s?n=%d", i % 2 == 0 ? "calls" : "notes", i);

		text[i] = (char)('0' + hubmock_status(&mock, "GET", path, NULL) / 100);
		free(path);
	}
	return text;
}

struct rule_case {
	const char *match, *want; /* of eight calls: calls, notes, calls, notes ... */
};

/* clang-format off */
static const struct rule_case rules[] = {
	{"{}", "55555555"},
	{"{\"request\":3}", "22522222"},
	{"{\"request\":[1,8]}", "52222225"},
	{"{\"from\":3,\"to\":5}", "22555222"},
	{"{\"from\":7}", "22222255"},
	{"{\"every\":3}", "22522522"},
	{"{\"from\":2,\"every\":4}", "25222522"},
	{"{\"type\":\"notes\"}", "25252525"},
	{"{\"type\":\"notes\",\"request\":2,\"count\":\"matching\"}", "22252222"},
	{"{\"path\":\"objects/calls\",\"from\":3,\"count\":\"matching\"}", "22225252"},
	{"{\"method\":\"POST\"}", "22222222"},
	{"{\"times\":2}", "55222222"},
	{"{\"probability\":0}", "22222222"},
	{"{\"probability\":1}", "55555555"},
};
/* clang-format on */

static void
rules_hit_the_requests_they_name(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		char *script = mem_format("{\"rules\":[{\"match\":%s,\"do\":\"500\"}]}", rules[i].match);
		char *got = calls(script, 8);

		if (strcmp(got, rules[i].want) != 0)
			fail_msg("%s: want %s, got %s", rules[i].match, rules[i].want, got);
		free(script);
		free(got);
	}
}

static void
chance_is_the_same_for_the_same_seed(void **state)
{
	static const char script[] = "{\"seed\":%d,\"rules\":[{\"match\":{\"probability\":0.5},\"do\":\"500\"}]}";
	char *seven = mem_format(script, 7), *eight = mem_format(script, 8);
	char *a = calls(seven, 40), *b = calls(seven, 40), *c = calls(eight, 40);

	(void)state;
	assert_string_equal(a, b);
	assert_string_not_equal(a, c);
	assert_non_null(strchr(a, '5'));
	assert_non_null(strchr(a, '2'));
	free(a);
	free(b);
	free(c);
	free(seven);
	free(eight);
}

static void
a_rule_may_look_into_the_body(void **state)
{
	char *one = hubmock_notes(1, 1, true), *seven = hubmock_notes(7, 1, true);

	(void)state;
	hubmock_control(&mock, "/__reset", "{}");
	hubmock_control(&mock, "/__faults", "{\"rules\":[{\"match\":{\"body\":\"note 7\"},\"do\":\"500\"}]}");
	assert_int_equal(hubmock_status(&mock, "POST", CREATE, one), 201);
	assert_int_equal(hubmock_status(&mock, "POST", CREATE, seven), 500);
	free(one);
	free(seven);
}

static void
a_missing_object_cannot_be_associated_with(void **state)
{
	char *notes = hubmock_notes(1, 1, true);
	struct reply r;

	(void)state;
	hubmock_control(&mock, "/__reset", "{}");
	hubmock_control(&mock, "/__faults", "{\"missing_objects\":{\"contacts\":[\"500\"]}}");
	hubmock_call(&mock, "POST", CREATE, notes, &r);
	assert_int_equal(r.status, 400);
	assert_non_null(strstr(r.body, "CONTACT=500 is not valid"));
	buf_clear(&r.bytes);
	free(notes);
}

/* clang-format off */
static const struct {
	const char *script, *says;
} slips[] = {
	{"{", "line 1"},
	{"[]", "must be an object"},
	{"{\"rulez\":[]}", "rulez: no such member"},
	{"{\"rules\":{}}", "rules: must be an array"},
	{"{\"rules\":[{\"match\":{}}]}", "rule 1: a rule is an object with a member do"},
	{"{\"rules\":[{\"do\":\"500\"},{\"do\":\"explode\"}]}", "rule 2: explode: no such fault"},
	{"{\"rules\":[{\"do\":{\"fault\":\"slow\",\"delay\":1}}]}", "rule 1: delay: no such member"},
	{"{\"rules\":[{\"do\":{\"fault\":\"slow\",\"delay_ms\":\"1\"}}]}", "rule 1: delay_ms: not the kind of value"},
	{"{\"rules\":[{\"match\":{\"method\":\"FETCH\"},\"do\":\"500\"}]}", "rule 1: method: FETCH is none"},
	{"{\"rules\":[{\"match\":{\"request\":\"1\"},\"do\":\"500\"}]}", "rule 1: request: a number"},
	{"{\"rules\":[{\"match\":{\"count\":\"some\"},\"do\":\"500\"}]}", "rule 1: count: all or matching"},
	{"{\"rules\":[{\"do\":{\"fault\":\"500\",\"commit\":\"yes\"}}]}", "rule 1: commit: true, false or a number"},
	{"{\"missing_objects\":{\"calls\":[\"1\"]}}", "missing_objects: calls"},
	{"{\"missing_objects\":{\"deals\":[\"x\"]}}", "missing_objects: deals: not an id"},
};
/* clang-format on */

static void
a_slip_in_a_script_is_named_and_changes_nothing(void **state)
{
	struct reply r;

	(void)state;
	prepare("\"500\"");
	for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
		hubmock_call(&mock, "POST", "/__faults", slips[i].script, &r);
		if (r.status != 400 || strstr(r.body, slips[i].says) == NULL)
			fail_msg("%s: want %s, got %d %s", slips[i].script, slips[i].says, r.status, r.body);
		buf_clear(&r.bytes);
	}
	assert_int_equal(hubmock_status(&mock, "POST", CREATE, "{}"), 500);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_fault_does_what_it_says_to_answer_and_records),
		cmocka_unit_test(results_are_left_out_repeated_and_invented),
		cmocka_unit_test(an_answer_is_cut_at_every_byte_after_the_commit),
		cmocka_unit_test(a_request_is_cut_at_every_byte_without_a_commit),
		cmocka_unit_test(a_dropped_request_is_carried_out_later),
		cmocka_unit_test(a_reset_forgets_what_was_still_to_be_carried_out),
		cmocka_unit_test(rules_hit_the_requests_they_name),
		cmocka_unit_test(chance_is_the_same_for_the_same_seed),
		cmocka_unit_test(a_rule_may_look_into_the_body),
		cmocka_unit_test(a_missing_object_cannot_be_associated_with),
		cmocka_unit_test(a_slip_in_a_script_is_named_and_changes_nothing),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
