#include "schema_db.h"

#include <stdio.h>

static const char *const derivatives[] = {
	"ic_calls", "ic_emails", "ic_meetings", "ic_notes", "ic_tasks", "ic_communications", "ic_postal_mail"};

/* One row in every table of the contract, for the cases to update. */
static int
setup(void **state)
{
	struct db *db = schema_open();

	schema_master(db, 1, "notes");
	schema_run(db,
		"INSERT INTO ic_calls (ic_communication_master_id, activity_date) VALUES (1, 'd');"
		"INSERT INTO ic_emails (ic_communication_master_id, activity_date) VALUES (1, 'd');"
		"INSERT INTO ic_meetings (ic_communication_master_id, activity_date, meeting_start_time) "
		"VALUES (1, 'd', '2024-05-06 07:08:09');"
		"INSERT INTO ic_notes (ic_communication_master_id, activity_date, note_body) VALUES (1, 'd', 'b');"
		"INSERT INTO ic_tasks (ic_communication_master_id, activity_date, task_title) VALUES (1, 'd', 't');"
		"INSERT INTO ic_communications (ic_communication_master_id, activity_date, communication_body) "
		"VALUES (1, 'd', 'b');"
		"INSERT INTO ic_postal_mail (ic_communication_master_id, activity_date, postal_mail_body) "
		"VALUES (1, 'd', 'b');"
		"INSERT INTO contacts_reconciliation (legacy_contact_id) VALUES (1)");
	*state = db;
	return 0;
}

/* 1 and a message when setting the column to this SQL value ends in another way than wanted. */
static int
set_differs(struct db *db, const char *table, const char *column, const char *value, bool accepted)
{
	int code = schema_try(db, "UPDATE %s SET %s = %s", table, column, value);

	if (code == (accepted ? SQLITE_OK : SQLITE_CONSTRAINT))
		return 0;
	print_error("%s.%s = %s\n  want it %s\n  got  %s\n", table, column, value, accepted ? "accepted" : "refused",
		code == SQLITE_OK ? "accepted" : sqlite3_errmsg(db->handle));
	return 1;
}

static void
a_column_takes_the_values_of_its_list_and_no_other(void **state)
{
	static const struct {
		const char *table, *column, *values;
	} cases[] = {
		{"ic_communication_master", "derived_activity_type",
			"calls emails meetings notes tasks communications postal_mail"},
		{"ic_communication_master", "staging_status", "pending processed error"},
		{"ic_communication_master", "api_push_status", "not_pushed pushed failed"},
		{"ic_calls", "call_direction", "INBOUND OUTBOUND"},
		{"ic_calls", "call_status",
			"BUSY CANCELED COMPLETED CONNECTING FAILED IN_PROGRESS MISSED NO_ANSWER QUEUED RINGING"},
		{"ic_emails", "email_direction", "INCOMING OUTGOING"},
		{"ic_emails", "email_send_status", "BOUNCED FAILED SCHEDULED SENDING SENT"},
		{"ic_meetings", "location_type", "PHONE_CALL ADDRESS VIDEO_CONFERENCE"},
		{"ic_meetings", "meeting_outcome", "SCHEDULED COMPLETED CANCELLED NO_SHOW RESCHEDULED"},
		{"ic_tasks", "task_priority", "LOW MEDIUM HIGH"},
		{"ic_tasks", "task_type", "TODO EMAIL CALL"},
		{"ic_tasks", "source_type", "task case"},
		{"ic_communications", "channel_type", "SMS LINKEDIN_MESSAGE WHATS_APP CUSTOM"},
		{"ic_calls", "api_push_status", "pending pushed failed"},
		{"ic_emails", "api_push_status", "pending pushed failed"},
		{"ic_meetings", "api_push_status", "pending pushed failed"},
		{"ic_notes", "api_push_status", "pending pushed failed"},
		{"ic_tasks", "api_push_status", "pending pushed failed"},
		{"ic_communications", "api_push_status", "pending pushed failed"},
		{"ic_postal_mail", "api_push_status", "pending pushed failed"},
	};
	static const char *const never[] = {"''", "'OTHER'", "'sms'", "'Pending'", "'CANCELED '", "1"};
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++) {
		char *list = sqlite3_mprintf("%s", cases[i].values), *rest = list, *word;

		while ((word = strtok_r(rest, " ", &rest)) != NULL) {
			char *value = sqlite3_mprintf("%Q", word);

			failures += set_differs(*state, cases[i].table, cases[i].column, value, true);
			sqlite3_free(value);
		}
		for (size_t k = 0; k < COUNT(never); k++)
			failures += set_differs(*state, cases[i].table, cases[i].column, never[k], false);
		sqlite3_free(list);
	}
	assert_int_equal(failures, 0);
}

