#include "cli/profile_json.h"

#include "cli/answers.h"
#include "rules/sql.h"

#include <string.h>

static json_t *
number(uint64_t n)
{
	return json_integer((json_int_t)n);
}

/* The rows of a statement as an array of objects, its columns for names. */
static bool
rows(struct db *db, const char *path, json_t *array, struct err *e)
{
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	if (sql_query(&q, db, path, e))
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			json_t *row = json_object();

			for (int i = 0; i < sqlite3_column_count(q.stmt); i++) {
				bool is_number = sqlite3_column_type(q.stmt, i) == SQLITE_INTEGER;

				json_object_set_new(row, sqlite3_column_name(q.stmt, i),
					query_null(&q, i) ? json_null()
					: is_number	  ? json_integer((json_int_t)query_int(&q, i))
							  : json_string(query_text(&q, i)));
			}
			json_array_append_new(array, row);
		}
	query_close(&q);
	return step == QUERY_END;
}

static json_t *
counted(uint64_t count, uint64_t line)
{
	return json_pack("{s:o, s:o}", "count", number(count), "line", number(line));
}

static json_t *
dates(const struct profile_column *c)
{
	const struct dates_column *d = &c->dates;
	json_t *it = json_object(), *forms = json_object(), *hours = json_array();

	for (int i = 0; i < DATES_FORMS; i++)
		if (d->forms[i] > 0)
			json_object_set_new(forms, dates_form_names[i], counted(d->forms[i], d->lines[i]));
	for (int i = 0; i < PROFILE_HOURS; i++)
		json_array_append_new(hours, number(c->hours[i]));
	json_object_set_new(it, "verdict", json_string(profile_column_verdict(c)));
	json_object_set_new(it, "forms", forms);
	json_object_set_new(it, "only_day_month", counted(d->only_dmy, d->line_dmy));
	json_object_set_new(it, "only_month_day", counted(d->only_mdy, d->line_mdy));
	json_object_set_new(it, "either", counted(d->either, d->line_either));
	json_object_set_new(it, "date_only", number(c->date_only));
	json_object_set_new(it, "sentinels", number(c->sentinels));
	json_object_set_new(it, "hours", hours);
	return it;
}

/* The null markers that stand in the column, by word. */
static json_t *
nulls(const struct profile_column *c, const char *words)
{
	json_t *it = json_object();

	for (int i = 0; *words != '\0' && i < SURVEY_WORDS; i++) {
		size_t size = strcspn(words, " ");

		if (c->words[i] > 0)
			json_object_setn_new(it, words, size, number(c->words[i]));
		words += size + (words[size] == ' ');
	}
	return it;
}

static json_t *
column(const struct columns_one *head, const struct profile_column *c, const char *words)
{
	bool is_ours = head->column != SOURCE_COLUMNS;
	enum source_class class = is_ours ? source_columns[head->column].class : SOURCE_TEXT;
	json_t *it = json_object();

	json_object_set_new(it, "header", json_string(head->header));
	json_object_set_new(it, "column", is_ours ? json_string(source_columns[head->column].name) : json_null());
	json_object_set_new(it, "extra", head->extra == NULL ? json_null() : json_string(head->extra));
	json_object_set_new(it, "filled", number(c->filled));
	json_object_set_new(it, "empty", number(c->empty));
	json_object_set_new(it, "quoted_empty", number(c->quoted_empty));
	json_object_set_new(it, "null_markers", nulls(c, words));
	json_object_set_new(it, "distinct", number(c->distinct));
	json_object_set_new(it, "distinct_or_more", json_boolean(c->distinct >= PROFILE_DISTINCT_MAX));
	json_object_set_new(it, "longest", number(c->longest));
	json_object_set_new(it, "longest_count", number(c->longest_count));
	json_object_set_new(it, "looks_cut", json_boolean(class == SOURCE_TEXT && profile_column_is_cut(c)));
	json_object_set_new(it, "nul_bytes", number(c->nul));
	json_object_set_new(it, "private_use", number(c->private_use));
	json_object_set_new(it, "mojibake", number(c->mojibake));
	json_object_set_new(it, "rtf", number(c->rtf));
	if (class == SOURCE_ID) {
		json_object_set_new(it, "no_id", counted(c->no_id, c->no_id_line));
		json_object_set_new(it, "point_ids", number(c->point_ids));
		json_object_set_new(it, "zero_ids", number(c->zero_ids));
	}
	if (class == SOURCE_TIME)
		json_object_set_new(it, "dates", dates(c));
	return it;
}

