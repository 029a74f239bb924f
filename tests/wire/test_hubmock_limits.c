/* Limits, windows, lag and days. The clock of the mock all but stands still and is moved by the test, so that nothing
 * here depends on how fast the machine is.
 */
#include "hubmock.h"

#define LIST   "/crm/v3/objects/calls"
#define SEARCH "/crm/v3/objects/notes/search"

#define STILL "--clock-scale", "0.000001"

static void
advance(const struct hubmock *h, const char *seconds)
{
	char *body = mem_format("{\"advance\":%s}", seconds);

	hubmock_control(h, "/__clock", body);
	free(body);
}

/* How many of `count` calls are answered with this status. */
static int
answered(const struct hubmock *h, int count, int status)
{
	int n = 0;

	for (int i = 0; i < count; i++)
		n += hubmock_status(h, "GET", LIST, NULL) == status;
	return n;
}

static void
refused_with(const struct hubmock *h, const char *method, const char *path, const char *body, const char *policy)
{
	struct reply r;

	hubmock_call(h, method, path, body, &r);
	if (r.status != 429 || strstr(r.body, policy) == NULL)
		fail_msg("want 429 and %s, got %d %s", policy, r.status, r.body);
	buf_clear(&r.bytes);
}

static void
the_window_of_a_second_slides(void **state)
{
	static const char *const options[] = {STILL, "--rate", "4", NULL};
	struct hubmock h = hubmock_start(options);

	(void)state;
	assert_int_equal(answered(&h, 2, 200), 2);
	advance(&h, "0.5");
	assert_int_equal(answered(&h, 4, 200), 2);
	advance(&h, "0.499");
	refused_with(&h, "GET", LIST, NULL, "\"policyName\":\"SECONDLY\"");
	advance(&h, "0.01");
	assert_int_equal(answered(&h, 4, 200), 2);
	assert_int_equal(hubmock_count(&h, "rate_limited"), 5);
	assert_int_equal(hubmock_count(&h, "max_per_second"), 9);
	hubmock_stop(&h);
}

static void
ten_seconds_have_a_limit_of_their_own(void **state)
{
	static const char *const options[] = {STILL, "--ten-secondly", "5", NULL};
	struct hubmock h = hubmock_start(options);

	(void)state;
	assert_int_equal(answered(&h, 5, 200), 5);
	refused_with(&h, "GET", LIST, NULL, "publicapi:private_app-api-calls-ten-secondly");
	advance(&h, "9.9");
	refused_with(&h, "GET", LIST, NULL, "TEN_SECONDLY_ROLLING");
	advance(&h, "0.2");
	assert_int_equal(answered(&h, 5, 200), 5);
	assert_int_equal(hubmock_count(&h, "max_per_ten_seconds"), 7);
	hubmock_stop(&h);
}

static void
the_day_ends_at_the_accounts_midnight(void **state)
{
	static const char *const options[] = {STILL, "--daily", "3", "--timezone", "Asia/Kolkata", NULL};
	struct hubmock h = hubmock_start(options);
	struct reply r;
	const char *resets;

	(void)state;
	assert_int_equal(answered(&h, 3, 200), 3);
	refused_with(&h, "GET", LIST, NULL, "You have reached your daily limit.");
	advance(&h, "86400");
	hubmock_call(&h, "GET", "/account-info/v3/api-usage/daily/private-apps", NULL, &r);
	assert_int_equal(r.status, 200);
	resets = strstr(r.body, "\"resetsAt\":\"");
	assert_non_null(resets);
	assert_memory_equal(resets + 22, "T18:30:00.000Z", 14);
	assert_non_null(strstr(r.body, "\"usageLimit\":3,\"currentUsage\":1,"));
	buf_clear(&r.bytes);
	hubmock_stop(&h);
}

static void
searches_have_a_limit_of_their_own_and_no_rate_headers(void **state)
{
	static const char *const options[] = {STILL, "--rate", "2", NULL};
	struct hubmock h = hubmock_start(options);
	struct reply r;

	(void)state;
	for (int i = 0; i < 5; i++) {
		hubmock_call(&h, "POST", SEARCH, "{}", &r);
		assert_int_equal(r.status, 200);
		assert_null(strcasestr(r.bytes.bytes, "RateLimit"));
		buf_clear(&r.bytes);
	}
	refused_with(&h, "POST", SEARCH, "{}", "SECONDLY");
	hubmock_call(&h, "GET", LIST, NULL, &r);
	assert_int_equal(r.status, 200);
	assert_non_null(strstr(r.bytes.bytes, "X-HubSpot-RateLimit-Max: 20\r\n"));
	assert_non_null(strstr(r.bytes.bytes, "X-HubSpot-RateLimit-Remaining: 19\r\n"));
	assert_non_null(strstr(r.bytes.bytes, "X-HubSpot-RateLimit-Interval-Milliseconds: 10000\r\n"));
	buf_clear(&r.bytes);
	hubmock_stop(&h);
}

