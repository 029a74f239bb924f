/* Each derivation rule as a table: the columns of a communication (all others are NULL, the start is 2024-05-06
 * 07:08:09, created at 07:00:00) and the derived column that must come of them. As-of is 2024-06-01 12:00:00. */
#include "schema_db.h"

#include <stdio.h>

struct rule {
	const char *given; /* assignments to the master's columns, "" for none */
	const char *column;
	const char *want;
};

static void
check(struct db *db, const char *activity, const struct rule *rules, size_t count)
{
	int failures = 0;

	for (size_t i = 0; i < count; i++) {
		char *what = sqlite3_mprintf("%s: %s -> %s", activity, rules[i].given, rules[i].column);

		schema_run(db, "DELETE FROM ic_communication_master");
		schema_master(db, 7, activity);
		if (rules[i].given[0] != '\0')
			schema_run(db, "UPDATE ic_communication_master SET %s", rules[i].given);
		failures += schema_differs(
			db, what, rules[i].want, "SELECT %s FROM v_ic_%s_staging", rules[i].column, activity);
		sqlite3_free(what);
	}
	assert_int_equal(failures, 0);
}

#define CHECK(db, activity, rules) check(db, activity, rules, COUNT(rules))

#define ANN "person_firstname = 'Ann', person_lastname = 'Lee'"

static void
every_type_takes_the_general_columns_from_the_master(void **state)
{
	static const char *const activities[] = {
		"calls", "emails", "meetings", "notes", "communications", "postal_mail", "tasks"};
	static const struct rule rules[] = {
		{"", "ic_communication_master_id", "7"},
		{"", "payload_key", "7"},
		{"", "activity_date", "2024-05-06 07:08:09"},
		{"", "create_date", "2024-05-06 07:00:00"},
		{"", "last_modified_date", "NULL"},
		{"comm_updateddate = '2024-05-07 00:00:00.25'", "last_modified_date", "2024-05-07 00:00:00.25"},
		{"", "activity_assigned_to", "NULL"},
		{"", "activity_created_by", "NULL"},
		{"", "associated_contact_id", "NULL"},
		{"person_id = 5, hubspot_contact_id = 9007199254740993", "associated_contact_id", "9007199254740993"},
		{"hubspot_company_id = 9223372036854775807", "associated_company_id", "9223372036854775807"},
		{"hubspot_deal_id = 12", "associated_deal_id", "12"},
	};

	for (size_t i = 0; i < COUNT(activities); i++)
		CHECK(*state, activities[i], rules);
}

