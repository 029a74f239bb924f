#include "steps/stage/bundle.h"

#include "core/bag.h"
#include "core/file.h"
#include "core/mem.h"
#include "rules/sql.h"
#include "steps/stage/account.h"

#include <stdlib.h>
#include <string.h>

struct bundle {
	char *dir;
	struct file *created[ACTIVITIES], *updated[ACTIVITIES];
	int64_t created_lines[ACTIVITIES], updated_lines[ACTIVITIES];
};

/* The path of a type's file within the bag; free() it. */
static char *
path_of(int activity, bool update)
{
	return mem_format("data/%s%s.ndjson", update ? "updates/" : "", activity_names[activity]);
}

static struct file *
open_lines(struct bundle *b, int activity, bool update, struct err *e)
{
	char *path = path_of(activity, update), *whole = file_join(b->dir, path);
	struct file *f = file_open(whole, FILE_HASH | FILE_EARLY, e);

	free(whole);
	free(path);
	return f;
}

struct bundle *
bundle_open(const char *dir, struct err *e)
{
	struct bundle *b = mem_new(sizeof *b);
	char *data = file_join(dir, "data");
	bool ok;

	b->dir = mem_text(dir);
	ok = file_mkdir(data, e);
	for (int i = 0; ok && i < ACTIVITIES; i++)
		ok = (b->created[i] = open_lines(b, i, false, e)) != NULL;
	free(data);
	if (!ok) {
		bundle_close(b);
		b = NULL;
	}
	return b;
}

void
bundle_close(struct bundle *b)
{
	if (b == NULL)
		return;
	for (int i = 0; i < ACTIVITIES; i++) {
		file_close(b->created[i]);
		file_close(b->updated[i]);
	}
	free(b->dir);
	free(b);
}

/* {"id":"123","properties"... from {"properties"... */
static bool
add_update(struct bundle *b, int activity, int64_t hubspot_id, const char *line, size_t size, struct err *e)
{
	char head[48];
	struct file *f = b->updated[activity];
	int head_size = sqlite3_snprintf(sizeof head, head, "{\"id\":\"%lld\",", (long long)hubspot_id) == NULL
				? 0
				: (int)strlen(head);

	if (f == NULL) {
		char *updates = file_join(b->dir, "data/updates");

		if (file_mkdir(updates, e))
			f = b->updated[activity] = open_lines(b, activity, true, e);
		free(updates);
	}
	b->updated_lines[activity]++;
	return f != NULL && file_add(f, head, (size_t)head_size, e) && file_add(f, line + 1, size - 1, e) &&
	       file_add(f, "\n", 1, e);
}

bool
bundle_add(struct bundle *b, enum activity activity, int64_t hubspot_id, const char *line, size_t size, struct err *e)
{
	if (hubspot_id != 0)
		return add_update(b, (int)activity, hubspot_id, line, size, e);
	b->created_lines[activity]++;
	return file_add(b->created[activity], line, size, e) && file_add(b->created[activity], "\n", 1, e);
}

static int64_t
count_lines(const struct bundle *b)
{
	int64_t lines = 0;

	for (int i = 0; i < ACTIVITIES; i++)
		lines += b->created_lines[i] + b->updated_lines[i];
	return lines;
}

static json_t *
inputs_json(struct stage *stage, struct err *e)
{
	json_t *inputs = json_array();
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	if (sql_query(&q, stage->db, "src/steps/stage/sql/bundle_inputs.sql", e))
		while ((step = query_next(&q, e)) == QUERY_ROW)
			json_array_append_new(inputs,
				json_pack("{s:s, s:s, s:I, s:s}", "kind", query_text(&q, 0), "name", query_text(&q, 1),
					"bytes", (json_int_t)query_int(&q, 2), "sha256", query_text(&q, 3)));
	query_close(&q);
	if (step != QUERY_END) {
		json_decref(inputs);
		inputs = NULL;
	}
	return inputs;
}

static json_t *
counts_json(const struct bundle *b)
{
	json_t *counts = json_object();

	for (int i = 0; i < ACTIVITIES; i++)
		json_object_set_new(counts, activity_names[i],
			json_pack("{s:I, s:I}", "new", (json_int_t)b->created_lines[i], "changed",
				(json_int_t)b->updated_lines[i]));
	return counts;
}

/* bundle.json, without anything that differs between two machines. */
static bool
write_description(struct bundle *b, struct stage *stage, const struct accounting *accounting, struct err *e)
{
	json_t *inputs = inputs_json(stage, e), *it;
	char *path = file_join(b->dir, "data/bundle.json"), *text = NULL;
	bool ok = inputs != NULL;

	if (ok) {
		it = json_pack("{s:s, s:s, s:i, s:s, s:s, s:s, s:{s:s, s:s}, s:O, s:o, s:o}", "tool", "hubstage",
			"version", stage->version, "schema_version", sql_identity.user_version, "as_of",
			stage->as_of_utc, "timezone", stage_text(stage, "timezone"), "key_property",
			stage_text(stage, "key_property"), "rule_set", "name", stage->rules->name, "sha256",
			stage->rules->sha256, "inputs", inputs, "counts", counts_json(b), "accounting",
			account_json(accounting));
		text = json_dumps(it, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
		json_decref(it);
		ok = file_write(path, text, strlen(text), e);
	}
	free(text);
	free(path);
	json_decref(inputs);
	return ok;
}

static bool
seal_lines(struct bag *bag, struct file *f, int activity, bool update, struct err *e)
{
	char *path = path_of(activity, update);
	bool ok = file_finish(f, e) && bag_add(bag, path, file_hex(f), file_size(f), e);

	free(path);
	return ok;
}

static bool
seal(struct bundle *b, struct stage *stage, struct err *e)
{
	struct bag *bag = bag_open(b->dir);
	char *agent = mem_format("hubstage %s", stage->version);
	char date[11] = "";
	bool ok = bag_add_file(bag, "data/bundle.json", e);

	memcpy(date, stage->as_of_utc, 10);
	for (int i = 0; ok && i < ACTIVITIES; i++) {
		ok = seal_lines(bag, b->created[i], i, false, e);
		if (ok && b->updated[i] != NULL)
			ok = seal_lines(bag, b->updated[i], i, true, e);
	}
	ok = ok && bag_info(bag, "Bag-Software-Agent", agent, e) && bag_info(bag, "Bagging-Date", date, e) &&
	     bag_finish(bag, e);
	free(agent);
	bag_close(bag);
	return ok;
}

bool
bundle_settle(struct bundle *b, struct stage *stage, struct err *e)
{
	struct accounting accounting;

	if (!account_read(stage->db, &accounting, e) || !account_check(&accounting, true, e))
		return false;
	if (count_lines(b) != accounting.new_rows + accounting.changed)
		return err_set(e, ERR_FAULT,
			"rows do not add up: %lld new + %lld changed, but %lld lines in the bundle",
			(long long)accounting.new_rows, (long long)accounting.changed, (long long)count_lines(b));
	return write_description(b, stage, &accounting, e) && seal(b, stage, e) && stage_done(stage, "payloads", e);
}