static int
found(const struct hubmock *h, const char *values)
{
	char *body = mem_format("{\"filterGroups\":[{\"filters\":[{\"propertyName\":\"legacy_communication_id\","
				"\"operator\":\"IN\",\"values\":[%s]}]}]}",
		values);
	struct reply r;
	json_t *answer;
	int total;

	advance(h, "1");
	hubmock_call(h, "POST", SEARCH, body, &r);
	answer = json_loads(r.body, 0, NULL);
	total = (int)json_integer_value(json_object_get(answer, "total"));
	json_decref(answer);
	buf_clear(&r.bytes);
	free(body);
	return total;
}

static void
a_search_sees_a_record_only_after_the_lag(void **state)
{
	static const char *const options[] = {STILL, "--create-key", "plain", "--search-lag", "30", NULL};
	struct hubmock h = hubmock_start(options);
	char *notes = hubmock_notes(1, 3, true);

	(void)state;
	assert_int_equal(hubmock_status(&h, "POST", "/crm/v3/objects/notes/batch/create", notes), 201);
	assert_int_equal(found(&h, "\"1\",\"2\",\"9\""), 0);
	advance(&h, "27");
	assert_int_equal(found(&h, "\"1\",\"2\",\"9\""), 0);
	assert_int_equal(found(&h, "\"1\",\"2\",\"9\""), 2);
	free(notes);
	hubmock_stop(&h);
}

struct order_case {
	const char *token, *path, *body;
	int status;
};

/* One token without the scope to write, one request a second. */
static void
token_comes_before_scope_before_rate_before_the_body(void **state)
{
	static const char *const options[] = {STILL, "--rate", "1", "--scopes", "crm.objects.contacts.read", NULL};
	static const struct order_case order[] = {
		{NULL, "/crm/v3/objects/notes/batch/create", "{", 401},
		{"wrong", "/crm/v3/objects/notes/batch/create", "{", 401},
		{HUBMOCK_TOKEN, "/crm/v3/objects/notes/batch/create", "{", 403},
		{HUBMOCK_TOKEN, "/crm/v3/objects/notes/batch/read", "{", 400},
		{HUBMOCK_TOKEN, "/crm/v3/objects/notes/batch/read", "{", 429},
		{HUBMOCK_TOKEN, "/crm/v3/objects/notes/batch/create", "{", 403},
		{NULL, "/crm/v3/objects/notes/batch/read", "{", 401},
	};
	struct hubmock h = hubmock_start(options);

	(void)state;
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		struct buf b = hubmock_request("POST", order[i].path, order[i].token, order[i].body);
		struct reply r;

		hubmock_exchange(&h, b.bytes, b.size, &r);
		if (r.status != order[i].status)
			fail_msg("call %zu: want %d, got %d %s", i + 1, order[i].status, r.status, r.body);
		buf_clear(&r.bytes);
		buf_clear(&b);
	}
	hubmock_stop(&h);
}

static void
answers_that_are_late_do_not_hold_up_others(void **state)
{
	static const char slow[] =
		"{\"rules\":[{\"match\":{\"path\":\"calls\"},\"do\":{\"fault\":\"slow\",\"delay_ms\":300000}}]}";
	struct hubmock h = hubmock_start(NULL);
	struct buf b = hubmock_request("GET", LIST, HUBMOCK_TOKEN, NULL);
	int waiting[20];

	(void)state;
	hubmock_control(&h, "/__faults", slow);
	for (int i = 0; i < 20; i++) {
		waiting[i] = hubmock_connect(&h);
		assert_int_equal(send(waiting[i], b.bytes, b.size, 0), b.size);
	}
	while (hubmock_count(&h, "requests") < 20)
		;
	assert_int_equal(hubmock_status(&h, "GET", "/crm/v3/objects/notes", NULL), 200);
	assert_int_equal(hubmock_count(&h, "answered"), 1);
	for (int i = 0; i < 20; i++)
		close(waiting[i]);
	buf_clear(&b);
	hubmock_stop(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_window_of_a_second_slides),
		cmocka_unit_test(ten_seconds_have_a_limit_of_their_own),
		cmocka_unit_test(the_day_ends_at_the_accounts_midnight),
		cmocka_unit_test(searches_have_a_limit_of_their_own_and_no_rate_headers),
		cmocka_unit_test(a_search_sees_a_record_only_after_the_lag),
		cmocka_unit_test(token_comes_before_scope_before_rate_before_the_body),
		cmocka_unit_test(answers_that_are_late_do_not_hold_up_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
