#include "steps/stage/input/source.h"

#include "core/text.h"

const struct source_description source_columns[SOURCE_COLUMNS] = {
	[COMM_COMMUNICATIONID] = {"Comm_CommunicationId", "comm_communicationid", SOURCE_ID, true, 0},
	[COMM_OPPORTUNITYID] = {"Comm_OpportunityId", "comm_opportunityid", SOURCE_ID, false, 0},
	[COMM_CASEID] = {"Comm_CaseId", "comm_caseid", SOURCE_ID, false, 0},
	[COMM_TYPE] = {"Comm_Type", "comm_type", SOURCE_CODE, true, 100},
	[COMM_ACTION] = {"Comm_Action", "comm_action", SOURCE_CODE, false, 100},
	[COMM_STATUS] = {"Comm_Status", "comm_status", SOURCE_CODE, false, 100},
	[COMM_PRIORITY] = {"Comm_Priority", "comm_priority", SOURCE_CODE, false, 50},
	[COMM_DATETIME] = {"Comm_DateTime", "comm_datetime", SOURCE_TIME, true, 0},
	[COMM_TODATETIME] = {"Comm_ToDateTime", "comm_todatetime", SOURCE_TIME, false, 0},
	[COMM_NOTE] = {"Comm_Note", "comm_note", SOURCE_TEXT, false, 0},
	[COMM_SUBJECT] = {"Comm_Subject", "comm_subject", SOURCE_TEXT, false, 0},
	[COMM_EMAIL_CLEAN] = {"Comm_Email_Clean", "comm_email_clean", SOURCE_TEXT, false, 500},
	[COMM_CREATEDDATE] = {"Comm_CreatedDate", "comm_createddate", SOURCE_TIME, true, 0},
	[COMM_UPDATEDDATE] = {"Comm_UpdatedDate", "comm_updateddate", SOURCE_TIME, false, 0},
	[COMM_ORIGINALDATETIME] = {"Comm_OriginalDateTime", "comm_originaldatetime", SOURCE_TIME, false, 0},
	[COMM_ORIGINALTODATETIME] = {"Comm_OriginalToDateTime", "comm_originaltodatetime", SOURCE_TIME, false, 0},
	[PERSON_ID] = {"Person_Id", "person_id", SOURCE_ID, false, 0},
	[PERSON_FIRSTNAME] = {"Person_FirstName", "person_firstname", SOURCE_TEXT, false, 200},
	[PERSON_LASTNAME] = {"Person_LastName", "person_lastname", SOURCE_TEXT, false, 200},
	[PERSON_EMAILADDRESS] = {"Person_EmailAddress", "person_emailaddress", SOURCE_TEXT, false, 500},
	[COMPANY_ID] = {"Company_Id", "company_id", SOURCE_ID, false, 0},
	[COMPANY_NAME] = {"Company_Name", "company_name", SOURCE_TEXT, false, 500},
};

enum source_column
source_find(const char *header, size_t size)
{
	int column = 0;

	while (column < SOURCE_COLUMNS && !text_same(header, size, source_columns[column].header))
		column++;
	return (enum source_column)column;
}
