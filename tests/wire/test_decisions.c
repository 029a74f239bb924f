/* The parts of the pusher that decide, without a server: pace, policy, plan, lines, answers. */
#include "steps/push/decide.h"
#include "steps/push/limiter.h"
#include "steps/push/line.h"
#include "steps/push/match.h"
#include "steps/push/policy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define SEC INT64_C(1000000000)
#define MS  INT64_C(1000000)

/* Sends for `seconds`, each leaving a while after it was taken; returns how many, and the most in any second. */
static int
run_pace(int64_t rate, int64_t seconds, const int64_t *delays, int delay_count, int *most)
{
	static int64_t left[100000];
	struct limiter l;
	int64_t now = 0, end = seconds * SEC;
	int taken = 0, began = 0, first = 0;

	limiter_init(&l, rate);
	*most = 0;
	while (now < end) {
		int64_t wait = limiter_wait(&l, now);

		if (wait <= 0) {
			limiter_take(&l, now);
			left[taken] = now + delays[taken % delay_count];
			taken++;
		} else {
			now += wait < MS ? wait : MS;
		}
		while (began < taken && left[began] <= now) {
			if (began > 0 && left[began] < left[began - 1])
				left[began] = left[began - 1];
			limiter_began(&l, left[began]);
			began++;
		}
	}
	for (int i = 0; i < began; i++) {
		while (left[i] - left[first] >= SEC)
			first++;
		*most = i - first + 1 > *most ? i - first + 1 : *most;
	}
	limiter_clear(&l);
	return taken;
}

static void
the_pace_uses_the_limit_and_never_passes_it(void **state)
{
	static const int64_t none[] = {0}, slow[] = {150 * MS, 0, 0, 0, 0, 0, 0},
			     jitter[] = {0, 3 * MS, 1 * MS, 5 * MS};
	static const struct {
		int64_t rate;
		const int64_t *delays;
		int delay_count;
		double least; /* share of the limit that must be used */
	} cases[] = {{10, none, 1, 0.98}, {10, jitter, 4, 0.98}, {100, none, 1, 0.98}, {10, slow, 7, 0.80},
		{1, none, 1, 0.95}, {190, jitter, 4, 0.98}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int most, taken = run_pace(cases[i].rate, 60, cases[i].delays, cases[i].delay_count, &most);

		if (most > cases[i].rate)
			fail_msg("case %zu: %d in a second, want at most %d", i, most, (int)cases[i].rate);
		if (taken < (int)((double)(cases[i].rate * 60) * cases[i].least))
			fail_msg("case %zu: %d in a minute of %d", i, taken, (int)cases[i].rate * 60);
	}
}

static void
hubspots_own_window_is_kept_too(void **state)
{
	struct limiter l;
	int taken = 0;

	(void)state;
	limiter_init(&l, 100);
	limiter_allow(&l, &(struct limiter_said){50, -1, 10 * SEC}, 0);
	for (int64_t now = 0; now < 10 * SEC; now += MS) {
		if (limiter_wait(&l, now) > 0)
			continue;
		limiter_take(&l, now);
		limiter_began(&l, now);
		taken++;
	}
	assert_int_equal(taken, 50);
	limiter_clear(&l);
}

/* A server that always says the same of its window counts nothing. */
static void
a_window_that_counts_nothing_is_not_kept(void **state)
{
	static const struct {
		int64_t said_left; /* at every answer; -2: the truth */
		int least, most;   /* of what is taken in 10 seconds at 100 a second */
	} cases[] = {{189, 950, 1000}, {-2, 185, 190}, {-1, 185, 190}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct limiter l;
		int taken = 0;

		limiter_init(&l, 100);
		for (int64_t now = 0; now < 10 * SEC; now += MS) {
			int64_t left = cases[i].said_left == -2 ? 190 - taken : cases[i].said_left;

			limiter_allow(&l, &(struct limiter_said){190, left, 10 * SEC}, now);
			if (limiter_wait(&l, now) > 0)
				continue;
			limiter_take(&l, now);
			limiter_began(&l, now);
			taken++;
		}
		if (taken < cases[i].least || taken > cases[i].most)
			fail_msg("case %zu: want %d to %d, got %d", i, cases[i].least, cases[i].most, taken);
		limiter_clear(&l);
	}
}

