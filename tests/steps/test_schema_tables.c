#include "schema_db.h"

#include <stdio.h>

#define GENERAL                                                                                                        \
	"id ic_communication_master_id activity_date activity_assigned_to activity_created_by create_date "            \
	"last_modified_date "
#define ENDING                                                                                                         \
	" associated_contact_id associated_company_id associated_deal_id hubspot_api_payload api_push_status "         \
	"hubspot_engagement_id error_message created_at pushed_at last_updated"
#define RECONCILED                                                                                                     \
	" legacy_properties properties_to_update reconciliation_status match_confidence notes created_at last_updated"

static const struct {
	const char *name;
	int count;
	const char *columns;
} tables[] = {
	{"ic_communication_master", 36,
		"id comm_communicationid comm_opportunityid comm_caseid comm_type comm_action comm_status "
		"comm_priority "
		"comm_datetime comm_todatetime comm_note comm_subject comm_email_clean comm_createddate "
		"comm_updateddate "
		"comm_originaldatetime comm_originaltodatetime person_id person_firstname person_lastname "
		"person_emailaddress company_id company_name derived_activity_type is_task_eligible "
		"hubspot_contact_id "
		"hubspot_company_id hubspot_deal_id staging_status api_push_status api_engagement_id is_orphaned "
		"error_message created_at processed_at last_updated"},
	{"ic_calls", 26,
		GENERAL "call_title call_notes call_direction call_duration_ms call_status call_outcome call_source "
			"from_number to_number" ENDING},
	{"ic_emails", 29,
		GENERAL "email_subject email_body email_direction email_from_address email_to_address "
			"email_send_status "
			"email_open_rate email_click_rate email_reply_rate number_of_email_opens "
			"number_of_email_clicks "
			"number_of_email_replies" ENDING},
	{"ic_meetings", 30,
		GENERAL "meeting_name meeting_description meeting_start_time meeting_end_time internal_meeting_notes "
			"meeting_location location_type meeting_outcome meeting_source outcome_completed_count "
			"outcome_canceled_count outcome_no_show_count outcome_rescheduled_count" ENDING},
	{"ic_notes", 18, GENERAL "note_body" ENDING},
	{"ic_tasks", 28,
		GENERAL "task_title task_notes due_date task_status completed_at task_priority task_type is_overdue "
			"reminder_date source_type source_case_id" ENDING},
	{"ic_communications", 20, GENERAL "communication_body channel_type logged_from" ENDING},
	{"ic_postal_mail", 19, GENERAL "postal_mail_body body_preview" ENDING},
	{"contacts_reconciliation", 18,
		"id legacy_contact_id hubspot_contact_id legacy_email hubspot_email legacy_firstname legacy_lastname "
		"hubspot_firstname hubspot_lastname legacy_company_id hubspot_company_id" RECONCILED},
	{"companies_reconciliation", 14,
		"id legacy_company_id hubspot_company_id legacy_name hubspot_name legacy_domain "
		"hubspot_domain" RECONCILED},
	{"deals_reconciliation", 18,
		"id legacy_deal_id hubspot_deal_id legacy_dealname hubspot_dealname legacy_amount hubspot_amount "
		"legacy_company_id hubspot_company_id legacy_contact_id hubspot_contact_id" RECONCILED},
	{"reconciliation_log", 9,
		"id operation entity_type legacy_id hubspot_id status error_message execution_time_ms timestamp"},
};

static void
a_table_has_the_columns_of_the_contract_in_its_order(void **state)
{
	int failures = 0;

	for (size_t i = 0; i < COUNT(tables); i++) {
		char count[8];

		snprintf(count, sizeof count, "%d", tables[i].count);
		failures += schema_differs(
			*state, tables[i].name, count, "SELECT count(*) FROM pragma_table_info(%Q)", tables[i].name);
		failures += schema_differs(*state, tables[i].name, tables[i].columns,
			"SELECT group_concat(name, ' ') FROM (SELECT name FROM pragma_table_info(%Q) ORDER BY cid)",
			tables[i].name);
	}
	assert_int_equal(failures, 0);
}

static void
a_column_is_not_null_where_the_contract_says_so_and_nowhere_else(void **state)
{
	static const char *const cases[][2] = {
		{"ic_communication_master",
			"comm_communicationid comm_type comm_datetime comm_createddate derived_activity_type"},
		{"ic_calls", "ic_communication_master_id activity_date"},
		{"ic_emails", "ic_communication_master_id activity_date"},
		{"ic_meetings", "ic_communication_master_id activity_date meeting_start_time"},
		{"ic_notes", "ic_communication_master_id activity_date note_body"},
		{"ic_tasks", "ic_communication_master_id activity_date task_title"},
		{"ic_communications", "ic_communication_master_id activity_date communication_body"},
		{"ic_postal_mail", "ic_communication_master_id activity_date postal_mail_body"},
		{"reconciliation_log", "operation entity_type"},
	};
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++)
		failures += schema_differs(*state, cases[i][0], cases[i][1],
			"SELECT group_concat(name, ' ') FROM pragma_table_info(%Q) WHERE \"notnull\"", cases[i][0]);
	assert_int_equal(failures, 0);
}

