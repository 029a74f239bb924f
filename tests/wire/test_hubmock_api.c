/* What hubmock refuses and in which words, when a batch is refused as a whole, how records come back. */
#include "hubmock.h"

#define STAMP "\"hs_timestamp\":\"2020-01-02T03:04:05.000Z\""

static struct hubmock mock;

static int
start(void **state)
{
	static const char *const options[] = {"--create-key", "unique", NULL};

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

struct value_case {
	const char *type, *properties;
	int status;
	const char *says;
};

/* clang-format off */
static const struct value_case values[] = {
	{"calls", STAMP, 201, "\"hs_timestamp\":\"2020-01-02T03:04:05Z\""},
	{"calls", "\"hs_timestamp\":\"1577934245123\"", 201, "\"hs_timestamp\":\"2020-01-02T03:04:05.123Z\""},
	{"calls", "\"hs_timestamp\":1577934245123", 201, "\"hs_timestamp\":\"2020-01-02T03:04:05.123Z\""},
	{"calls", "\"hs_timestamp\":\"2020-01-02T03:04:05+02:00\"", 201, "\"hs_timestamp\":\"2020-01-02T01:04:05Z\""},
	{"calls", "\"hs_timestamp\":\"2021-11-12\"", 201, "\"hs_timestamp\":\"2021-11-12T00:00:00Z\""},
	{"calls", "\"hs_timestamp\":\"1577934245\"", 400, "INVALID_DATE"},
	{"calls", "\"hs_timestamp\":\"2021-02-29T00:00:00Z\"", 400, "2021-02-29T00:00:00Z was not a valid long."},
	{"calls", "\"hs_timestamp\":\"soon\"", 400, "INVALID_LONG"},
	{"calls", "\"hs_timestamp\":\"\"", 400, "\"context\":{\"properties\":[\"hs_timestamp\"]}"},
	{"calls", "", 400, "Error creating CALL. Some required properties were not set."},
	{"calls", STAMP ",\"hs_call_titel\":\"x\"", 400, "PROPERTY_DOESNT_EXIST"},
	{"calls", STAMP ",\"hs_object_id\":\"1\"", 400, "is a read only property; its value cannot be set."},
	{"calls", STAMP ",\"hs_body_preview\":\"1\"", 400, "is a calculated property; its value cannot be set."},
	{"calls", STAMP ",\"hs_call_direction\":\"outbound\"", 400, "outbound was not one of the allowed options: [INBOUND, OUTBOUND]"},
	{"calls", STAMP ",\"hs_call_status\":\"COMPLETED \"", 400, "INVALID_OPTION"},
	{"calls", STAMP ",\"hs_activity_type\":\"Sales call\"", 400, "INVALID_OPTION"},
	{"calls", STAMP ",\"hs_call_duration\":\"3800000\"", 201, "\"hs_call_duration\":\"3800000\""},
	{"calls", STAMP ",\"hs_call_duration\":3800000", 201, "\"hs_call_duration\":\"3800000\""},
	{"calls", STAMP ",\"hs_call_duration\":\"1 h\"", 400, "INVALID_NUMBER"},
	{"calls", STAMP ",\"hs_call_recording_url\":\"http://example.com\"", 400, "INVALID_URL"},
	{"calls", STAMP ",\"hubspot_owner_id\":\"11349275\"", 201, "\"hs_user_ids_of_all_owners\":\"51349275\""},
	{"calls", STAMP ",\"hubspot_owner_id\":\"11349279\"", 400, "INVALID_OWNER_ID"},
	{"calls", STAMP ",\"hubspot_owner_id\":\"4711\"", 400, "INVALID_OWNER_ID"},
	{"calls", STAMP ",\"hs_call_title\":{\"a\":1}", 400, "Invalid input JSON"},
	{"calls", STAMP ",\"hs_call_title\":\"\\u00e9\\/\\ud83d\\ude00\\n\\u0001\"", 201, "\"hs_call_title\":\"\u00e9/\U0001F600\\n\\u0001\""},
	{"calls", STAMP ",\"hs_call_title\":\"\\ud83d\"", 201, "\"hs_call_title\":\"\uFFFD\""},
	{"emails", STAMP, 400, "\"properties\":[\"hs_email_direction\"]"},
	{"emails", STAMP ",\"hs_email_direction\":\"EMAIL\",\"hs_email_headers\":\"{\\\"sender\\\":{\\\"email\\\":\\\"s@example.com\\\"},\\\"to\\\":[{\\\"email\\\":\\\"t@example.com\\\"}]}\"",
		201, "\"{\\\"to\\\": [{\\\"email\\\": \\\"t@example.com\\\"}], \\\"sender\\\": {\\\"email\\\": \\\"s@example.com\\\"}}\""},
	{"emails", STAMP ",\"hs_email_direction\":\"EMAIL\",\"hs_email_headers\":\"{\\\"to\\\":[{\\\"email\\\":\\\"t@example.com\\\"}]}\"", 201, "\"hs_email_to_email\":\"t@example.com\""},
	{"emails", STAMP ",\"hs_email_direction\":\"EMAIL\",\"hs_email_headers\":\"from me\"", 400, "INVALID_JSON"},
	{"meetings", "\"hs_meeting_start_time\":\"2020-01-02T03:04:05Z\"", 201, "\"hs_timestamp\":\"2020-01-02T03:04:05Z\""},
	{"meetings", STAMP ",\"hs_meeting_outcome\":\"CANCELLED\"", 400, "CANCELED"},
	{"notes", STAMP, 201, "\"id\""},
	{"tasks", STAMP ",\"hs_task_status\":\"NOT_STARTED\"", 201, "\"hs_task_is_overdue\":\"true\""},
	{"tasks", STAMP ",\"hs_task_status\":\"COMPLETED\"", 201, "\"hs_task_is_completed\":\"1\""},
	{"communications", STAMP, 400, "hs_communication_channel_type"},
	{"communications", STAMP ",\"hs_communication_channel_type\":\"SMS\"", 201, "\"SMS\""},
	{"postal_mail", STAMP ",\"hs_postal_mail_body\":\"a  <b>b</b><br>c &amp; d\"", 201, "\"hs_body_preview\":\"a b c & d\""},
};
/* clang-format on */

static void
create_and_expect(const char *type, const char *body, int status, const char *says)
{
	char *path = mem_format("/crm/objects/2026-09/%s", type);
	struct reply r;

	hubmock_call(&mock, "POST", path, body, &r);
	if (r.status != status || strstr(r.body, says) == NULL)
		fail_msg("%s %s: want %d and %s, got %d %s", type, body, status, says, r.status, r.body);
	buf_clear(&r.bytes);
	free(path);
}

static void
values_are_taken_or_refused_as_hubspot_does(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		char *body = mem_format("{\"properties\":{%s},\"associations\":[]}", values[i].properties);

		create_and_expect(values[i].type, body, values[i].status, values[i].says);
		free(body);
	}
}

