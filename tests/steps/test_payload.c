/* payload: what each form makes of a value, what holds a record back, and the line as a whole. */
#include "steps/stage/payload.h"

#include "core/mem.h"
#include "schema_db.h"

#include <stdio.h>
#include <stdlib.h>

/* A row as a view gives it: the columns that every template needs, and one, v. */
#define ROW "SELECT 7 AS k, NULL AS associated_contact_id, NULL AS associated_company_id, NULL AS associated_deal_id, "

static const struct template_property v_text = {.name = "p", .form = FORM_TEXT, .column = "v"};

/* Writes the line of one property for the row `select`; adds " KIND CODE PROPERTY" for each finding, and " held". */
static void
write_line(struct db *db, const char *zone_name, const struct template_property *property, const char *select,
	const struct payload_links *links, struct buf *out)
{
	struct template_property properties[] = {*property};
	const struct template template = {.activity = CALLS,
		.place = "payloads/calls.json",
		.object = "calls",
		.key = "key",
		.key_column = "k",
		.properties = properties,
		.property_count = 1,
		.contact = 194,
		.company = 182,
		.deal = 206};
	struct err e = {0};
	struct zone *zone = zone_open(zone_name, &e);
	struct payload_maps *maps = payload_maps_open(db, &e);
	struct payload p = {0};
	struct query view = {0};

	if (zone == NULL || maps == NULL || !query_open(&view, db, "row", select, &e) ||
		!payload_open(&p, &template, &view, maps, zone, &e) || query_next(&view, &e) != QUERY_ROW)
		fail_msg("%s: %s", select, e.text);
	payload_write(&p, &view, links, out);
	for (int i = 0; i < p.finding_count; i++)
		buf_format(out, " %s %s %s", p.findings[i].kind, p.findings[i].code, p.findings[i].property);
	buf_text(out, p.held ? " held" : "");
	payload_close(&p);
	query_close(&view);
	payload_maps_close(maps);
	zone_close(zone);
}

struct form_case {
	struct template_property property;
	const char *columns; /* SQL expressions */
	const char *want;    /* the properties behind the key */
	const char *told;    /* what is told of them */
};

#define TEXT  .name = "p", .form = FORM_TEXT, .column = "v"
#define HTML  .name = "p", .form = FORM_HTML, .column = "v"
#define TIME  .name = "p", .form = FORM_DATETIME, .column = "v"
#define OWNER .name = "p", .form = FORM_OWNER, .column = "v"
#define MAP   .name = "p", .form = FORM_MAP, .column = "v", .map = "hs_email_direction"

static const struct form_case forms[] = {
	{{TEXT}, "'a' AS v", ",\"p\":\"a\"", ""},
	{{TEXT}, "NULL AS v", "", ""},
	{{TEXT}, "'' AS v", ",\"p\":\"\"", ""},
	{{TEXT}, "42 AS v", ",\"p\":\"42\"", ""},
	{{TEXT}, "char(34, 92, 10, 9, 7, 0x1F600) AS v", ",\"p\":\"\\\"\\\\\\n\\t\xF0\x9F\x98\x80\"", ""},
	{{TEXT, .missing = OTHERWISE_HOLD}, "NULL AS v", "", " held MISSING_REQUIRED_PROPERTY p held"},
	{{TEXT, .unless_equal = "w"}, "'same' AS v, 'same' AS w", "", ""},
	{{TEXT, .unless_equal = "w"}, "'same' AS v, 'other' AS w", ",\"p\":\"same\"", ""},
	{{HTML}, "'a < b & c > d' AS v", ",\"p\":\"a &lt; b &amp; c &gt; d\"", ""},
	{{HTML}, "'a' || char(10) || 'b' || char(13, 10) || 'c' AS v", ",\"p\":\"a<br>b<br>c\"", ""},
	{{HTML}, "'a' || char(1) || 'b' AS v", ",\"p\":\"ab\"", ""},
	{{TIME}, "'2024-01-15 09:30:00' AS v", ",\"p\":\"2024-01-15T08:30:00.000Z\"", ""},
	{{TIME}, "'2024-07-15 09:30:00.25' AS v", ",\"p\":\"2024-07-15T07:30:00.250Z\"", ""},
	{{TIME}, "'2024-10-27 02:30:00' AS v", ",\"p\":\"2024-10-27T00:30:00.000Z\"", " flagged TIME_EXISTS_TWICE p"},
	{{TIME}, "'2024-03-31 02:30:00' AS v", ",\"p\":\"2024-03-31T01:30:00.000Z\"", " flagged TIME_DOES_NOT_EXIST p"},
	{{TIME, .missing = OTHERWISE_HOLD}, "NULL AS v", "", " held MISSING_REQUIRED_PROPERTY p held"},
	{{MAP}, "'Outgoing' AS v", ",\"p\":\"EMAIL\"", ""},
	{{MAP, .unmapped = OTHERWISE_OMIT}, "'sideways' AS v", "", ""},
	{{MAP, .unmapped = OTHERWISE_KEEP}, "'sideways' AS v", ",\"p\":\"sideways\"", ""},
	{{MAP, .unmapped = OTHERWISE_HOLD}, "'sideways' AS v", "", " held INVALID_OPTION p held"},
	{{OWNER}, "'4711' AS v", ",\"p\":\"4711\"", ""},
	{{OWNER}, "'Ann' AS v", "", ""},
	{{.name = "p", .form = FORM_FIXED, .value = "WHATS_APP"}, "NULL AS v", ",\"p\":\"WHATS_APP\"", ""},
};