static void
a_call_has_its_title_status_direction_and_outcome(void **state)
{
	static const struct rule rules[] = {
		{"comm_subject = 'Hello', " ANN, "call_title", "Hello"},
		{ANN, "call_title", "Call - Ann Lee"},
		{"person_firstname = 'Ann'", "call_title", "Call - Unknown"},
		{"person_lastname = 'Lee', company_name = 'Acme'", "call_title", "Call - Unknown"},
		{"", "call_title", "Call - Unknown"},
		{"comm_subject = printf('%.501c', 'a')", "length(call_title)", "500"},
		{"comm_subject = printf('%.501c', 'a')", "length(payload_title)", "501"},
		{"comm_subject = replace(printf('%.600c', 'a'), 'a', 'é')", "length(call_title)", "500"},
		{"comm_subject = replace(printf('%.500c', 'a'), 'a', 'é')", "call_title = payload_title", "1"},
		{ANN, "payload_title", "Call - Ann Lee"},
		{"comm_note = ' as it is '", "call_notes", " as it is "},
		{"", "call_notes", "NULL"},
		{"comm_action = 'inbound'", "call_direction", "INBOUND"},
		{"comm_action = 'Incoming'", "call_direction", "INBOUND"},
		{"comm_action = 'RECEIVED'", "call_direction", "INBOUND"},
		{"comm_action = ' in' || char(160)", "call_direction", "INBOUND"},
		{"comm_action = 'i n'", "call_direction", "OUTBOUND"},
		{"comm_action = 'PhoneIn'", "call_direction", "OUTBOUND"},
		{"comm_action = '*'", "call_direction", "OUTBOUND"},
		{"", "call_direction", "OUTBOUND"},
		{"comm_status = 'Completed'", "call_status", "COMPLETED"},
		{"comm_status = 'done'", "call_status", "COMPLETED"},
		{"comm_status = 'finished'", "call_status", "COMPLETED"},
		{"comm_status = 'successful'", "call_status", "COMPLETED"},
		{"comm_status = 'missed'", "call_status", "NO_ANSWER"},
		{"comm_status = 'No Answer'", "call_status", "NO_ANSWER"},
		{"comm_status = 'noanswer'", "call_status", "NO_ANSWER"},
		{"comm_status = 'unanswered'", "call_status", "NO_ANSWER"},
		{"comm_status = 'no  answer'", "call_status", "COMPLETED"},
		{"comm_status = 'busy'", "call_status", "BUSY"},
		{"comm_status = 'cancelled'", "call_status", "CANCELED"},
		{"comm_status = 'canceled'", "call_status", "CANCELED"},
		{"comm_status = 'failed'", "call_status", "FAILED"},
		{"comm_status = 'error'", "call_status", "FAILED"},
		{"comm_status = 'in progress'", "call_status", "IN_PROGRESS"},
		{"comm_status = 'ongoing'", "call_status", "IN_PROGRESS"},
		{"comm_status = 'active'", "call_status", "IN_PROGRESS"},
		{"comm_status = 'ringing'", "call_status", "RINGING"},
		{"comm_status = 'calling'", "call_status", "RINGING"},
		{"comm_status = 'Pending'", "call_status", "COMPLETED"},
		{"", "call_status", "COMPLETED"},
		{"comm_status = ' No Answer '", "call_outcome", " No Answer "},
		{"", "call_outcome", "Connected"},
		{"", "call_source", "Integration"},
		{"", "from_number", "NULL"},
		{"", "to_number", "NULL"},
	};

	CHECK(*state, "calls", rules);
}

#define BETWEEN(from, to) "comm_datetime = '" from "', comm_todatetime = '" to "'"

static void
a_call_lasts_exact_milliseconds(void **state)
{
	static const struct rule rules[] = {
		{"", "call_duration_ms", "NULL"},
		{BETWEEN("2024-05-06 07:08:09", "2024-05-06 07:08:09"), "call_duration_ms", "NULL"},
		{BETWEEN("2024-05-06 07:08:09", "2024-05-06 07:08:08"), "call_duration_ms", "NULL"},
		{BETWEEN("2024-05-06 07:08:09", "2024-05-06 07:08:10"), "call_duration_ms", "1000"},
		{BETWEEN("2024-02-28 23:59:59", "2024-03-01 00:00:00"), "call_duration_ms", "86401000"},
		{BETWEEN("2023-02-28 23:59:59", "2023-03-01 00:00:00"), "call_duration_ms", "1000"},
		{BETWEEN("0001-01-01 00:00:00", "9999-12-31 23:59:59"), "call_duration_ms", "315537897599000"},
		{BETWEEN("1969-12-31 23:59:59", "1970-01-01 00:00:01"), "call_duration_ms", "2000"},
		{BETWEEN("2024-05-06 07:08:09", "2024-05-06 07:08:09.001"), "call_duration_ms", "1"},
		{BETWEEN("2024-05-06 07:08:09", "2024-05-06 07:08:09.000999"), "call_duration_ms", "0"},
		{BETWEEN("2024-05-06 07:08:09.0009", "2024-05-06 07:08:09.002"), "call_duration_ms", "1"},
		{BETWEEN("2024-05-06 07:08:09.9995", "2024-05-06 07:08:10"), "call_duration_ms", "0"},
		{BETWEEN("2024-05-06 07:08:09.999", "2024-05-06 07:08:10"), "call_duration_ms", "1"},
		{BETWEEN("2024-05-06 07:08:09.999999", "2024-05-06 07:08:11.999998"), "call_duration_ms", "1999"},
		{BETWEEN("2024-05-06 07:08:09.999999", "2024-05-06 07:08:11.999999"), "call_duration_ms", "2000"},
		{BETWEEN("2024-05-06 07:08:09.5", "2024-05-06 07:08:09.25"), "call_duration_ms", "NULL"},
		{BETWEEN("2024-05-06 07:08:09.25", "2024-05-06 07:08:09.5"), "call_duration_ms", "250"},
		{BETWEEN("2024-05-06 07:08:59.9999", "2024-05-06 07:09:59.9999"), "call_duration_ms", "60000"},
		{BETWEEN("0001-01-01 00:00:00.000001", "9999-12-31 23:59:59.999999"), "call_duration_ms",
			"315537897599999"},
		{BETWEEN("2024-05-06 07:08:09", "2024-05-06 07:08:10"), "typeof(call_duration_ms)", "integer"},
		{BETWEEN("2024-05-06 07:08:09.1", "2024-05-06 07:08:10"), "typeof(call_duration_ms)", "integer"},
	};

	CHECK(*state, "calls", rules);
}