/* A text of `count` times `piece`; free it. */
static char *
repeated(const char *piece, size_t count)
{
	struct buf b = {0};

	for (size_t i = 0; i < count; i++)
		buf_text(&b, piece);
	return b.bytes;
}

static void
a_text_may_have_65536_utf16_units(void **state)
{
	static const struct {
		const char *piece;
		size_t count;
		int status;
	} sizes[] = {{"x", 65536, 201}, {"x", 65537, 400}, {"\U0001F600", 32768, 201}, {"\U0001F600", 32769, 400},
		{"\\n", 65536, 201}, {"\\n", 65537, 400}};

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		char *text = repeated(sizes[i].piece, sizes[i].count);
		char *body = mem_format("{\"properties\":{" STAMP ",\"hs_task_body\":\"%s\"}}", text);

		assert_int_equal(hubmock_status(&mock, "POST", "/crm/v3/objects/tasks", body), sizes[i].status);
		free(body);
		free(text);
	}
}

/* clang-format off */
static const struct {
	const char *association;
	int status;
	const char *says;
} associations[] = {
	{"{\"to\":{\"id\":\"77\"},\"types\":[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":194}]}", 201, "\"id\""},
	{"{\"to\":{\"id\":77},\"types\":[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":182}]}", 201, "\"id\""},
	{"{\"to\":{\"id\":\"77\"},\"types\":[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":193}]}", 400,
		"invalid from object type 0-48 for associations to be created. expected: 0-1"},
	{"{\"to\":{\"id\":\"77\"},\"types\":[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":202}]}", 400, "expected: 0-46"},
	{"{\"to\":{\"id\":\"77\"},\"types\":[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":9999}]}", 400, "INVALID_ASSOCIATION_TYPE_ID"},
	{"{\"to\":{\"id\":\"77\"},\"types\":[{\"associationCategory\":\"USER_DEFINED\",\"associationTypeId\":1}]}", 400, "USER_DEFINED=1"},
	{"{\"to\":{\"id\":\"x\"},\"types\":[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":194}]}", 400, "INVALID_OBJECT_IDS"},
	{"{\"to\":{\"id\":\"77\"},\"types\":[]}", 400, "types"},
	{"{\"types\":[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":194}]}", 400, "id"},
};
/* clang-format on */

