/* check and snapshot: what is asked of the portal before anything is sent. */
#include "cli/push_context.h"
#include "cli/table.h"
#include "cli/words.h"
#include "core/file.h"
#include "core/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool create_key;
static const char *key_property = "legacy_communication_id";

const struct option push_check_options[] = {
	{.name = "create-key", .flag = &create_key, .summary = "make the key property where it is missing"},
	{.name = "key-property",
		.value = "NAME",
		.text = &key_property,
		.summary = "the property that holds the communication id"},
	{0}};

static const char *const key_words[] = {
	[KEY_ABSENT] = "missing", [KEY_PLAIN] = "there, not unique", [KEY_UNIQUE] = "unique"};

static void
print_check(const struct check_result *r)
{
	static const struct table_column columns[] = {{"type", false}, {"key property", false}, {"", false}};
	struct table table = {.columns = columns, .count = 3};

	printf("portal %lld, %s, %s\n\n", (long long)r->portal.id, r->portal.account_type, r->portal.time_zone);
	for (int t = 0; t < ACTIVITIES; t++) {
		table_text(&table, activity_names[t]);
		table_text(&table, r->refused[t][0] != '\0' ? "" : key_words[r->keys[t]]);
		table_text(&table, r->refused[t][0] != '\0' ? r->refused[t] : r->made[t] ? "made now" : "");
	}
	table_print(&table, stdout);
	table_clear(&table);
}

static void
document_check(const struct check_result *r)
{
	json_t *types = json_object();

	for (int t = 0; t < ACTIVITIES; t++)
		json_object_set_new(types, activity_names[t],
			json_pack("{s:s, s:b, s:s}", "key", key_words[r->keys[t]], "made", r->made[t], "refused",
				r->refused[t]));
	push_document("check",
		json_pack("{s:I, s:s, s:s, s:b, s:o}", "portal", (json_int_t)r->portal.id, "account_type",
			r->portal.account_type, "time_zone", r->portal.time_zone, "ready", r->good, "types", types));
}

bool
push_check_command(struct context *c, struct invocation *in, struct err *e)
{
	struct check_result r;

	if (strlen(key_property) >= sizeof c->push.key_property ||
		strspn(key_property, "abcdefghijklmnopqrstuvwxyz0123456789_") != strlen(key_property))
		return err_set(e, ERR_USAGE, "--key-property: '%s' is no name of a property", key_property);
	memcpy(c->push.key_property, key_property, strlen(key_property) + 1);
	if (!step_check(&c->push, create_key, &r, e))
		return false;
	if (in->json)
		document_check(&r);
	else
		print_check(&r);
	if (r.lacks_key)
		return err_set(e, ERR_REFUSED, "the portal is not ready%s",
			create_key ? "" : "; --create-key makes the key property");
	return r.good || err_set(e, ERR_REMOTE, "the portal is not ready");
}

static const char *snapshot_file;

const struct option push_snapshot_options[] = {{.name = "file",
						       .value = "FILE",
						       .text = &snapshot_file,
						       .summary = "where to",
						       .otherwise = "portal.json in the workspace"},
	{0}};

bool
push_snapshot_command(struct context *c, struct invocation *in, struct err *e)
{
	char *file = snapshot_file != NULL ? mem_text(snapshot_file) : file_join(c->options.out, "portal.json");
	int64_t properties, owners;
	bool ok = (snapshot_file != NULL || file_mkdir(c->options.out, e)) &&
		  step_snapshot(&c->push, file, &properties, &owners, e);

	if (ok && in->json)
		push_document("snapshot", json_pack("{s:s, s:I, s:I}", "file", file, "properties",
						  (json_int_t)properties, "owners", (json_int_t)owners));
	else if (ok)
		printf("%s: %lld properties, %lld owners\n", file, (long long)properties, (long long)owners);
	free(file);
	return ok;
}