#define CLEAN  "comm_email_clean = 'bob@example.org'"
#define PERSON "person_emailaddress = 'ann@example.com'"

static void
an_email_goes_from_the_right_side_to_the_other(void **state)
{
	static const struct rule rules[] = {
		{"comm_action = 'outbound', " CLEAN ", " PERSON, "email_from_address", "ann@example.com"},
		{"comm_action = 'outbound', " CLEAN ", " PERSON, "email_to_address", "bob@example.org"},
		{"comm_action = 'Outgoing', " CLEAN, "email_from_address", "noreply@company.com"},
		{"comm_action = 'SENT', " CLEAN, "email_to_address", "bob@example.org"},
		{"comm_action = ' out ', " PERSON, "email_from_address", "ann@example.com"},
		{"comm_action = 'out', " PERSON, "email_to_address", "ann@example.com"},
		{"comm_action = 'out'", "email_from_address", "noreply@company.com"},
		{"comm_action = 'out'", "email_to_address", "NULL"},
		{"comm_action = 'inbound', " CLEAN ", " PERSON, "email_from_address", "bob@example.org"},
		{"comm_action = 'inbound', " CLEAN ", " PERSON, "email_to_address", "ann@example.com"},
		{"comm_action = 'in', " PERSON, "email_from_address", "ann@example.com"},
		{"comm_action = 'in', " CLEAN, "email_to_address", "info@company.com"},
		{"comm_action = 'in'", "email_from_address", "NULL"},
		{"comm_action = 'EmailOut', " CLEAN ", " PERSON, "email_from_address", "bob@example.org"},
		{CLEAN ", " PERSON, "email_from_address", "bob@example.org"},
		{CLEAN ", " PERSON, "email_to_address", "ann@example.com"},
		{PERSON, "email_from_address", "ann@example.com"},
		{"", "email_from_address", "NULL"},
		{"", "email_to_address", "info@company.com"},
	};

	CHECK(*state, "emails", rules);
}

