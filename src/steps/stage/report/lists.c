#include "steps/stage/report/lists.h"

#include "core/file.h"
#include "core/mem.h"
#include "rules/sql.h"
#include "steps/stage/input/csvtext.h"
#include "steps/stage/report/private.h"

#include <stdlib.h>
#include <string.h>

enum { WRITE_AT = 1 << 16 };

static const struct {
	const char *name, *title;
} lists[] = {
	{"rejected", "records that did not load"},
	{"errors", "communications that their table refuses"},
	{"held", "communications that are derived and not sent"},
	{"skipped", "communications that a rule or a setting does not derive"},
	{"left_out", "values that are not sent"},
	{"flagged", "values that are sent and want a look"},
	{"changed", "communications that HubSpot has with another payload"},
	{"vanished", "communications that HubSpot has and the source has no longer"},
	{"orphans", "communications that lead to no HubSpot record"},
	{"unresolved", "legacy ids without a HubSpot id"},
	{"ambiguous", "legacy ids with two HubSpot ids"},
	{"merged", "further rows of a communication"},
	{"replaced", "rows in whose place a later file's stand"},
	{"unrecognised", "communications whose codes no rule knows"},
	{"placeholders", "e-mails with a placeholder address"},
	{"backwards", "communications that end before they start"},
	{"codes", "every pair of type and action, and what it becomes"},
	{"words", "every word of the code columns, per type"},
	{"months", "communications by month and type"},
	{"counts", "every count by type of hours, associations, values, ends and lengths, with the first id of each"},
};

/* What a list may show; `message`: as what report_veiled() knows its messages. */
struct veil {
	bool show_values;
	const char *message;
};

static void
add_text(struct query *q, int i, const struct veil *veil, struct buf *to)
{
	const char *text = query_text(q, i), *column = sqlite3_column_name(q->stmt, i);
	char *veiled;

	if (strcmp(column, "message") == 0)
		column = veil->message;
	veiled = veil->show_values ? NULL : report_veiled(column, text, query_size(q, i));
	if (veiled == NULL)
		csvtext_person(to, text, query_size(q, i), false);
	else
		csvtext_person(to, veiled, strlen(veiled), false);
	free(veiled);
}

static void
add_cells(struct query *q, const struct veil *veil, struct buf *to)
{
	int count = sqlite3_column_count(q->stmt);

	for (int i = 0; i < count; i++) {
		/* a number is no formula, also when it is below 0 */
		if (sqlite3_column_type(q->stmt, i) == SQLITE_TEXT)
			add_text(q, i, veil, to);
		else if (!query_null(q, i))
			buf_text(to, query_text(q, i));
		buf_char(to, i == count - 1 ? '\n' : ',');
	}
}

static void
add_header(struct query *q, struct buf *to)
{
	int count = sqlite3_column_count(q->stmt);

	for (int i = 0; i < count; i++)
		buf_format(to, "%s%c", sqlite3_column_name(q->stmt, i), i == count - 1 ? '\n' : ',');
}

/* Writes the rest of a statement that stands on its first row. */
static bool
write_rows(struct query *q, const char *path, const struct veil *veil, int64_t *rows, struct err *e)
{
	struct file *f = file_open(path, FILE_EARLY, e);
	struct buf lines = {0};
	enum query_step step = QUERY_ROW;
	bool ok = f != NULL;

	add_header(q, &lines);
	while (ok && step == QUERY_ROW) {
		add_cells(q, veil, &lines);
		++*rows;
		if (lines.size >= WRITE_AT) {
			ok = file_add(f, lines.bytes, lines.size, e);
			buf_reset(&lines);
		}
		step = query_next(q, e);
	}
	ok = ok && step == QUERY_END && file_add(f, lines.bytes, lines.size, e) && file_finish(f, e);
	file_close(f);
	buf_clear(&lines);
	return ok;
}

static bool
write_list(struct stage *stage, const char *dir, size_t i, json_t *written, struct err *e)
{
	char *path = mem_format("src/steps/stage/report/sql/list_%s.sql", lists[i].name);
	char *name = mem_format("%s.csv", lists[i].name), *file = file_join(dir, name);
	bool rejects = strcmp(lists[i].name, "rejected") == 0;
	struct veil veil = {stage->show_values, rejects ? "reject_message" : "message"};
	struct query q = {0};
	int64_t rows = 0;
	enum query_step step = QUERY_FAILED;
	bool ok = sql_query(&q, stage->db, path, e);

	if (ok)
		step = query_next(&q, e);
	ok = step == QUERY_END || (step == QUERY_ROW && write_rows(&q, file, &veil, &rows, e));
	if (rows > 0)
		json_array_append_new(written,
			json_pack("{s:s, s:s, s:I}", "file", name, "title", lists[i].title, "rows", (json_int_t)rows));
	query_close(&q);
	free(path);
	free(name);
	free(file);
	return ok;
}

json_t *
report_lists(struct stage *stage, const char *dir, struct err *e)
{
	json_t *written = json_array();

	for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
		if (!write_list(stage, dir, i, written, e)) {
			json_decref(written);
			return NULL;
		}
	return written;
}