static void
associations_must_fit_both_ends(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof associations / sizeof *associations; i++) {
		char *body =
			mem_format("{\"properties\":{" STAMP "},\"associations\":[%s]}", associations[i].association);

		create_and_expect("calls", body, associations[i].status, associations[i].says);
		free(body);
	}
}

struct batch_case {
	const char *what, *inputs;
	int status, live, errors;
};

#define TASK(key, trace, more)                                                                                         \
	"{\"properties\":{" STAMP ",\"legacy_communication_id\":\"" key "\"" more                                      \
	"},\"associations\":[],\"objectWriteTraceId\":\"" trace "\"}"
#define BARE(key, more) "{\"properties\":{" STAMP ",\"legacy_communication_id\":\"" key "\"" more "}}"
#define BAD		",\"hs_task_status\":\"MAYBE\""
#define LOST                                                                                                           \
	"{\"properties\":{" STAMP "},\"associations\":[{\"to\":{\"id\":\"x\"},\"types\":[{\"associationCategory\":"    \
	"\"HUBSPOT_DEFINED\",\"associationTypeId\":204}]}],\"objectWriteTraceId\":\"l\"}"

/* clang-format off */
static const struct batch_case batches[] = {
	{"all good", TASK("1", "1", "") "," TASK("2", "2", ""), 201, 2, 0},
	{"one bad, all traced", TASK("1", "1", "") "," TASK("2", "2", BAD) "," TASK("3", "3", ""), 207, 2, 1},
	{"one bad, none traced", BARE("1", "") "," BARE("2", BAD), 400, 0, 0},
	{"one bad, one not traced", TASK("1", "1", "") "," TASK("2", "2", BAD) "," BARE("3", ""), 400, 0, 0},
	{"one bad, a trace id twice", TASK("1", "1", "") "," TASK("2", "1", BAD), 400, 0, 0},
	{"a key twice, traced", TASK("1", "1", "") "," TASK("1", "2", ""), 207, 1, 1},
	{"a key twice, not traced", BARE("1", "") "," BARE("1", ""), 400, 0, 0},
	{"a lost target refuses all, traced or not", TASK("1", "1", "") "," LOST, 400, 0, 0},
	{"no inputs", "", 400, 0, 0},
};
/* clang-format on */

static void
one_bad_input_sinks_a_batch_unless_all_are_traced(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof batches / sizeof *batches; i++) {
		const struct batch_case *b = &batches[i];
		char *body = mem_format("{\"inputs\":[%s]}", b->inputs);
		struct reply r;
		json_t *answer;
		int live, errors;

		hubmock_control(&mock, "/__reset", "{}");
		hubmock_call(&mock, "POST", "/crm/objects/2026-03/tasks/batch/create", body, &r);
		answer = json_loads(r.body, 0, NULL);
		errors = (int)json_array_size(json_object_get(answer, "errors"));
		live = (int)hubmock_count(&mock, "live");
		if (r.status != b->status || live != b->live || (r.status == 207 && errors != b->errors))
			fail_msg("%s: want %d, %d live, %d errors; got %d, %d live, %d errors: %s", b->what, b->status,
				b->live, b->errors, r.status, live, errors, r.body);
		assert_int_equal(hubmock_count(&mock, "duplicates"), 0);
		json_decref(answer);
		buf_clear(&r.bytes);
		free(body);
	}
}