static void
the_person_s_names_go_with_the_person_s_address(void **state)
{
	static const struct rule rules[] = {
		{"comm_action = 'out', " ANN ", " CLEAN ", " PERSON, "payload_from_firstname", "Ann"},
		{"comm_action = 'out', " ANN ", " CLEAN ", " PERSON, "payload_from_lastname", "Lee"},
		{"comm_action = 'out', " ANN ", " CLEAN ", " PERSON, "payload_to_firstname", "NULL"},
		{"comm_action = 'out', " ANN ", " CLEAN ", " PERSON, "payload_to_lastname", "NULL"},
		{"comm_action = 'in', " ANN ", " CLEAN ", " PERSON, "payload_from_firstname", "NULL"},
		{"comm_action = 'in', " ANN ", " CLEAN ", " PERSON, "payload_from_lastname", "NULL"},
		{"comm_action = 'in', " ANN ", " CLEAN ", " PERSON, "payload_to_firstname", "Ann"},
		{"comm_action = 'in', " ANN ", " CLEAN ", " PERSON, "payload_to_lastname", "Lee"},
		{"comm_action = 'out', " ANN ", " PERSON, "payload_from_firstname", "Ann"},
		{"comm_action = 'out', " ANN ", " PERSON, "payload_to_firstname", "Ann"},
		{"comm_action = 'in', " ANN ", " PERSON, "payload_from_lastname", "Lee"},
		{"comm_action = 'out', " ANN ", " CLEAN, "payload_from_firstname", "NULL"},
		{"comm_action = 'in', " ANN ", " CLEAN, "payload_to_lastname", "NULL"},
		{"person_firstname = 'Ann', " PERSON, "payload_to_firstname", "Ann"},
		{"person_firstname = 'Ann', " PERSON, "payload_to_lastname", "NULL"},
	};

	CHECK(*state, "emails", rules);
}

static void
an_email_has_its_subject_direction_and_status(void **state)
{
	static const struct rule rules[] = {
		{"comm_subject = 'RE: x'", "email_subject", "RE: x"},
		{"", "email_subject", "Email - No Subject"},
		{"comm_subject = printf('%.70000c', 'a')", "length(email_subject)", "70000"},
		{"", "payload_title", "Email - No Subject"},
		{"comm_note = '<p>x</p>'", "email_body", "<p>x</p>"},
		{"comm_action = 'inbound'", "email_direction", "INCOMING"},
		{"comm_action = 'incoming'", "email_direction", "INCOMING"},
		{"comm_action = 'received'", "email_direction", "INCOMING"},
		{"comm_action = 'in'", "email_direction", "INCOMING"},
		{"comm_action = 'outbound'", "email_direction", "OUTGOING"},
		{"comm_action = 'outgoing'", "email_direction", "OUTGOING"},
		{"comm_action = 'sent'", "email_direction", "OUTGOING"},
		{"comm_action = 'out'", "email_direction", "OUTGOING"},
		{"comm_action = 'EmailIn'", "email_direction", "OUTGOING"},
		{"", "email_direction", "OUTGOING"},
		{"comm_status = 'sent'", "email_send_status", "SENT"},
		{"comm_status = 'delivered'", "email_send_status", "SENT"},
		{"comm_status = 'completed'", "email_send_status", "SENT"},
		{"comm_status = 'successful'", "email_send_status", "SENT"},
		{"comm_status = 'failed'", "email_send_status", "FAILED"},
		{"comm_status = 'error'", "email_send_status", "FAILED"},
		{"comm_status = 'Bounced'", "email_send_status", "FAILED"},
		{"comm_status = 'scheduled'", "email_send_status", "SCHEDULED"},
		{"comm_status = 'pending'", "email_send_status", "SCHEDULED"},
		{"comm_status = 'sending'", "email_send_status", "SENDING"},
		{"comm_status = 'in progress'", "email_send_status", "SENDING"},
		{"comm_status = 'Complete'", "email_send_status", "SENT"},
		{"", "email_send_status", "SENT"},
		{"", "email_open_rate", "NULL"},
		{"", "email_click_rate", "NULL"},
		{"", "email_reply_rate", "NULL"},
		{"", "number_of_email_opens", "0"},
		{"", "number_of_email_clicks", "0"},
		{"", "number_of_email_replies", "0"},
	};

	CHECK(*state, "emails", rules);
}

/* The four counts as one text: completed, canceled, no show, rescheduled. */
#define COUNTS "outcome_completed_count || outcome_canceled_count || outcome_no_show_count || outcome_rescheduled_count"

