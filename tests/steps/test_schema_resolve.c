#include "schema_db.h"

#include <stdio.h>

/* Five communications: 1 resolves wholly, 2 in part, 3 not at all, 4 has no reference but a link that resolves, 5 has
 * nothing. */
static int
setup(void **state)
{
	struct db *db = schema_open();

	for (int id = 1; id <= 5; id++)
		schema_master(db, id, "notes");
	schema_run(db,
		"UPDATE ic_communication_master SET person_id = 10, company_id = 20, comm_opportunityid = 30 WHERE id "
		"= 1;"
		"UPDATE ic_communication_master SET person_id = 11, company_id = 20 WHERE id = 2;"
		"UPDATE ic_communication_master SET person_id = 12, comm_opportunityid = 31 WHERE id = 3;"
		"INSERT INTO contacts_reconciliation (legacy_contact_id, hubspot_contact_id) VALUES "
		"(10, 9007199254740993), (11, NULL), (13, 1300);"
		"INSERT INTO companies_reconciliation (legacy_company_id, hubspot_company_id) VALUES (20, 2000);"
		"INSERT INTO deals_reconciliation (legacy_deal_id, hubspot_deal_id) VALUES (30, 3000), (31, NULL);"
		"INSERT INTO ambiguous_mapping VALUES ('deal', 31, 1, 1, 2), ('deal', 31, 2, 1, 9);"
		"INSERT INTO communication_link (id, comm_communicationid, person_id, company_id, input_id, line, "
		"byte_offset, byte_length) VALUES (1, 4, 13, NULL, 1, 9, 0, 1), (2, 3, 12, 21, 1, 10, 0, 1)");
	schema_folder(db, "schema/steps/resolve/");
	*state = db;
	return 0;
}

#define ROWS                                                                                                           \
	"SELECT group_concat(id || ' ' || ifnull(hubspot_contact_id, '-') || ' ' || ifnull(hubspot_company_id, '-') "  \
	"|| "                                                                                                          \
	"' ' || ifnull(hubspot_deal_id, '-') || ' ' || is_orphaned, '; ') FROM (SELECT * FROM "                        \
	"ic_communication_master "                                                                                     \
	"ORDER BY id)"
#define ON_NO_RECORD "SELECT group_concat(id, ', ') FROM (SELECT id FROM v_on_no_record ORDER BY id)"
#define LOG                                                                                                            \
	"SELECT group_concat(id || ' ' || entity_type || ' ' || legacy_id || ' ' || status || ': ' || error_message, " \
	"'\n') FROM reconciliation_log WHERE operation = 'FK_RESOLUTION'"

static void
a_reference_gets_the_id_its_mapping_has(void **state)
{
	assert_int_equal(schema_differs(*state, "rows",
				 "1 9007199254740993 2000 3000 0; 2 - 2000 - 0; 3 - - - 1; 4 - - - 1; 5 - - - 1", ROWS),
		0);
}

static void
a_link_is_resolved_too_and_shows_an_orphaned_communication_on_its_record(void **state)
{
	int failures = schema_differs(*state, "links", "1300 -; - -",
		"SELECT group_concat(ifnull(hubspot_contact_id, '-') || ' ' || ifnull(hubspot_company_id, '-'), '; ') "
		"FROM communication_link");

	failures += schema_differs(*state, "on no record", "3, 5", ON_NO_RECORD);
	schema_run(*state, "UPDATE contacts_reconciliation SET hubspot_contact_id = NULL WHERE legacy_contact_id = 13");
	schema_folder(*state, "schema/steps/resolve/");
	failures += schema_differs(*state, "on no record, without the link's", "3, 4, 5", ON_NO_RECORD);
	failures += schema_differs(
		*state, "4 is orphaned still", "1", "SELECT is_orphaned FROM ic_communication_master WHERE id = 4");
	assert_int_equal(failures, 0);
}

static void
the_log_has_a_row_for_each_legacy_id_with_its_reason_and_number_of_rows(void **state)
{
	assert_int_equal(schema_differs(*state, "log",
				 "1 company 21 unresolved: absent from the company mapping; 1 row\n"
				 "2 contact 11 unresolved: present in the contact mapping without a HubSpot id; 1 row\n"
				 "3 contact 12 unresolved: absent from the contact mapping; 2 rows\n"
				 "4 deal 31 unresolved: ambiguous: the mapping names more than one HubSpot id; 1 row",
				 LOG),
		0);
}

static void
resolving_again_writes_nothing(void **state)
{
	struct db *db = *state;
	int before = sqlite3_total_changes(db->handle);

	schema_run(db, "UPDATE this_run SET as_of = '2025-01-01 00:00:00'");
	schema_folder(db, "schema/steps/resolve/");
	assert_int_equal(sqlite3_total_changes(db->handle) - before, 1);
}