static void
every_form_makes_of_a_value_what_hubspot_takes_or_says_why_not(void **state)
{
	const struct payload_links none = {0};
	struct buf got = {0};
	int failures = 0;

	for (size_t i = 0; i < COUNT(forms); i++) {
		char *select = mem_format(ROW "%s", forms[i].columns);
		char *want = mem_format(
			"{\"properties\":{\"key\":\"7\"%s},\"associations\":[],\"objectWriteTraceId\":\"7\"}%s",
			forms[i].want, forms[i].told);

		buf_reset(&got);
		write_line(*state, "Europe/Paris", &forms[i].property, select, &none, &got);
		if (strcmp(got.bytes, want) != 0) {
			print_error("%s\nwant %s\ngot  %s\n", forms[i].columns, want, got.bytes);
			failures++;
		}
		free(select);
		free(want);
	}
	buf_clear(&got);
	assert_int_equal(failures, 0);
}

static void
what_is_sent_has_at_most_hubspot_s_length_counted_after_escaping(void **state)
{
	static const struct {
		struct template_property property;
		const char *columns;
		bool held;
	} cases[] = {
		{{TEXT}, "printf('%.*c', 65536, 'x') AS v", false},
		{{TEXT}, "printf('%.*c', 65537, 'x') AS v", true},
		{{TEXT}, "replace(printf('%.*c', 32768, 'x'), 'x', char(0x1F600)) AS v", false},
		{{TEXT}, "replace(printf('%.*c', 32768, 'x'), 'x', char(0x1F600)) || 'y' AS v", true},
		{{HTML}, "printf('%.*c', 65531, 'x') || '&' AS v", false},
		{{HTML}, "printf('%.*c', 65532, 'x') || '&' AS v", true},
		{{HTML}, "printf('%.*c', 65536, char(1)) || 'x' AS v", false},
	};
	const struct payload_links none = {0};
	struct buf got = {0};
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++) {
		char *select = mem_format(ROW "%s", cases[i].columns);

		buf_reset(&got);
		write_line(*state, "UTC", &cases[i].property, select, &none, &got);
		if ((strstr(got.bytes, " held PROPERTY_TOO_LONG p held") != NULL) != cases[i].held) {
			print_error("%s: %s\n", cases[i].columns, cases[i].held ? "not held" : "held");
			failures++;
		}
		free(select);
	}
	buf_clear(&got);
	assert_int_equal(failures, 0);
}