static void
a_column_that_is_not_given_has_the_default_of_the_contract(void **state)
{
	static const char *const cases[][3] = {
		{"ic_communication_master", "is_task_eligible", "0"},
		{"ic_communication_master", "staging_status", "'pending'"},
		{"ic_communication_master", "api_push_status", "NULL"},
		{"ic_communication_master", "is_orphaned", "0"},
		{"ic_calls", "call_source", "'Integration'"},
		{"ic_calls", "api_push_status", "'pending'"},
		{"ic_emails", "number_of_email_opens", "0"},
		{"ic_emails", "number_of_email_clicks", "0"},
		{"ic_emails", "number_of_email_replies", "0"},
		{"ic_emails", "email_open_rate", "NULL"},
		{"ic_meetings", "meeting_source", "'Import'"},
		{"ic_meetings", "outcome_completed_count", "0"},
		{"ic_meetings", "outcome_canceled_count", "0"},
		{"ic_meetings", "outcome_no_show_count", "0"},
		{"ic_meetings", "outcome_rescheduled_count", "0"},
		{"ic_tasks", "task_status", "'NOT_STARTED'"},
		{"ic_tasks", "task_type", "'TODO'"},
		{"ic_communications", "logged_from", "'API'"},
		{"ic_postal_mail", "api_push_status", "'pending'"},
	};
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++)
		failures += schema_differs(*state, cases[i][1], cases[i][2],
			"SELECT dflt_value FROM pragma_table_info(%Q) WHERE name = %Q", cases[i][0], cases[i][1]);
	assert_int_equal(failures, 0);
}

static void
every_table_is_strict(void **state)
{
	assert_int_equal(schema_differs(*state, "tables that are not", "NULL",
				 "SELECT group_concat(name) FROM pragma_table_list WHERE schema = 'main' "
				 "AND type = 'table' AND NOT strict AND name NOT GLOB 'sqlite_*'"),
		0);
}

static void
a_derivative_hangs_on_its_master_row(void **state)
{
	int failures = 0;

	for (size_t i = 1; i < 8; i++)
		failures += schema_differs(*state, tables[i].name, "ic_communication_master_id -> id CASCADE",
			"SELECT \"from\" || ' -> ' || \"to\" || ' ' || on_delete FROM pragma_foreign_key_list(%Q) "
			"WHERE \"table\" = 'ic_communication_master'",
			tables[i].name);
	schema_run(*state, "PRAGMA foreign_keys = ON");
	schema_master(*state, 7, "notes");
	schema_run(*state, "INSERT INTO ic_notes (ic_communication_master_id, activity_date, note_body) "
			   "VALUES (7, '2024-05-06 07:08:09', 'x')");
	schema_run(*state, "DELETE FROM ic_communication_master");
	failures += schema_differs(*state, "notes left", "0", "SELECT count(*) FROM ic_notes");
	assert_int_equal(failures, 0);
}

static void
the_file_says_what_it_is(void **state)
{
	int failures = schema_differs(*state, "application_id", "1213420615", "PRAGMA application_id") +
		       schema_differs(*state, "user_version", "1", "PRAGMA user_version");

	assert_int_equal(failures, 0);
	assert_int_equal(sql_identity.application_id, 1213420615);
	assert_int_equal(sql_identity.user_version, 1);
}

static void
the_settings_of_the_plan_are_the_columns_of_this_run(void **state)
{
	const struct embedded *file = embedded_find("schema/rules/plan/settings.json");

	assert_non_null(file);
	assert_int_equal(schema_differs(*state, "settings", "NULL",
				 "SELECT group_concat(name) FROM (SELECT name FROM pragma_table_info('this_run') "
				 "WHERE cid >= 5 AND name NOT IN (SELECT key FROM json_each(%Q)) "
				 "UNION ALL SELECT key FROM json_each(%Q) "
				 "WHERE key NOT IN (SELECT name FROM pragma_table_info('this_run') WHERE cid >= 5))",
				 (const char *)file->bytes, (const char *)file->bytes),
		0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_table_has_the_columns_of_the_contract_in_its_order, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(a_column_is_not_null_where_the_contract_says_so_and_nowhere_else,
			schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(
			a_column_that_is_not_given_has_the_default_of_the_contract, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(every_table_is_strict, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(a_derivative_hangs_on_its_master_row, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(the_file_says_what_it_is, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(
			the_settings_of_the_plan_are_the_columns_of_this_run, schema_setup, schema_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