static void
a_changed_mapping_is_taken_over_and_the_log_holds_nothing_stale(void **state)
{
	int failures = 0;

	schema_run(*state,
		"UPDATE contacts_reconciliation SET hubspot_contact_id = 77 WHERE legacy_contact_id = 10;"
		"INSERT INTO contacts_reconciliation (legacy_contact_id, hubspot_contact_id) VALUES (12, 1200);"
		"DELETE FROM companies_reconciliation;"
		"UPDATE this_run SET as_of = '2025-01-01 00:00:00'");
	schema_folder(*state, "schema/steps/resolve/");
	failures +=
		schema_differs(*state, "rows", "1 77 - 3000 0; 2 - - - 1; 3 1200 - - 0; 4 - - - 1; 5 - - - 1", ROWS);
	failures += schema_differs(*state, "log",
		"1 company 20 unresolved: absent from the company mapping; 2 rows\n"
		"2 company 21 unresolved: absent from the company mapping; 1 row\n"
		"3 contact 11 unresolved: present in the contact mapping without a HubSpot id; 1 row\n"
		"4 deal 31 unresolved: ambiguous: the mapping names more than one HubSpot id; 1 row",
		LOG);
	failures += schema_differs(*state, "times of the log", "2025-01-01 00:00:00",
		"SELECT group_concat(DISTINCT timestamp) FROM reconciliation_log");
	failures += schema_differs(*state, "rows written", "1 2 3",
		"SELECT group_concat(id, ' ') FROM (SELECT id FROM ic_communication_master WHERE last_updated = "
		"'2025-01-01 00:00:00' ORDER BY id)");
	assert_int_equal(failures, 0);
}

static void
the_log_of_others_is_left_alone(void **state)
{
	schema_run(*state, "INSERT INTO reconciliation_log (id, operation, entity_type, legacy_id) "
			   "VALUES (50, 'CONTACT_SYNC', 'contact', 12);"
			   "DELETE FROM companies_reconciliation");
	schema_folder(*state, "schema/steps/resolve/");
	assert_int_equal(
		schema_differs(*state, "others", "50 51 5",
			"SELECT min(id) FILTER (WHERE operation = 'CONTACT_SYNC') || ' ' || min(id) FILTER "
			"(WHERE operation = 'FK_RESOLUTION') || ' ' || (count(*) - 1) FROM reconciliation_log"),
		0);
}

/* A note derived and pushed, one derived and failed, one in error; findings, and a receipt. */
static void
go_on(struct db *db)
{
	schema_run(db,
		"INSERT INTO ic_notes (ic_communication_master_id, activity_date, note_body, hubspot_api_payload, "
		"api_push_status, hubspot_engagement_id, error_message) VALUES (1, 'd', 'b', '{}', 'pushed', 5, NULL), "
		"(2, 'd', 'b', '{}', 'failed', NULL, 'no');"
		"UPDATE ic_communication_master SET staging_status = 'processed', processed_at = 'p' WHERE id < 3;"
		"UPDATE ic_communication_master SET staging_status = 'error', error_message = 'e' WHERE id = 3;"
		"UPDATE ic_communication_master SET api_push_status = 'pushed', api_engagement_id = 5 WHERE id = 1;"
		"UPDATE ic_communication_master SET api_push_status = 'failed' WHERE id = 2;"
		"UPDATE ic_communication_master SET api_push_status = 'not_pushed' WHERE id = 4;"
		"INSERT INTO finding (comm_communicationid, activity_type, kind, code, message) "
		"VALUES (1, 'notes', 'flagged', 'X', 'x');"
		"INSERT INTO receipt (comm_communicationid, activity_type, hubspot_engagement_id, status) "
		"VALUES (1, 'notes', 5, 'pushed'), (2, 'notes', NULL, 'failed');"
		"INSERT INTO input VALUES (1, 'communications', 'c.csv', 1, 'x', 7, 0), (2, 'contacts', 'p.csv', 1, "
		"'x', 3, 0);"
		"INSERT INTO input_column VALUES (1, 0, 'Comm_Type', 'comm_type', 0), (2, 0, 'a', NULL, 1);"
		"INSERT INTO reject (input_id, line, byte_offset, byte_length, code, message) VALUES "
		"(1, 2, 0, 1, 'X', 'x'), (2, 2, 0, 1, 'X', 'x');"
		"INSERT INTO row_origin VALUES (1, 1, 2, 0, 1, 1);"
		"INSERT INTO replaced_row VALUES (1, 1, 5, 0, 1, 1);"
		"INSERT INTO code_combination (id, comm_type) VALUES (1, 'x');"
		"INSERT INTO measurement VALUES ('setup_tables', 8), ('load_types', 0), ('resolution_deal', 1), "
		"('derivation_enums', 0), ('payloads_json', 0)");
}

#define PUSH                                                                                                           \
	"SELECT group_concat(api_push_status || ' ' || ifnull(hubspot_engagement_id, '-') || ' ' || "                  \
	"ifnull(error_message, '-'), '; ') FROM ic_notes"
#define MEASURED "SELECT group_concat(name, ' ') FROM measurement"
#define RECEIPTS "SELECT group_concat(status, ' ') FROM receipt"