static void
a_meeting_has_its_name_times_and_outcome(void **state)
{
	static const struct rule rules[] = {
		{"comm_subject = 'Review'", "meeting_name", "Review"},
		{ANN ", company_name = 'Acme'", "meeting_name", "Meeting with Ann Lee"},
		{"person_firstname = 'Ann', company_name = 'Acme'", "meeting_name", "Meeting with Acme"},
		{"", "meeting_name", "Meeting with Unknown"},
		{"comm_subject = printf('%.501c', 'a')", "length(meeting_name)", "500"},
		{"comm_subject = printf('%.501c', 'a')", "length(payload_title)", "501"},
		{"comm_note = 'n'", "meeting_description", "n"},
		{"comm_note = 'n'", "internal_meeting_notes", "n"},
		{"", "meeting_start_time", "2024-05-06 07:08:09"},
		{"", "meeting_end_time", "2024-05-06 08:08:09"},
		{"comm_datetime = '2024-12-31 23:30:00.123456'", "meeting_end_time", "2025-01-01 00:30:00.123456"},
		{"comm_datetime = '2024-02-28 23:30:00.5'", "meeting_end_time", "2024-02-29 00:30:00.5"},
		{"comm_datetime = '0001-01-01 00:00:00'", "meeting_end_time", "0001-01-01 01:00:00"},
		{"comm_datetime = '9999-12-31 22:59:59.999999'", "meeting_end_time", "9999-12-31 23:59:59.999999"},
		{"comm_datetime = '9999-12-31 23:30:00'", "meeting_end_time", "NULL"},
		{"comm_todatetime = '2024-05-06 09:00:00.1'", "meeting_end_time", "2024-05-06 09:00:00.1"},
		{"comm_todatetime = '2024-05-05 09:00:00'", "meeting_end_time", "2024-05-05 09:00:00"},
		{"", "meeting_location", "NULL"},
		{"", "location_type", "VIDEO_CONFERENCE"},
		{"", "meeting_source", "Import"},
		{"comm_status = 'scheduled'", "meeting_outcome", "SCHEDULED"},
		{"comm_status = 'planned'", "meeting_outcome", "SCHEDULED"},
		{"comm_status = 'upcoming'", "meeting_outcome", "SCHEDULED"},
		{"comm_status = 'upcoming'", COUNTS, "0000"},
		{"comm_status = 'Completed'", "meeting_outcome || " COUNTS, "COMPLETED1000"},
		{"comm_status = 'done'", "meeting_outcome || " COUNTS, "COMPLETED1000"},
		{"comm_status = 'finished'", "meeting_outcome || " COUNTS, "COMPLETED1000"},
		{"comm_status = 'attended'", "meeting_outcome || " COUNTS, "COMPLETED1000"},
		{"comm_status = 'cancelled'", "meeting_outcome || " COUNTS, "CANCELLED0100"},
		{"comm_status = 'canceled'", "meeting_outcome || " COUNTS, "CANCELLED0100"},
		{"comm_status = 'No Show'", "meeting_outcome || " COUNTS, "NO_SHOW0010"},
		{"comm_status = 'noshow'", "meeting_outcome || " COUNTS, "NO_SHOW0010"},
		{"comm_status = 'missed'", "meeting_outcome || " COUNTS, "NO_SHOW0010"},
		{"comm_status = 'no  show'", "meeting_outcome || " COUNTS, "COMPLETED0000"},
		{"comm_status = 'rescheduled'", "meeting_outcome || " COUNTS, "RESCHEDULED0001"},
		{"comm_status = 'postponed'", "meeting_outcome || " COUNTS, "RESCHEDULED0001"},
		{"comm_status = 'Pending'", "meeting_outcome || " COUNTS, "COMPLETED0000"},
		{"comm_status = '*'", "meeting_outcome || " COUNTS, "COMPLETED0000"},
		{"", "meeting_outcome || " COUNTS, "COMPLETED0000"},
	};

	CHECK(*state, "meetings", rules);
}