static void
a_text_is_limited_in_characters_not_in_bytes(void **state)
{
	static const struct {
		const char *table, *column;
		int limit;
	} cases[] = {
		{"ic_communication_master", "comm_type", 100},
		{"ic_communication_master", "comm_action", 100},
		{"ic_communication_master", "comm_status", 100},
		{"ic_communication_master", "comm_priority", 50},
		{"ic_communication_master", "comm_email_clean", 500},
		{"ic_communication_master", "person_firstname", 200},
		{"ic_communication_master", "person_lastname", 200},
		{"ic_communication_master", "person_emailaddress", 500},
		{"ic_communication_master", "company_name", 500},
		{"ic_calls", "call_title", 500},
		{"ic_calls", "call_outcome", 100},
		{"ic_calls", "call_source", 100},
		{"ic_calls", "from_number", 100},
		{"ic_calls", "to_number", 100},
		{"ic_emails", "email_from_address", 500},
		{"ic_emails", "email_to_address", 500},
		{"ic_meetings", "meeting_name", 500},
		{"ic_meetings", "meeting_location", 500},
		{"ic_meetings", "meeting_source", 100},
		{"ic_tasks", "task_title", 500},
		{"ic_communications", "logged_from", 100},
		{"ic_postal_mail", "body_preview", 500},
	};
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++) {
		/* printf counts bytes, replace() then makes each a character of four */
		char *fits = sqlite3_mprintf("replace(printf('%%.%dc', 'a'), 'a', char(128512))", cases[i].limit);
		char *over = sqlite3_mprintf("printf('%%.%dc', 'a')", cases[i].limit + 1);

		failures += set_differs(*state, cases[i].table, cases[i].column, fits, true);
		failures += set_differs(*state, cases[i].table, cases[i].column, over, false);
		sqlite3_free(fits);
		sqlite3_free(over);
	}
	for (size_t i = 0; i < COUNT(derivatives); i++) {
		failures += set_differs(*state, derivatives[i], "activity_assigned_to",
			"replace(printf('%.500c', 'a'), 'a', 'é')", true);
		failures += set_differs(*state, derivatives[i], "activity_assigned_to", "printf('%.501c', 'a')", false);
		failures += set_differs(*state, derivatives[i], "activity_created_by", "printf('%.500c', 'a')", true);
		failures += set_differs(*state, derivatives[i], "activity_created_by", "printf('%.501c', 'a')", false);
	}
	failures += set_differs(*state, "ic_communication_master", "comm_note", "printf('%.70000c', 'a')", true);
	failures += set_differs(*state, "ic_communication_master", "comm_subject", "printf('%.70000c', 'a')", true);
	failures += set_differs(*state, "ic_emails", "email_subject", "printf('%.70000c', 'a')", true);
	assert_int_equal(failures, 0);
}