static void
a_batch_has_at_most_a_hundred_inputs(void **state)
{
	char *hundred = hubmock_notes(1, 100, true), *more = hubmock_notes(1, 101, true);

	(void)state;
	hubmock_control(&mock, "/__reset", "{}");
	assert_int_equal(hubmock_status(&mock, "POST", "/crm/v3/objects/notes/batch/create", more), 400);
	assert_int_equal(hubmock_count(&mock, "live"), 0);
	assert_int_equal(hubmock_status(&mock, "POST", "/crm/v3/objects/notes/batch/create", hundred), 201);
	free(hundred);
	free(more);
}

/* The results of a batch of tasks as the keys they carry; their ids must not grow. */
static void
results_come_shuffled_and_ids_in_no_order(void **state)
{
	struct buf b = {0};
	struct reply r;
	json_t *answer, *results, *one;
	size_t i, in_place = 0, grew = 0;
	json_int_t last = 0;

	(void)state;
	hubmock_control(&mock, "/__reset", "{}");
	buf_text(&b, "{\"inputs\":[");
	for (int k = 0; k < 50; k++)
		buf_format(
			&b, "%s{\"properties\":{" STAMP ",\"legacy_communication_id\":\"%d\"}}", k == 0 ? "" : ",", k);
	buf_text(&b, "]}");
	hubmock_call(&mock, "POST", "/crm/v3/objects/tasks/batch/create", b.bytes, &r);
	assert_int_equal(r.status, 201);
	assert_null(strstr(r.body, "objectWriteTraceId"));
	answer = json_loads(r.body, 0, NULL);
	results = json_object_get(answer, "results");
	json_array_foreach(results, i, one)
	{
		json_int_t id = strtoll(json_string_value(json_object_get(one, "id")), NULL, 10);
		const char *key = json_string_value(
			json_object_get(json_object_get(one, "properties"), "legacy_communication_id"));

		in_place += (size_t)strtol(key, NULL, 10) == i;
		grew += id > last;
		last = id;
	}
	assert_int_equal(json_array_size(results), 50);
	assert_in_range(in_place, 0, 10);
	assert_in_range(grew, 5, 45);
	json_decref(answer);
	buf_clear(&r.bytes);
	buf_clear(&b);
}

static void
the_truth_counts_duplicates_when_the_key_is_not_unique(void **state)
{
	static const char *const options[] = {"--create-key", "plain", NULL};
	struct hubmock plain = hubmock_start(options);
	char *notes = hubmock_notes(1, 3, true);
	json_t *truth, *first;

	(void)state;
	for (int i = 0; i < 2; i++)
		assert_int_equal(hubmock_status(&plain, "POST", "/crm/v3/objects/notes/batch/create", notes), 201);
	truth = hubmock_truth(&plain);
	assert_int_equal(json_integer_value(json_object_get(truth, "live")), 6);
	assert_int_equal(json_integer_value(json_object_get(truth, "distinct_keys")), 3);
	assert_int_equal(json_integer_value(json_object_get(truth, "duplicates")), 3);
	assert_int_equal(json_integer_value(json_object_get(truth, "associations")), 6);
	first = json_array_get(json_object_get(truth, "duplicate_list"), 0);
	assert_int_equal(json_array_size(json_object_get(first, "ids")), 2);
	assert_string_equal(json_string_value(json_object_get(first, "type")), "notes");
	json_decref(truth);
	free(notes);
	hubmock_stop(&plain);
}

static void
unique_properties_can_be_forbidden(void **state)
{
	static const char *const options[] = {"--unique-key", "no", NULL};
	static const char unique[] = "{\"name\":\"k\",\"label\":\"K\",\"type\":\"string\",\"fieldType\":\"text\","
				     "\"groupName\":\"call\",\"hasUniqueValue\":true}";
	static const char plain[] = "{\"name\":\"k\",\"label\":\"K\",\"type\":\"string\",\"fieldType\":\"text\","
				    "\"groupName\":\"call\"}";
	struct hubmock h = hubmock_start(options);

	(void)state;
	assert_int_equal(hubmock_status(&h, "POST", "/crm/v3/properties/calls", unique), 400);
	assert_int_equal(hubmock_status(&h, "POST", "/crm/v3/properties/calls", plain), 201);
	assert_int_equal(hubmock_status(&h, "POST", "/crm/v3/properties/calls", plain), 409);
	hubmock_stop(&h);
}