static void
every_answer_has_its_action(void **state)
{
	static const struct {
		enum job_kind kind;
		enum http_end end;
		int status;
		const char *body;
		enum action want;
		int64_t wait_ms;
	} cases[] = {
		{JOB_CREATE, HTTP_NOT_SENT, 0, "", ACTION_AGAIN, 0},
		{JOB_CREATE, HTTP_UNKNOWN, 0, "", ACTION_UNKNOWN, 0},
		{JOB_CREATE, HTTP_UNKNOWN, 201, "", ACTION_UNKNOWN, 0},
		{JOB_READ, HTTP_UNKNOWN, 0, "", ACTION_AGAIN, 0},
		{JOB_CREATE, HTTP_ANSWERED, 201, "{}", ACTION_MATCH, 0},
		{JOB_CREATE, HTTP_ANSWERED, 207, "{}", ACTION_MATCH, 0},
		{JOB_CREATE, HTTP_ANSWERED, 302, "", ACTION_STOP, 0},
		{JOB_CREATE, HTTP_ANSWERED, 400, "{}", ACTION_LOOK_SPLIT, 0},
		{JOB_READ, HTTP_ANSWERED, 400, "{}", ACTION_FAIL, 0},
		{JOB_CREATE, HTTP_ANSWERED, 401, "{}", ACTION_STOP, 0},
		{JOB_READ, HTTP_ANSWERED, 403, "{}", ACTION_STOP, 0},
		{JOB_CREATE, HTTP_ANSWERED, 408, "", ACTION_UNKNOWN, 0},
		{JOB_CREATE, HTTP_ANSWERED, 409, "{}", ACTION_LOOK_SPLIT, 0},
		{JOB_CREATE, HTTP_ANSWERED, 413, "", ACTION_LOOK_SPLIT, 0},
		{JOB_CREATE, HTTP_ANSWERED, 423, "{}", ACTION_LOOK_AGAIN, 2000},
		{JOB_CREATE, HTTP_ANSWERED, 429, "{\"policyName\":\"SECONDLY\"}", ACTION_AGAIN, 1000},
		{JOB_CREATE, HTTP_ANSWERED, 429, "{\"policyName\":\"TEN_SECONDLY_ROLLING\"}", ACTION_AGAIN, 10000},
		{JOB_CREATE, HTTP_ANSWERED, 429, "<html>", ACTION_AGAIN, 10000},
		{JOB_CREATE, HTTP_ANSWERED, 429, "{\"policyName\":\"DAILY\"}", ACTION_STOP, 0},
		{JOB_CREATE, HTTP_ANSWERED, 429, "{\"message\":\"You have reached your daily limit.\"}", ACTION_STOP,
			0},
		{JOB_CREATE, HTTP_ANSWERED, 500, "", ACTION_UNKNOWN, 0},
		{JOB_CREATE, HTTP_ANSWERED, 503, "", ACTION_UNKNOWN, 0},
		{JOB_CREATE, HTTP_ANSWERED, 524, "", ACTION_UNKNOWN, 0},
		{JOB_READ, HTTP_ANSWERED, 503, "", ACTION_AGAIN, 0},
		{JOB_CREATE, HTTP_ANSWERED, 999, "", ACTION_UNKNOWN, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct http_answer a = {.end = cases[i].end, .status = cases[i].status, .retry_after = -1};
		struct verdict v;

		buf_text(&a.body, cases[i].body);
		policy_decide(cases[i].kind, &a, 1, &v);
		if (v.action != cases[i].want || v.wait_ms != cases[i].wait_ms)
			fail_msg("case %zu (%d): want action %d after %d ms, got %d after %d ms", i, cases[i].status,
				(int)cases[i].want, (int)cases[i].wait_ms, (int)v.action, (int)v.wait_ms);
		buf_clear(&a.body);
	}
}

static void
a_line_is_decided_by_what_the_journal_knows(void **state)
{
	static const struct {
		struct known known; /* state, same type, hubspot id, same payload, held */
		int64_t id;
		enum decision want;
	} cases[] = {
		{{NULL, false, 0, false, false}, 0, DECIDE_CREATE},
		{{NULL, false, 0, false, false}, 7, DECIDE_UPDATE},
		{{"planned", true, 0, true, false}, 0, DECIDE_PLANNED},
		{{"planned", true, 0, false, false}, 0, DECIDE_CREATE},
		{{"sending", true, 0, true, false}, 0, DECIDE_WAIT},
		{{"unknown", true, 0, false, false}, 0, DECIDE_WAIT},
		{{"created", true, 7, true, true}, 0, DECIDE_NOTHING},
		{{"created", true, 7, false, false}, 0, DECIDE_UPDATE},
		{{"created", true, 7, false, false}, 7, DECIDE_UPDATE},
		{{"created", true, 7, false, false}, 8, DECIDE_IDENTITY},
		{{"created", false, 7, false, false}, 0, DECIDE_TYPE},
		{{"updated", true, 7, true, true}, 7, DECIDE_NOTHING},
		{{"rejected", true, 0, true, false}, 0, DECIDE_NOTHING},
		{{"rejected", true, 0, false, false}, 0, DECIDE_CREATE},
		{{"rejected", true, 7, true, false}, 7, DECIDE_NOTHING},
		{{"archived", true, 0, true, false}, 0, DECIDE_CREATE},
		{{"archived", true, 0, true, false}, 7, DECIDE_CREATE},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		enum decision got = decide(&cases[i].known, &(struct offer){cases[i].id});

		if (got != cases[i].want)
			fail_msg("case %zu: want %d, got %d", i, (int)cases[i].want, (int)got);
	}
}

static void
a_line_is_cut_exactly_or_refused(void **state)
{
	static const char good[] =
		"{\"id\":\"70\",\"properties\":{\"a\":\"},\\\"associations\\\":[\"},\"associations\":[],"
		"\"objectWriteTraceId\":\"12\"}";
	static const char *const bad[] = {"", "{", "{}", "{\"properties\":{}}",
		"{\"properties\":{},\"associations\":[]}",
		"{\"properties\":{},\"associations\":[],\"objectWriteTraceId\":\"x\"}",
		"{\"properties\":{},\"associations\":[],\"objectWriteTraceId\":\"1\"} ",
		"{\"id\":\"0\",\"properties\":{},\"associations\":[],\"objectWriteTraceId\":\"1\"}"};
	struct line line;
	struct buf out = {0};

	(void)state;
	assert_true(line_cut(good, sizeof good - 1, &line));
	assert_int_equal(line.id, 12);
	assert_int_equal(line.hubspot_id, 70);
	line_create(&line, &out);
	assert_string_equal(out.bytes, "{\"properties\":{\"a\":\"},\\\"associations\\\":[\"},\"associations\":[],"
				       "\"objectWriteTraceId\":\"12\"}");
	buf_reset(&out);
	line_update(&line, 71, &out);
	assert_string_equal(out.bytes,
		"{\"id\":\"71\",\"properties\":{\"a\":\"},\\\"associations\\\":[\"},\"objectWriteTraceId\":\"12\"}");
	buf_clear(&out);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (line_cut(bad[i], strlen(bad[i]), &line))
			fail_msg("%s: taken", bad[i]);
}

static void
answers_are_matched_by_key_and_trace_id(void **state)
{
	static const struct {
		const char *body;
		bool readable;
		enum fate want[3]; /* of the records 1, 2, 3 */
	} cases[] = {
		{"{\"results\":[{\"id\":\"9\",\"properties\":{\"k\":\"2\"}},{\"id\":\"8\",\"properties\":{\"k\":\"1\"}}"
		 "]}",
			true, {FATE_FOUND, FATE_FOUND, FATE_NONE}},
		{"{\"results\":[{\"id\":\"9\",\"properties\":{\"k\":\"2\"}}],\"errors\":[{\"message\":\"m\","
		 "\"context\":{"
		 "\"objectWriteTraceId\":[\"1\"]}}]}",
			true, {FATE_REFUSED, FATE_FOUND, FATE_NONE}},
		{"{\"results\":[{\"id\":\"9\",\"properties\":{\"k\":\"2\"}}],\"errors\":[{\"message\":\"m\","
		 "\"context\":{"
		 "\"objectWriteTraceId\":[\"2\"]}}]}",
			true, {FATE_NONE, FATE_DOUBTFUL, FATE_NONE}},
		{"{\"results\":[{\"id\":\"9\",\"properties\":{\"k\":\"2\"}},{\"id\":\"9\",\"properties\":{\"k\":\"2\"}}"
		 "]}",
			true, {FATE_NONE, FATE_FOUND, FATE_NONE}},
		{"{\"results\":[{\"id\":\"9\",\"properties\":{\"k\":\"2\"}},{\"id\":\"7\",\"properties\":{\"k\":\"2\"}}"
		 "]}",
			true, {FATE_NONE, FATE_DOUBTFUL, FATE_NONE}},
		{"{\"results\":[],\"errors\":[{\"message\":\"9 already has that "
		 "value.\",\"context\":{\"objectWriteTraceId\":"
		 "[\"3\"]}}]}",
			true, {FATE_NONE, FATE_NONE, FATE_CONFLICT}},
		{"{\"results\":[{\"id\":\"0\",\"properties\":{\"k\":\"2\"}},{\"properties\":{\"k\":\"1\"}},{\"id\":"
		 "\"5\"}]}",
			true, {FATE_NONE, FATE_NONE, FATE_NONE}},
		{"{\"results\":[{\"id\":\"9\",\"properties\":{\"k\":\"2\"}}", false, {FATE_NONE, FATE_NONE, FATE_NONE}},
		{"<html>", false, {FATE_NONE, FATE_NONE, FATE_NONE}},
		{"{\"results\":1}", false, {FATE_NONE, FATE_NONE, FATE_NONE}},
		{"{\"results\":[],\"results\":[]}", false, {FATE_NONE, FATE_NONE, FATE_NONE}},
	};
	const struct item items[] = {{.id = 1}, {.id = 2}, {.id = 3}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct job *j = job_new(JOB_CREATE, CALLS, items, 3);
		struct buf body = {0};

		buf_text(&body, cases[i].body);
		if (match_answer(j, "k", &body) != cases[i].readable)
			fail_msg("case %zu: want it %s", i, cases[i].readable ? "read" : "refused");
		for (int k = 0; k < 3; k++)
			if (j->items[k].fate != cases[i].want[k])
				fail_msg("case %zu, record %d: want %d, got %d", i, k + 1, (int)cases[i].want[k],
					(int)j->items[k].fate);
		buf_clear(&body);
		job_free(j);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_pace_uses_the_limit_and_never_passes_it),
		cmocka_unit_test(hubspots_own_window_is_kept_too),
		cmocka_unit_test(a_window_that_counts_nothing_is_not_kept),
		cmocka_unit_test(every_answer_has_its_action),
		cmocka_unit_test(a_line_is_decided_by_what_the_journal_knows),
		cmocka_unit_test(a_line_is_cut_exactly_or_refused),
		cmocka_unit_test(answers_are_matched_by_key_and_trace_id),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