static void
a_column_takes_what_fits_its_type(void **state)
{
	static const struct {
		const char *table, *column, *value;
		bool accepted;
	} cases[] = {
		{"ic_communication_master", "comm_communicationid", "2147483647", true},
		{"ic_communication_master", "comm_communicationid", "-2147483648", true},
		{"ic_communication_master", "comm_communicationid", "2147483648", false},
		{"ic_communication_master", "comm_communicationid", "-2147483649", false},
		{"ic_communication_master", "comm_communicationid", "NULL", false},
		{"ic_communication_master", "comm_opportunityid", "2147483648", false},
		{"ic_communication_master", "comm_caseid", "-2147483649", false},
		{"ic_communication_master", "person_id", "2147483648", false},
		{"ic_communication_master", "company_id", "2147483648", false},
		{"ic_communication_master", "person_id", "'abc'", false},
		{"ic_communication_master", "person_id", "12.5", false},
		{"ic_communication_master", "person_id", "NULL", true},
		{"ic_communication_master", "hubspot_contact_id", "9223372036854775807", true},
		{"ic_communication_master", "hubspot_contact_id", "9007199254740993", true},
		{"ic_communication_master", "hubspot_contact_id", "9223372036854775808", false},
		{"ic_communication_master", "comm_type", "NULL", false},
		{"ic_communication_master", "comm_datetime", "NULL", false},
		{"ic_communication_master", "comm_createddate", "NULL", false},
		{"ic_communication_master", "derived_activity_type", "NULL", false},
		{"ic_communication_master", "comm_datetime", "'0001-01-01 00:00:00'", true},
		{"ic_communication_master", "comm_datetime", "'9999-12-31 23:59:59.999999'", true},
		{"ic_communication_master", "comm_datetime", "'2024-05-06 07:08:09.5'", true},
		{"ic_communication_master", "comm_datetime", "'2024-05-06 07:08:09.50'", false},
		{"ic_communication_master", "comm_datetime", "'2024-05-06 07:08:09.1234567'", false},
		{"ic_communication_master", "comm_datetime", "'2024-05-06 07:08:09.0'", false},
		{"ic_communication_master", "comm_datetime", "'2024-05-06 07:08:09.'", false},
		{"ic_communication_master", "comm_datetime", "'2024-05-06'", false},
		{"ic_communication_master", "comm_datetime", "'2024-05-06T07:08:09Z'", false},
		{"ic_communication_master", "comm_todatetime", "'2024-05-06 07:08'", false},
		{"ic_communication_master", "comm_updateddate", "''", false},
		{"ic_communication_master", "comm_originaldatetime", "'06/05/2024'", false},
		{"ic_communication_master", "comm_originaltodatetime", "NULL", true},
		{"ic_communication_master", "is_task_eligible", "1", true},
		{"ic_communication_master", "is_task_eligible", "2", false},
		{"ic_communication_master", "is_orphaned", "-1", false},
		{"ic_tasks", "is_overdue", "0", true},
		{"ic_tasks", "is_overdue", "2", false},
		{"ic_notes", "note_body", "NULL", false},
		{"ic_tasks", "task_title", "NULL", false},
		{"ic_communications", "communication_body", "NULL", false},
		{"ic_postal_mail", "postal_mail_body", "NULL", false},
		{"ic_meetings", "meeting_start_time", "NULL", false},
		{"ic_calls", "activity_date", "NULL", false},
		{"ic_calls", "call_duration_ms", "12.5", false},
		{"ic_emails", "email_open_rate", "12.5", true},
		{"ic_calls", "hubspot_engagement_id", "9007199254740993", true},
		{"contacts_reconciliation", "legacy_contact_id", "2147483648", false},
		{"contacts_reconciliation", "hubspot_contact_id", "9223372036854775807", true},
		{"contacts_reconciliation", "match_confidence", "'high'", false},
	};
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++)
		failures += set_differs(*state, cases[i].table, cases[i].column, cases[i].value, cases[i].accepted);
	assert_int_equal(failures, 0);
}

static void
a_meeting_may_not_end_before_it_starts(void **state)
{
	static const struct {
		const char *start, *end;
		bool accepted;
	} cases[] = {
		{"'2024-05-06 07:08:09'", "NULL", true},
		{"'2024-05-06 07:08:09'", "'2024-05-06 07:08:09'", true},
		{"'2024-05-06 07:08:09'", "'2024-05-06 07:08:08'", false},
		{"'2024-05-06 07:08:09'", "'2024-05-06 07:08:09.000001'", true},
		{"'2024-05-06 07:08:09.000001'", "'2024-05-06 07:08:09'", false},
		{"'2024-05-06 07:08:09.5'", "'2024-05-06 07:08:09.25'", false},
		{"'2024-05-06 07:08:09.25'", "'2024-05-06 07:08:09.5'", true},
		{"'2024-05-06 07:08:09.9'", "'2024-05-06 07:08:10'", true},
		{"'9999-12-31 00:00:00'", "'0001-01-01 00:00:00'", false},
	};
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++) {
		char *values = sqlite3_mprintf("(%s, %s)", cases[i].start, cases[i].end);

		failures += set_differs(
			*state, "ic_meetings", "(meeting_start_time, meeting_end_time)", values, cases[i].accepted);
		sqlite3_free(values);
	}
	assert_int_equal(failures, 0);
}