static void
an_administrator_may_require_properties(void **state)
{
	static const char *const options[] = {"--require", "calls.hs_call_title,notes.hs_note_body", NULL};
	struct hubmock h = hubmock_start(options);
	struct reply r;

	(void)state;
	hubmock_call(&h, "POST", "/crm/v3/objects/notes", "{\"properties\":{" STAMP "}}", &r);
	assert_int_equal(r.status, 400);
	assert_non_null(strstr(
		r.body, "\"code\":\"MISSING_REQUIRED_PROPERTY\",\"context\":{\"propertyName\":[\"hs_note_body\"]}"));
	buf_clear(&r.bytes);
	assert_int_equal(hubmock_status(&h, "POST", "/crm/v3/objects/tasks", "{\"properties\":{" STAMP "}}"), 201);
	hubmock_call(&h, "GET", "/crm-object-schemas/2026-09/schemas/calls", NULL, &r);
	assert_non_null(strstr(r.body, "\"requiredProperties\":[\"hs_call_title\",\"hs_timestamp\"]"));
	buf_clear(&r.bytes);
	hubmock_stop(&h);
}

static void
bodies_can_be_forgotten_but_not_keys_and_associations(void **state)
{
	static const char *const options[] = {"--create-key", "unique", "--forget-bodies", NULL};
	struct hubmock h = hubmock_start(options);
	char *notes = hubmock_notes(1, 1, true);
	struct reply r;

	(void)state;
	hubmock_call(&h, "POST", "/crm/v3/objects/notes/batch/create", notes, &r);
	assert_non_null(strstr(r.body, "\"hs_note_body\":\"note 1\""));
	buf_clear(&r.bytes);
	hubmock_call(&h, "GET",
		"/crm/v3/objects/notes/"
		"1?idProperty=legacy_communication_id&properties=hs_note_body&associations=contacts",
		NULL, &r);
	assert_non_null(strstr(r.body, "\"hs_note_body\":null"));
	assert_non_null(strstr(r.body, "{\"id\":\"500\",\"type\":\"note_to_contact\"}"));
	buf_clear(&r.bytes);
	assert_int_equal(hubmock_status(&h, "POST", "/crm/v3/objects/notes/batch/create", notes), 207);
	free(notes);
	hubmock_stop(&h);
}

static void
an_edit_shows_in_the_record(void **state)
{
	struct reply r;

	(void)state;
	hubmock_control(&mock, "/__reset", "{}");
	create_and_expect("tasks", "{\"properties\":{" STAMP ",\"legacy_communication_id\":\"e\"}}", 201, "\"id\"");
	hubmock_control(&mock, "/__edit",
		"{\"type\":\"tasks\",\"key\":\"e\",\"properties\":{\"hs_task_subject\":\"by hand\"}}");
	hubmock_call(&mock, "POST", "/crm/v3/objects/tasks/batch/read",
		"{\"idProperty\":\"legacy_communication_id\",\"properties\":[\"hs_task_subject\",\"hs_updated_by_user_"
		"id\"],"
		"\"inputs\":[{\"id\":\"e\"}]}",
		&r);
	assert_int_equal(r.status, 200);
	assert_non_null(strstr(r.body, "by hand"));
	assert_non_null(strstr(r.body, "\"hs_updated_by_user_id\":\"26649153\""));
	buf_clear(&r.bytes);
	hubmock_control(&mock, "/__edit", "{\"type\":\"tasks\",\"key\":\"e\",\"archive\":true}");
	assert_int_equal(hubmock_count(&mock, "archived"), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_taken_or_refused_as_hubspot_does),
		cmocka_unit_test(a_text_may_have_65536_utf16_units),
		cmocka_unit_test(associations_must_fit_both_ends),
		cmocka_unit_test(one_bad_input_sinks_a_batch_unless_all_are_traced),
		cmocka_unit_test(a_batch_has_at_most_a_hundred_inputs),
		cmocka_unit_test(results_come_shuffled_and_ids_in_no_order),
		cmocka_unit_test(the_truth_counts_duplicates_when_the_key_is_not_unique),
		cmocka_unit_test(unique_properties_can_be_forbidden),
		cmocka_unit_test(an_administrator_may_require_properties),
		cmocka_unit_test(bodies_can_be_forgotten_but_not_keys_and_associations),
		cmocka_unit_test(an_edit_shows_in_the_record),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