static json_t *
rejects(const struct profile_file *f)
{
	json_t *array = json_array();

	for (size_t i = 0; i < f->reject_count; i++)
		json_array_append_new(array,
			json_pack("{s:s, s:s?, s:o, s:o}", "code", f->rejects[i].code, "column", f->rejects[i].column,
				"rows", number(f->rejects[i].rows), "line", number(f->rejects[i].line)));
	return array;
}

static json_t *
file(const struct context *c, const struct profile_file *f)
{
	const struct reader *r = f->reader;
	const struct intake *in = r->file->intake;
	char delimiter[2] = {in->dialect.delimiter, '\0'};
	json_t *columns = json_array(), *it = json_object();

	for (size_t i = 0; i < r->column_count; i++)
		json_array_append_new(
			columns, column(&r->columns[i], &f->columns[i], stage_text(&c->stage, "null_markers")));
	json_object_set_new(it, "file", json_string(in->name));
	json_object_set_new(it, "bytes", number(in->bytes));
	json_object_set_new(it, "sha256", json_string(in->sha256));
	json_object_set_new(it, "rows", number(r->rows));
	json_object_set_new(it, "encoding", json_string(in->encoding));
	json_object_set_new(
		it, "encoding_evidence", json_string(in->told_encoding ? "as --encoding says" : in->found.reason));
	json_object_set_new(it, "byte_order_mark", json_boolean(in->found.bom > 0));
	json_object_set_new(it, "delimiter", json_string(delimiter));
	json_object_set_new(it, "delimiter_evidence",
		json_pack("{s:b, s:o, s:o, s:o}", "told", in->told_delimiter, "columns", number(in->dialect.cells),
			"records", number(in->dialect.records), "even", number(in->dialect.even)));
	json_object_set_new(it, "line_ends",
		json_pack("{s:o, s:o, s:o}", "lf", number(f->ends[0]), "crlf", number(f->ends[1]), "cr",
			number(f->ends[2])));
	json_object_set_new(it, "longest_record",
		json_pack("{s:o, s:o}", "bytes", number(f->longest), "line", number(f->longest_line)));
	json_object_set_new(it, "date_order", json_string(dates_order_names[r->order]));
	json_object_set_new(it, "null_words_in_texts", number(r->counts.null_words));
	json_object_set_new(it, "refused", in->problem.kind == ERR_NONE ? json_null() : json_string(in->problem.text));
	json_object_set_new(it, "rejects", rejects(f));
	json_object_set_new(it, "columns", columns);
	return it;
}

static json_t *
duplicates(const struct profile *p, struct err *e)
{
	json_t *array = json_array(), *conflicts = json_array(), *it = NULL;

	if (rows(p->db, "src/steps/stage/look/sql/profile_duplicates.sql", array, e) &&
		rows(p->db, "src/steps/stage/look/sql/profile_conflicts.sql", conflicts, e)) {
		it = json_incref(json_array_get(array, 0));
		json_object_set(it, "conflicts", conflicts);
	}
	json_decref(array);
	json_decref(conflicts);
	return it;
}

bool
profile_json(const struct context *c, const struct profile *p, struct err *e)
{
	json_t *files = json_array(), *lines = json_array(), *defaults = json_array(), *twice = duplicates(p, e);
	bool ok = twice != NULL && rows(p->db, "src/steps/stage/look/sql/profile_lines.sql", lines, e) &&
		  rows(p->db, "src/steps/stage/look/sql/profile_defaults.sql", defaults, e);

	for (int i = 0; ok && i < p->file_count; i++)
		json_array_append_new(files, file(c, &p->files[i]));
	if (ok)
		ok = answer_json("profile",
			json_pack("{s:s, s:s, s:O, s:O, s:O, s:O}", "rule_set", c->rules->name, "other_rule_set",
				p->other_rules, "files", files, "profile", lines, "defaults", defaults, "duplicates",
				twice),
			e);
	json_decref(files);
	json_decref(lines);
	json_decref(defaults);
	json_decref(twice);
	return ok;
}