static void
resetting_the_payloads_takes_back_what_failed_and_keeps_what_was_pushed(void **state)
{
	int failures = 0;

	go_on(*state);
	schema_file(*state, "schema/steps/reset_payloads.sql");
	failures += schema_differs(*state, "notes", "pushed 5 -; pending - -", PUSH);
	failures += schema_differs(*state, "master", "pushed not_pushed NULL not_pushed NULL",
		"SELECT group_concat(ifnull(api_push_status, 'NULL'), ' ') FROM (SELECT * FROM ic_communication_master "
		"ORDER BY id)");
	failures += schema_differs(
		*state, "measured", "derivation_enums load_types resolution_deal setup_tables", MEASURED);
	failures += schema_differs(*state, "receipts", "pushed failed", RECEIPTS);
	assert_int_equal(failures, 0);
}

static void
resetting_the_derivation_empties_the_seven_tables(void **state)
{
	int failures = 0;

	go_on(*state);
	schema_file(*state, "schema/steps/reset_derive.sql");
	failures += schema_differs(*state, "derived and found", "0",
		"SELECT (SELECT count(*) FROM ic_notes) + (SELECT count(*) FROM finding)");
	failures += schema_differs(*state, "master",
		"pending - - pushed; pending - - failed; pending - - -; pending - - -; "
		"pending - - -",
		"SELECT group_concat(staging_status || ' ' || ifnull(error_message, '-') || ' ' || "
		"ifnull(processed_at, '-') || ' ' || ifnull(api_push_status, '-'), '; ') FROM (SELECT * FROM "
		"ic_communication_master ORDER BY id)");
	failures += schema_differs(*state, "receipts", "pushed failed", RECEIPTS);
	assert_int_equal(failures, 0);
}

static void
resetting_the_resolution_takes_back_the_ids_and_the_log(void **state)
{
	int failures = 0;

	schema_run(
		*state, "INSERT INTO reconciliation_log (operation, entity_type) VALUES ('CONTACT_SYNC', 'contact')");
	schema_file(*state, "schema/steps/reset_resolve.sql");
	failures += schema_differs(*state, "rows", "1 - - - 0; 2 - - - 0; 3 - - - 0; 4 - - - 0; 5 - - - 0", ROWS);
	failures += schema_differs(*state, "links", "0", "SELECT count(hubspot_contact_id) FROM communication_link");
	failures +=
		schema_differs(*state, "log", "CONTACT_SYNC", "SELECT group_concat(operation) FROM reconciliation_log");
	failures += schema_differs(*state, "mappings", "3", "SELECT count(*) FROM contacts_reconciliation");
	schema_folder(*state, "schema/steps/resolve/");
	failures += schema_differs(
		*state, "again", "1 9007199254740993 2000 3000 0; 2 - 2000 - 0; 3 - - - 1; 4 - - - 1; 5 - - - 1", ROWS);
	assert_int_equal(failures, 0);
}

static void
resetting_the_load_empties_the_master_and_what_hangs_on_it(void **state)
{
	int failures = 0;

	go_on(*state);
	schema_run(*state, "PRAGMA foreign_keys = ON");
	schema_file(*state, "schema/steps/reset_load.sql");
	failures += schema_differs(*state, "rows left", "0",
		"SELECT (SELECT count(*) FROM ic_communication_master) + (SELECT count(*) FROM ic_notes) + (SELECT "
		"count(*) "
		"FROM row_origin) + (SELECT count(*) FROM communication_link) + (SELECT count(*) FROM replaced_row) + "
		"(SELECT count(*) FROM finding) + (SELECT count(*) FROM code_combination) + (SELECT count(*) FROM "
		"reconciliation_log)");
	failures += schema_differs(*state, "inputs, columns, rejects of the mappings", "2 2 2",
		"SELECT (SELECT group_concat(id) FROM input) || ' ' || (SELECT group_concat(input_id) FROM "
		"input_column) || "
		"' ' || (SELECT group_concat(input_id) FROM reject)");
	failures += schema_differs(*state, "mappings", "3", "SELECT count(*) FROM contacts_reconciliation");
	failures += schema_differs(*state, "receipts", "pushed failed", RECEIPTS);
	assert_int_equal(failures, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, schema_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_reference_gets_the_id_its_mapping_has),
		TEST(a_link_is_resolved_too_and_shows_an_orphaned_communication_on_its_record),
		TEST(the_log_has_a_row_for_each_legacy_id_with_its_reason_and_number_of_rows),
		TEST(resolving_again_writes_nothing),
		TEST(a_changed_mapping_is_taken_over_and_the_log_holds_nothing_stale),
		TEST(the_log_of_others_is_left_alone),
		TEST(resetting_the_payloads_takes_back_what_failed_and_keeps_what_was_pushed),
		TEST(resetting_the_derivation_empties_the_seven_tables),
		TEST(resetting_the_resolution_takes_back_the_ids_and_the_log),
		TEST(resetting_the_load_empties_the_master_and_what_hangs_on_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