static void
a_note_joins_subject_and_note(void **state)
{
	static const struct rule rules[] = {
		{"comm_subject = 's', comm_note = 'n'", "note_body", "s\n\nn"},
		{"comm_subject = 's'", "note_body", "s"},
		{"comm_note = 'n'", "note_body", "n"},
		{"", "note_body", "Note (no content)"},
		{"comm_subject = 's', comm_note = ''", "note_body", "s\n\n"},
		{"comm_subject = ' s ', comm_note = char(13, 10) || 'n'", "note_body", " s \n\n\r\nn"},
	};

	CHECK(*state, "notes", rules);
}

static void
a_task_has_its_title_status_and_priority(void **state)
{
	static const struct rule rules[] = {
		{"comm_subject = 'Do'", "task_title", "Do"},
		{ANN ", company_name = 'Acme'", "task_title", "Task - Acme"},
		{ANN, "task_title", "Task - Ann Lee"},
		{"person_lastname = 'Lee'", "task_title", "Task - General"},
		{"comm_subject = printf('%.501c', 'a')", "length(task_title)", "500"},
		{"comm_subject = printf('%.501c', 'a')", "length(payload_title)", "501"},
		{"comm_note = 'n'", "task_notes", "n"},
		{"comm_status = 'Completed'", "task_status", "COMPLETED"},
		{"comm_status = 'done'", "task_status", "COMPLETED"},
		{"comm_status = 'finished'", "task_status", "COMPLETED"},
		{"comm_status = 'closed'", "task_status", "COMPLETED"},
		{"comm_status = 'in progress'", "task_status", "IN_PROGRESS"},
		{"comm_status = 'ongoing'", "task_status", "IN_PROGRESS"},
		{"comm_status = 'active'", "task_status", "IN_PROGRESS"},
		{"comm_status = 'started'", "task_status", "IN_PROGRESS"},
		{"comm_status = 'waiting'", "task_status", "WAITING"},
		{"comm_status = 'on hold'", "task_status", "WAITING"},
		{"comm_status = 'blocked'", "task_status", "WAITING"},
		{"comm_status = 'deferred'", "task_status", "DEFERRED"},
		{"comm_status = 'postponed'", "task_status", "DEFERRED"},
		{"comm_status = 'Complete'", "task_status", "NOT_STARTED"},
		{"", "task_status", "NOT_STARTED"},
		{"comm_priority = 'High'", "task_priority", "HIGH"},
		{"comm_priority = 'urgent'", "task_priority", "HIGH"},
		{"comm_priority = 'critical'", "task_priority", "HIGH"},
		{"comm_priority = '1'", "task_priority", "HIGH"},
		{"comm_priority = 'medium'", "task_priority", "MEDIUM"},
		{"comm_priority = 'Normal'", "task_priority", "MEDIUM"},
		{"comm_priority = '2'", "task_priority", "MEDIUM"},
		{"comm_priority = 'low'", "task_priority", "LOW"},
		{"comm_priority = ' 3 '", "task_priority", "LOW"},
		{"comm_priority = '4'", "task_priority", "MEDIUM"},
		{"", "task_priority", "MEDIUM"},
		{"", "task_type", "TODO"},
		{"", "source_type", "task"},
		{"comm_caseid = 0", "source_type", "case"},
		{"comm_caseid = 12", "source_case_id", "12"},
		{"", "source_case_id", "NULL"},
	};

	CHECK(*state, "tasks", rules);
}

#define DONE "comm_status = 'done'"

