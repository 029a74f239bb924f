/* The 22 columns of a communications export (schema.md section 1), in the order of the master table. */
#ifndef INPUT_SOURCE_H
#define INPUT_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

enum source_class {
	SOURCE_ID,   /* 32-bit integer */
	SOURCE_TIME, /* timestamp */
	SOURCE_CODE, /* text from a list that administrators edit */
	SOURCE_TEXT
};

enum source_column {
	COMM_COMMUNICATIONID,
	COMM_OPPORTUNITYID,
	COMM_CASEID,
	COMM_TYPE,
	COMM_ACTION,
	COMM_STATUS,
	COMM_PRIORITY,
	COMM_DATETIME,
	COMM_TODATETIME,
	COMM_NOTE,
	COMM_SUBJECT,
	COMM_EMAIL_CLEAN,
	COMM_CREATEDDATE,
	COMM_UPDATEDDATE,
	COMM_ORIGINALDATETIME,
	COMM_ORIGINALTODATETIME,
	PERSON_ID,
	PERSON_FIRSTNAME,
	PERSON_LASTNAME,
	PERSON_EMAILADDRESS,
	COMPANY_ID,
	COMPANY_NAME,
	SOURCE_COLUMNS
};

struct source_description {
	const char *header; /* as in the export */
	const char *name;   /* the column of the master table */
	enum source_class class;
	bool required;	   /* the column must be there and every row must have a value */
	size_t max_length; /* characters; 0: no limit */
};

extern const struct source_description source_columns[SOURCE_COLUMNS];

/* The column that a header names, in any case; SOURCE_COLUMNS when it is none of ours. */
enum source_column source_find(const char *header, size_t size);

#endif
