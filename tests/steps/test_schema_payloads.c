#include "schema_db.h"

#include <stdio.h>

/* HubSpot's association type ids, activity to record: hubspot's own table, in every portal the same. */
static const struct {
	const char *type;
	int contact, company, deal;
} numbers[] = {
	{"calls", 194, 182, 206},
	{"emails", 198, 186, 210},
	{"meetings", 200, 188, 212},
	{"notes", 202, 190, 214},
	{"tasks", 204, 192, 216},
	{"communications", 81, 87, 85},
	{"postal_mail", 453, 459, 457},
};

static json_t *
template_get(const char *type)
{
	char *path = sqlite3_mprintf("schema/rules/plan/payloads/%s.json", type);
	const struct embedded *file = embedded_find(path);
	json_error_t error;
	json_t *json;

	sqlite3_free(path);
	if (file == NULL)
		fail_msg("there is no template of %s", type);
	json = json_loadb((const char *)file->bytes, file->size, JSON_REJECT_DUPLICATES, &error);
	if (json == NULL)
		fail_msg("%s: line %d: %s", type, error.line, error.text);
	return json;
}

static void
a_template_names_its_type_and_hubspot_s_association_ids(void **state)
{
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(numbers); i++) {
		json_t *json = template_get(numbers[i].type);
		const char *object, *setting;
		int contact, company, deal;

		if (json_unpack(json, "{s:s, s:{s:s}, s:{s:i, s:i, s:i !}}", "object", &object, "key", "setting",
			    &setting, "associations", "contact", &contact, "company", &company, "deal", &deal) != 0 ||
			strcmp(object, numbers[i].type) != 0 || strcmp(setting, "key_property") != 0 ||
			contact != numbers[i].contact || company != numbers[i].company || deal != numbers[i].deal) {
			print_error("%s is not as it should be\n", numbers[i].type);
			failures++;
		}
		json_decref(json);
	}
	assert_int_equal(failures, 0);
}

/* 1 and a message for each column named in the object, or in those within it, that the view has not. */
static int
columns_lack(struct db *db, const char *type, json_t *object)
{
	static const char *const members[] = {"column", "unless_equal", "email", "firstName", "lastName"};
	const char *name;
	json_t *value;
	int failures = 0;

	for (size_t i = 0; i < COUNT(members); i++) {
		const char *column = json_string_value(json_object_get(object, members[i]));

		if (column != NULL)
			failures += schema_differs(db, column, "1",
				"SELECT count(*) FROM pragma_table_info('v_ic_%s_staging') WHERE name = %Q", type,
				column);
	}
	json_object_foreach(object, name, value)
	{
		if (json_is_object(value))
			failures += columns_lack(db, type, value);
	}
	return failures;
}

static void
a_template_names_columns_of_its_view_and_maps_of_the_rule_set(void **state)
{
	int failures = 0;

	for (size_t i = 0; i < COUNT(numbers); i++) {
		json_t *json = template_get(numbers[i].type), *property;
		const char *name;

		failures += columns_lack(*state, numbers[i].type, json);
		json_object_foreach(json_object_get(json, "properties"), name, property)
		{
			const char *map = json_string_value(json_object_get(property, "map"));

			if (map != NULL)
				failures += schema_differs(
					*state, map, "1", "SELECT count(*) > 0 FROM rule_value WHERE target = %Q", map);
		}
		json_decref(json);
	}
	assert_int_equal(failures, 0);
}

static void
a_template_has_the_properties_of_the_contract_in_its_order(void **state)
{
	static const char *const cases[][2] = {
		{"calls", "hs_timestamp hs_call_title hs_call_body hs_call_direction hs_call_duration hs_call_status "
			  "hs_call_disposition hs_call_from_number hs_call_to_number hubspot_owner_id"},
		{"emails", "hs_timestamp hs_email_subject hs_email_html hs_email_direction hs_email_status "
			   "hs_email_headers hubspot_owner_id"},
		{"meetings", "hs_timestamp hs_meeting_title hs_meeting_body hs_internal_meeting_notes "
			     "hs_meeting_start_time hs_meeting_end_time hs_meeting_outcome hs_meeting_location "
			     "hubspot_owner_id"},
		{"notes", "hs_timestamp hs_note_body hubspot_owner_id"},
		{"tasks", "hs_timestamp hs_task_subject hs_task_body hs_task_status hs_task_priority hs_task_type "
			  "hubspot_owner_id"},
		{"communications", "hs_timestamp hs_communication_channel_type hs_communication_logged_from "
				   "hs_communication_body hubspot_owner_id"},
		{"postal_mail", "hs_timestamp hs_postal_mail_body hubspot_owner_id"},
	};
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++) {
		json_t *json = template_get(cases[i][0]);
		char *text = json_dumps(json_object_get(json, "properties"), JSON_COMPACT);

		failures += schema_differs(
			*state, cases[i][0], cases[i][1], "SELECT group_concat(key, ' ') FROM json_each(%Q)", text);
		free(text);
		json_decref(json);
	}
	assert_int_equal(failures, 0);
}

static void
the_values_that_hubspot_spells_otherwise_are_mapped(void **state)
{
	static const char *const cases[][3] = {
		{"hs_email_direction", "OUTGOING", "EMAIL"},
		{"hs_email_direction", "INCOMING", "INCOMING_EMAIL"},
		{"hs_meeting_outcome", "CANCELLED", "CANCELED"},
		{"hs_meeting_outcome", "NO_SHOW", "(no row)"},
		{"hs_communication_channel_type", "WHATS_APP", "WHATS_APP"},
		{"hs_communication_channel_type", "SMS", "SMS"},
		{"hs_communication_channel_type", "LINKEDIN_MESSAGE", "LINKEDIN_MESSAGE"},
		{"hs_communication_channel_type", "CUSTOM", "(no row)"},
		{"hs_call_disposition", "Busy", "9d9162e7-6cf3-4944-bf63-4dff82258764"},
		{"hs_call_disposition", "Connected", "f240bbac-87c9-4f6e-bf70-924b57d47db7"},
		{"hs_call_disposition", "Left live message", "a4c4c377-d246-4b32-a13b-75a56a4cd0ff"},
		{"hs_call_disposition", "Left voicemail", "b2cf5968-551e-4856-9783-52b3da59a7d0"},
		{"hs_call_disposition", "No answer", "73a0d17f-1163-4015-bdd5-ec830791da20"},
		{"hs_call_disposition", "Wrong number", "17b47fee-58de-441e-a44c-c6300d46f273"},
		{"hs_call_disposition", "Completed", "(no row)"},
	};
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++)
		failures += schema_differs(*state, cases[i][1], cases[i][2],
			"SELECT value FROM rule_value WHERE target = %Q AND source = lower(%Q)", cases[i][0],
			cases[i][1]);
	assert_int_equal(failures, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, schema_setup, schema_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_template_names_its_type_and_hubspot_s_association_ids),
		TEST(a_template_names_columns_of_its_view_and_maps_of_the_rule_set),
		TEST(a_template_has_the_properties_of_the_contract_in_its_order),
		TEST(the_values_that_hubspot_spells_otherwise_are_mapped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