static void
a_task_has_its_dates(void **state)
{
	static const struct rule rules[] = {
		{"", "due_date", "2024-05-07 07:08:09"},
		{"comm_datetime = '2024-02-28 07:08:09.5'", "due_date", "2024-02-29 07:08:09.5"},
		{"comm_datetime = '2023-12-31 00:00:00.000001'", "due_date", "2024-01-01 00:00:00.000001"},
		{"comm_datetime = '9999-12-30 23:59:59'", "due_date", "9999-12-31 23:59:59"},
		{"comm_datetime = '9999-12-31 00:00:00'", "due_date", "NULL"},
		{"comm_datetime = '9999-12-31 00:00:00'", "is_overdue", "0"},
		{"comm_todatetime = '2024-05-01 00:00:00'", "due_date", "2024-05-01 00:00:00"},
		{"", "completed_at", "NULL"},
		{DONE, "completed_at", "2024-05-06 07:08:09"},
		{DONE ", comm_updateddate = '2024-05-09 01:00:00'", "completed_at", "2024-05-09 01:00:00"},
		{"comm_updateddate = '2024-05-09 01:00:00'", "completed_at", "NULL"},
		{"", "is_overdue", "1"},
		{DONE, "is_overdue", "0"},
		{"comm_todatetime = '2024-06-01 11:59:59.999999'", "is_overdue", "1"},
		{"comm_todatetime = '2024-06-01 12:00:00'", "is_overdue", "0"},
		{"comm_todatetime = '2024-06-01 12:00:00.1'", "is_overdue", "0"},
		{"comm_datetime = '2024-05-31 11:59:59'", "is_overdue", "1"},
		{"comm_datetime = '2024-05-31 12:00:00'", "is_overdue", "0"},
		{"", "reminder_date", "NULL"},
		{"comm_originaldatetime = '2024-05-06 07:08:09'", "reminder_date", "NULL"},
		{"comm_originaldatetime = '2024-05-06 07:08:09.1'", "reminder_date", "2024-05-06 07:08:09.1"},
	};

	CHECK(*state, "tasks", rules);
}

static void
a_short_message_has_its_body_and_channel(void **state)
{
	static const struct rule rules[] = {
		{"comm_subject = 's', comm_note = 'n'", "communication_body", "n"},
		{"comm_subject = 's'", "communication_body", "s"},
		{"", "communication_body", "Message"},
		{"comm_type = 'SMS'", "channel_type", "SMS"},
		{"comm_type = ' text '", "channel_type", "SMS"},
		{"comm_type = 'LinkedIn'", "channel_type", "LINKEDIN_MESSAGE"},
		{"comm_type = 'linkedin message'", "channel_type", "LINKEDIN_MESSAGE"},
		{"comm_type = 'whatsapp'", "channel_type", "WHATS_APP"},
		{"comm_type = 'WA' || char(160)", "channel_type", "WHATS_APP"},
		{"comm_type = 'message'", "channel_type", "CUSTOM"},
		{"", "logged_from", "API"},
	};

	CHECK(*state, "communications", rules);
}

static void
a_letter_has_its_body_and_a_preview_of_500_characters(void **state)
{
	static const struct rule rules[] = {
		{"comm_subject = 's', comm_note = 'n'", "postal_mail_body || body_preview", "nn"},
		{"comm_subject = 's'", "postal_mail_body || body_preview", "ss"},
		{"", "postal_mail_body", "Postal mail sent"},
		{"", "body_preview", "Postal mail sent"},
		{"comm_note = replace(printf('%.501c', 'a'), 'a', char(128512))", "length(body_preview)", "500"},
		{"comm_note = replace(printf('%.501c', 'a'), 'a', char(128512))", "length(postal_mail_body)", "501"},
	};

	CHECK(*state, "postal_mail", rules);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, schema_setup, schema_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_type_takes_the_general_columns_from_the_master),
		TEST(a_call_has_its_title_status_direction_and_outcome),
		TEST(a_call_lasts_exact_milliseconds),
		TEST(an_email_goes_from_the_right_side_to_the_other),
		TEST(the_person_s_names_go_with_the_person_s_address),
		TEST(an_email_has_its_subject_direction_and_status),
		TEST(a_meeting_has_its_name_times_and_outcome),
		TEST(a_note_joins_subject_and_note),
		TEST(a_task_has_its_title_status_and_priority),
		TEST(a_task_has_its_dates),
		TEST(a_short_message_has_its_body_and_channel),
		TEST(a_letter_has_its_body_and_a_preview_of_500_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
