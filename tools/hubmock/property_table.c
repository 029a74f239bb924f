/* HubSpot's own properties of the seven activities: the one place that says what may be written.
 *
 * Writable ones come from the activity guides (calls, emails, meetings, notes, tasks, communications, postal mail),
 * read-only ones from the guides and from recorded answers. Option lists are those of live portals where the guides
 * disagree.
 */
#include "property_table.h"

#define CALLS	       (1u << TYPE_CALLS)
#define EMAILS	       (1u << TYPE_EMAILS)
#define MEETINGS       (1u << TYPE_MEETINGS)
#define NOTES	       (1u << TYPE_NOTES)
#define TASKS	       (1u << TYPE_TASKS)
#define COMMUNICATIONS (1u << TYPE_COMMUNICATIONS)
#define POSTAL_MAIL    (1u << TYPE_POSTAL_MAIL)
#define ALL	       ((1u << TYPE_ACTIVITIES) - 1)

#define READ_ONLY  PROPERTY_READ_ONLY
#define CALCULATED (PROPERTY_READ_ONLY | PROPERTY_CALCULATED)
#define REQUIRED   PROPERTY_REQUIRED
#define HIDDEN	   PROPERTY_HIDDEN

/* clang-format off */
const struct property_row property_table[] = {
	{ALL, "hs_timestamp", "Activity date", KIND_DATETIME, REQUIRED, NULL},
	{ALL, "hubspot_owner_id", "Activity assigned to", KIND_OWNER, 0, NULL},
	{ALL, "hs_attachment_ids", "Attached file IDs", KIND_STRING, 0, NULL},

	{CALLS, "hs_call_title", "Call title", KIND_STRING, 0, NULL},
	{CALLS, "hs_call_body", "Call notes", KIND_STRING, 0, NULL},
	{CALLS, "hs_call_direction", "Call direction", KIND_ENUM, 0, "INBOUND=Inbound|OUTBOUND=Outbound"},
	{CALLS, "hs_call_disposition", "Call outcome", KIND_ENUM, 0,
		"9d9162e7-6cf3-4944-bf63-4dff82258764=Busy|f240bbac-87c9-4f6e-bf70-924b57d47db7=Connected|"
		"a4c4c377-d246-4b32-a13b-75a56a4cd0ff=Left live message|"
		"b2cf5968-551e-4856-9783-52b3da59a7d0=Left voicemail|"
		"73a0d17f-1163-4015-bdd5-ec830791da20=No answer|17b47fee-58de-441e-a44c-c6300d46f273=Wrong number"},
	{CALLS, "hs_call_duration", "Call duration", KIND_NUMBER, 0, NULL},
	{CALLS, "hs_call_from_number", "From number", KIND_STRING, 0, NULL},
	{CALLS, "hs_call_to_number", "To number", KIND_STRING, 0, NULL},
	{CALLS, "hs_call_status", "Call status", KIND_ENUM, 0,
		"BUSY|CALLING_CRM_USER|CANCELED|COMPLETED|CONNECTING|FAILED|IN_PROGRESS|"
		"MISSED|NO_ANSWER|QUEUED|RINGING"},
	{CALLS, "hs_call_recording_url", "Recording URL", KIND_URL, 0, NULL},
	{CALLS, "hs_call_source", "Call source", KIND_ENUM, 0, "INTEGRATIONS_PLATFORM=Integrations platform"},
	{CALLS, "hs_call_callee_object_id", "Callee object id", KIND_NUMBER, 0, NULL},
	{CALLS, "hs_call_callee_object_type", "Callee object type", KIND_ENUM, 0, "CONTACT=Contact|COMPANY=Company"},
	{CALLS, "hs_call_external_id", "External call id", KIND_STRING, 0, NULL},
	{CALLS | MEETINGS, "hs_activity_type", "Call and meeting type", KIND_ENUM, 0, NULL},
	{CALLS | MEETINGS | EMAILS, "hs_unique_id", "Unique id", KIND_STRING, 0, NULL},

	{EMAILS, "hs_email_direction", "Email direction", KIND_ENUM, REQUIRED | HIDDEN,
		"EMAIL|INCOMING_EMAIL|FORWARDED_EMAIL"},
	{EMAILS, "hs_email_status", "Email send status", KIND_ENUM, 0, "BOUNCED|FAILED|SCHEDULED|SENDING|SENT"},
	{EMAILS, "hs_email_subject", "Email subject", KIND_STRING, 0, NULL},
	{EMAILS, "hs_email_text", "Text body", KIND_STRING, 0, NULL},
	{EMAILS, "hs_email_html", "Email body", KIND_STRING, 0, NULL},
	{EMAILS, "hs_email_headers", "Email headers", KIND_HEADERS, 0, NULL},

	{MEETINGS, "hs_meeting_title", "Meeting name", KIND_STRING, 0, NULL},
	{MEETINGS, "hs_meeting_body", "Meeting description", KIND_STRING, 0, NULL},
	{MEETINGS, "hs_internal_meeting_notes", "Internal meeting notes", KIND_STRING, 0, NULL},
	{MEETINGS, "hs_meeting_external_url", "External URL", KIND_STRING, 0, NULL},
	{MEETINGS, "hs_meeting_location", "Meeting location", KIND_STRING, 0, NULL},
	{MEETINGS, "hs_meeting_location_type", "Location type", KIND_ENUM, 0,
		"ADDRESS=Address|CUSTOM=Custom|PHONE=Phone call|VCE=Video conference"},
	{MEETINGS, "hs_meeting_start_time", "Meeting start time", KIND_DATETIME, 0, NULL},
	{MEETINGS, "hs_meeting_end_time", "Meeting end time", KIND_DATETIME, 0, NULL},
	{MEETINGS, "hs_meeting_outcome", "Meeting outcome", KIND_ENUM, 0,
		"SCHEDULED=Scheduled|COMPLETED=Completed|RESCHEDULED=Rescheduled|NO_SHOW=No show|"
		"CANCELED=Canceled"},

	{NOTES, "hs_note_body", "Note body", KIND_STRING, 0, NULL},

	{TASKS, "hs_task_subject", "Task title", KIND_STRING, 0, NULL},
	{TASKS, "hs_task_body", "Task notes", KIND_STRING, 0, NULL},
	{TASKS, "hs_task_status", "Task status", KIND_ENUM, 0,
		"NOT_STARTED=Not started|IN_PROGRESS=In progress|WAITING=Waiting|COMPLETED=Completed|"
		"DEFERRED=Deferred"},
	{TASKS, "hs_task_priority", "Priority", KIND_ENUM, 0, "NONE=None|LOW=Low|MEDIUM=Medium|HIGH=High"},
	{TASKS, "hs_task_type", "Task type", KIND_ENUM, 0,
		"EMAIL=Email|CALL=Call|TODO=To-do|LINKED_IN_CONNECT=LinkedIn connect|"
		"LINKED_IN_MESSAGE=LinkedIn message"},
	{TASKS, "hs_task_reminders", "Reminders", KIND_STRING, 0, NULL},
	{TASKS, "hs_pipeline", "Pipeline", KIND_STRING, HIDDEN, NULL},
	{TASKS, "hs_pipeline_stage", "Pipeline stage", KIND_STRING, HIDDEN, NULL},

	{COMMUNICATIONS, "hs_communication_channel_type", "Channel type", KIND_ENUM, REQUIRED,
		"WHATS_APP=WhatsApp|LINKEDIN_MESSAGE=LinkedIn message|SMS=SMS|"
		"CUSTOM_CHANNEL_CONVERSATION=Custom channel conversation"},
	{COMMUNICATIONS, "hs_communication_logged_from", "Logged from", KIND_ENUM, 0, "CRM"},
	{COMMUNICATIONS, "hs_communication_body", "Communication body", KIND_STRING, 0, NULL},
	{COMMUNICATIONS, "hs_engagement_source_id", "Source id", KIND_STRING, 0, NULL},

	{POSTAL_MAIL, "hs_postal_mail_body", "Postal mail body", KIND_STRING, 0, NULL},

	{ALL, "hs_object_id", "Record ID", KIND_NUMBER, READ_ONLY, NULL},
	{ALL, "hs_createdate", "Create date", KIND_DATETIME, READ_ONLY, NULL},
	{ALL, "hs_lastmodifieddate", "Last modified date", KIND_DATETIME, READ_ONLY, NULL},
	{ALL, "hs_object_source", "Record creation source", KIND_STRING, READ_ONLY, NULL},
	{ALL, "hs_object_source_id", "Record creation source ID", KIND_STRING, READ_ONLY, NULL},
	{ALL, "hs_object_source_label", "Record source", KIND_STRING, READ_ONLY, NULL},
	{ALL, "hs_object_source_user_id", "Record creation source user ID", KIND_NUMBER, READ_ONLY, NULL},
	{ALL, "hs_created_by", "Created by", KIND_NUMBER, READ_ONLY, NULL},
	{ALL, "hs_created_by_user_id", "Created by user ID", KIND_NUMBER, READ_ONLY, NULL},
	{ALL, "hs_modified_by", "Modified by", KIND_NUMBER, READ_ONLY, NULL},
	{ALL, "hs_updated_by_user_id", "Updated by user ID", KIND_NUMBER, READ_ONLY, NULL},
	{ALL, "hs_all_owner_ids", "All owner IDs", KIND_STRING, CALCULATED, NULL},
	{ALL, "hs_all_team_ids", "All team IDs", KIND_STRING, CALCULATED, NULL},
	{ALL, "hs_user_ids_of_all_owners", "User IDs of all owners", KIND_STRING, CALCULATED, NULL},
	{ALL, "hubspot_owner_assigneddate", "Owner assigned date", KIND_DATETIME, READ_ONLY, NULL},
	{ALL, "hs_body_preview", "Body preview", KIND_STRING, CALCULATED, NULL},
	{ALL, "hs_body_preview_html", "HTML body preview", KIND_STRING, CALCULATED, NULL},
	{ALL, "hs_body_preview_is_truncated", "Body preview truncated", KIND_BOOL, CALCULATED, NULL},
	{ALL, "hs_merged_object_ids", "Merged record IDs", KIND_STRING, READ_ONLY, NULL},
	{ALL, "hs_read_only", "Read only", KIND_BOOL, READ_ONLY, NULL},
	{ALL, "hs_was_imported", "Imported", KIND_BOOL, READ_ONLY, NULL},
	{ALL, "hs_unique_creation_key", "Unique creation key", KIND_STRING, READ_ONLY | HIDDEN, NULL},

	{EMAILS, "hs_email_from_email", "From address", KIND_STRING, CALCULATED, NULL},
	{EMAILS, "hs_email_from_firstname", "From first name", KIND_STRING, CALCULATED, NULL},
	{EMAILS, "hs_email_from_lastname", "From last name", KIND_STRING, CALCULATED, NULL},
	{EMAILS, "hs_email_to_email", "To address", KIND_STRING, CALCULATED, NULL},
	{EMAILS, "hs_email_to_firstname", "To first name", KIND_STRING, CALCULATED, NULL},
	{EMAILS, "hs_email_to_lastname", "To last name", KIND_STRING, CALCULATED, NULL},
	{EMAILS, "hs_email_cc_email", "CC address", KIND_STRING, CALCULATED, NULL},
	{EMAILS, "hs_email_bcc_email", "BCC address", KIND_STRING, CALCULATED, NULL},
	{EMAILS, "hs_email_sender_email", "Sender address", KIND_STRING, CALCULATED, NULL},
	{EMAILS, "hs_email_open_rate", "Open rate", KIND_NUMBER, CALCULATED, NULL},
	{EMAILS, "hs_email_click_rate", "Click rate", KIND_NUMBER, CALCULATED, NULL},
	{EMAILS, "hs_email_reply_rate", "Reply rate", KIND_NUMBER, CALCULATED, NULL},
	{EMAILS, "hs_email_attached_video_opened", "Attached video opened", KIND_BOOL, READ_ONLY, NULL},
	{EMAILS, "hs_email_attached_video_watched", "Attached video watched", KIND_BOOL, READ_ONLY, NULL},

	{TASKS, "hs_task_completion_count", "Completion count", KIND_NUMBER, CALCULATED, NULL},
	{TASKS, "hs_task_completion_date", "Completed at", KIND_DATETIME, READ_ONLY, NULL},
	{TASKS, "hs_task_family", "Task family", KIND_STRING, READ_ONLY, NULL},
	{TASKS, "hs_task_for_object_type", "For object type", KIND_STRING, READ_ONLY, NULL},
	{TASKS, "hs_task_is_all_day", "All day", KIND_BOOL, READ_ONLY, NULL},
	{TASKS, "hs_task_is_completed", "Completed", KIND_NUMBER, CALCULATED, NULL},
	{TASKS, "hs_task_is_overdue", "Overdue", KIND_BOOL, CALCULATED, NULL},
	{TASKS, "hs_task_is_past_due_date", "Past the due date", KIND_BOOL, CALCULATED, NULL},
	{TASKS, "hs_task_missed_due_date", "Missed the due date", KIND_BOOL, CALCULATED, NULL},
};
/* clang-format on */

const size_t property_table_rows = sizeof property_table / sizeof *property_table;