static void
a_task_has_a_status_of_its_list_and_a_date_when_completed(void **state)
{
	static const struct {
		const char *values;
		bool accepted;
	} cases[] = {
		{"('NOT_STARTED', NULL)", true},
		{"('IN_PROGRESS', NULL)", true},
		{"('WAITING', NULL)", true},
		{"('DEFERRED', NULL)", true},
		{"(NULL, NULL)", true},
		{"('COMPLETED', NULL)", false},
		{"('COMPLETED', '2024-05-06 07:08:09')", true},
		{"('CLOSED', NULL)", false},
	};
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++)
		failures += set_differs(
			*state, "ic_tasks", "(task_status, completed_at)", cases[i].values, cases[i].accepted);
	assert_int_equal(failures, 0);
}

static void
a_derivative_without_a_master_row_is_refused(void **state)
{
	schema_run(*state, "PRAGMA foreign_keys = ON");
	for (size_t i = 0; i < COUNT(derivatives); i++)
		assert_int_equal(set_differs(*state, derivatives[i], "ic_communication_master_id", "2", false), 0);
}

static void
a_refusal_says_in_words_what_is_wrong(void **state)
{
	static const char *const cases[][2] = {
		{"UPDATE ic_meetings SET meeting_end_time = '0001-01-01 00:00:00'",
			"CHECK constraint failed: the meeting ends before it starts"},
		{"UPDATE ic_tasks SET task_status = 'COMPLETED'",
			"CHECK constraint failed: a completed task has no completed_at"},
		{"INSERT INTO classification_rule (activity) VALUES ('call')",
			"CHECK constraint failed: activity is one of the seven types"},
		{"INSERT INTO classification_rule (person) VALUES ('maybe')",
			"CHECK constraint failed: person is yes, no or empty"},
		{"INSERT INTO classification_rule (activity, direction) VALUES ('calls', 'INCOMING')",
			"CHECK constraint failed: direction is INBOUND or OUTBOUND for calls, INCOMING or OUTGOING for "
			"emails, "
			"else empty"},
		{"INSERT INTO classification_rule (activity, activity_status) VALUES ('tasks', 'SENT')",
			"CHECK constraint failed: activity_status is a status of the activity's own table"},
		{"INSERT INTO classification_rule (activity_status) VALUES ('SENT')",
			"CHECK constraint failed: activity_status is a status of the activity's own table"},
		{"INSERT INTO classification_rule (decision) VALUES ('drop')",
			"CHECK constraint failed: decision is derive, hold, skip or empty"},
		{"INSERT INTO rule_value VALUES ('call_status', 'Done', 'COMPLETED')",
			"CHECK constraint failed: source is in lower case, without white space around it"},
		{"INSERT INTO rule_value VALUES ('call_status', 'done' || char(160), 'COMPLETED')",
			"CHECK constraint failed: source is in lower case, without white space around it"},
	};
	struct db *db = *state;
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++) {
		schema_try(db, "%s", cases[i][0]);
		if (strcmp(sqlite3_errmsg(db->handle), cases[i][1]) != 0) {
			print_error("%s\n  want %s\n  got  %s\n", cases[i][0], cases[i][1], sqlite3_errmsg(db->handle));
			failures++;
		}
	}
	assert_int_equal(failures, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_column_takes_the_values_of_its_list_and_no_other, setup, schema_teardown),
		cmocka_unit_test_setup_teardown(a_text_is_limited_in_characters_not_in_bytes, setup, schema_teardown),
		cmocka_unit_test_setup_teardown(a_column_takes_what_fits_its_type, setup, schema_teardown),
		cmocka_unit_test_setup_teardown(a_meeting_may_not_end_before_it_starts, setup, schema_teardown),
		cmocka_unit_test_setup_teardown(
			a_task_has_a_status_of_its_list_and_a_date_when_completed, setup, schema_teardown),
		cmocka_unit_test_setup_teardown(a_derivative_without_a_master_row_is_refused, setup, schema_teardown),
		cmocka_unit_test_setup_teardown(a_refusal_says_in_words_what_is_wrong, setup, schema_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