static void
the_headers_of_an_email_have_only_addresses_that_are_some(void **state)
{
	static const struct template_property headers = {.name = "h",
		.form = FORM_EMAIL_HEADERS,
		.from = {.email = "f", .first_name = "first"},
		.to = {.email = "t"}};
	static const struct {
		const char *columns, *want, *told;
	} cases[] = {
		{"'a@example.com' AS f, 'Ann' AS first, 'b@example.org' AS t",
			",\"h\":\"{\\\"from\\\":{\\\"email\\\":\\\"a@example.com\\\",\\\"firstName\\\":\\\"Ann\\\"},"
			"\\\"to\\\":[{\\\"email\\\":\\\"b@example.org\\\"}],\\\"cc\\\":[],\\\"bcc\\\":[]}\"",
			""},
		{"'a@example.com' AS f, NULL AS first, 'not an address' AS t",
			",\"h\":\"{\\\"from\\\":{\\\"email\\\":\\\"a@example.com\\\"},\\\"to\\\":[],\\\"cc\\\":[],"
			"\\\"bcc\\\":[]}\"",
			" left_out INVALID_EMAIL t"},
		{"NULL AS f, 'Ann' AS first, NULL AS t", "", ""},
		{"'x' AS f, NULL AS first, NULL AS t", "", " left_out INVALID_EMAIL f"},
	};
	const struct payload_links none = {0};
	struct buf got = {0};
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++) {
		char *select = mem_format(ROW "%s", cases[i].columns);
		char *want = mem_format(
			"{\"properties\":{\"key\":\"7\"%s},\"associations\":[],\"objectWriteTraceId\":\"7\"}%s",
			cases[i].want, cases[i].told);

		buf_reset(&got);
		write_line(*state, "UTC", &headers, select, &none, &got);
		if (strcmp(got.bytes, want) != 0) {
			print_error("%s\nwant %s\ngot  %s\n", cases[i].columns, want, got.bytes);
			failures++;
		}
		free(select);
		free(want);
	}
	buf_clear(&got);
	assert_int_equal(failures, 0);
}

static void
every_record_is_associated_once_with_the_row_s_own_first(void **state)
{
	int64_t contacts[] = {22, 11, 22}, companies[] = {31};
	const struct payload_links links = {contacts, companies, 3, 1};
	struct buf got = {0};

	write_line(*state, "UTC", &v_text,
		"SELECT 7 AS k, NULL AS v, 11 AS associated_contact_id, NULL AS associated_company_id, "
		"41 AS associated_deal_id",
		&links, &got);
	assert_string_equal(got.bytes, "{\"properties\":{\"key\":\"7\"},\"associations\":["
				       "{\"to\":{\"id\":\"11\"},\"types\":[{\"associationCategory\":\"HUBSPOT_"
				       "DEFINED\",\"associationTypeId\":194}]},"
				       "{\"to\":{\"id\":\"22\"},\"types\":[{\"associationCategory\":\"HUBSPOT_"
				       "DEFINED\",\"associationTypeId\":194}]},"
				       "{\"to\":{\"id\":\"31\"},\"types\":[{\"associationCategory\":\"HUBSPOT_"
				       "DEFINED\",\"associationTypeId\":182}]},"
				       "{\"to\":{\"id\":\"41\"},\"types\":[{\"associationCategory\":\"HUBSPOT_"
				       "DEFINED\",\"associationTypeId\":206}]}"
				       "],\"objectWriteTraceId\":\"7\"}");
	buf_clear(&got);
}

static void
a_column_that_the_view_has_not_is_the_template_s_fault(void **state)
{
	const struct template template = {.activity = CALLS, .place = "payloads/calls.json", .key_column = "absent"};
	struct payload p = {0};
	struct query view = {0};
	struct err e = {0};

	assert_true(query_open(&view, *state, "row", ROW "1 AS v", &e));
	assert_false(payload_open(&p, &template, &view, NULL, NULL, &e));
	assert_int_equal(e.kind, ERR_USAGE);
	assert_string_equal(e.text, "payloads/calls.json:1: v_ic_calls_staging has no column 'absent'");
	payload_close(&p);
	query_close(&view);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			every_form_makes_of_a_value_what_hubspot_takes_or_says_why_not, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(what_is_sent_has_at_most_hubspot_s_length_counted_after_escaping,
			schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(
			the_headers_of_an_email_have_only_addresses_that_are_some, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(
			every_record_is_associated_once_with_the_row_s_own_first, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(
			a_column_that_the_view_has_not_is_the_template_s_fault, schema_setup, schema_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
