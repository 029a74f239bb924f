/* The reports of the plan: api_test_report after a test push, production_push_report after a full one. */
#include "core/clock.h"
#include "core/file.h"
#include "core/mem.h"
#include "rules/sql.h"
#include "steps/push/report_text.h"
#include "steps/push/steps.h"

#include <stdlib.h>
#include <string.h>

#define SQL "src/steps/push/sql/"

enum { RESPONSE_MS = 500, FAILURES_MAX = 100000 };

struct facts {
	int64_t bundle_id;
	bool test;
	char kind[8];
	struct tallies tallies;
	struct db *staging; /* NULL: not there */
	json_t *report;
};

static const char *
text_or_empty(struct query *q, int column)
{
	const char *text = query_text(q, column);

	return text == NULL ? "" : text;
}

static bool
read_run(struct push *p, struct facts *f, struct err *e)
{
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	if (sql_query(&q, p->journal->db, SQL "report_run.sql", e))
		step = query_next(&q, e);
	if (step == QUERY_ROW) {
		f->test = strcmp(text_or_empty(&q, 0), "test") == 0;
		memcpy(f->kind, f->test ? "test" : "full", 5);
		f->bundle_id = query_int(&q, 1);
		f->report = json_pack("{s:s, s:i, s:I, s:{s:s, s:s, s:s, s:I}, s:s, s:s, s:I, s:I, s:s}", "document",
			f->test ? "api_test_report" : "production_push_report", "version", 1, "portal",
			(json_int_t)query_int(&q, 2), "bundle", "sha256", text_or_empty(&q, 3), "as_of",
			text_or_empty(&q, 4), "rule_set", text_or_empty(&q, 5), "records", (json_int_t)query_int(&q, 6),
			"began", text_or_empty(&q, 7), "ended", text_or_empty(&q, 8), "runs",
			(json_int_t)query_int(&q, 9), "rate", (json_int_t)query_int(&q, 10), "stopped",
			text_or_empty(&q, 11));
	}
	query_close(&q);
	return step == QUERY_ROW ||
	       (step == QUERY_END && err_set(e, ERR_REFUSED, "nothing was pushed with this journal yet"));
}

static double
share(int64_t part, int64_t whole)
{
	return whole == 0 ? 100.0 : 100.0 * (double)part / (double)whole;
}

static json_t *
tally_of(const struct tally *t)
{
	return json_pack("{s:I, s:I, s:I, s:I, s:I, s:I, s:f}", "records", (json_int_t)t->records, "in_hubspot",
		(json_int_t)t->done, "refused", (json_int_t)t->rejected, "unknown", (json_int_t)t->unknown, "to_send",
		(json_int_t)t->planned, "links_missing", (json_int_t)t->links_missing, "success_pct",
		share(t->done, t->done + t->rejected + t->unknown));
}

static void
add_types(struct facts *f)
{
	json_t *types = json_object();

	for (int t = 0; t < ACTIVITIES; t++)
		json_object_set_new(types, activity_names[t], tally_of(&f->tallies.types[t]));
	json_object_set_new(f->report, "types", types);
	json_object_set_new(f->report, "all", tally_of(&f->tallies.all));
}

struct traffic {
	int64_t requests, limited;
	double latency; /* sum of answered ones, ms */
	int64_t answered;
};

static bool
add_requests(struct push *p, struct facts *f, struct traffic *traffic, struct err *e)
{
	struct query q = {0};
	json_t *kinds = json_object();
	enum query_step step = QUERY_FAILED;

	if (sql_query(&q, p->journal->db, SQL "report_requests.sql", e)) {
		query_bind_int(&q, 1, f->bundle_id);
		query_bind_text(&q, 2, f->kind);
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			int64_t n = query_int(&q, 1), lost = query_int(&q, 4);

			json_object_set_new(kinds, text_or_empty(&q, 0),
				json_pack("{s:I, s:I, s:I, s:I, s:I, s:f, s:f, s:f, s:f}", "requests", (json_int_t)n,
					"succeeded", (json_int_t)query_int(&q, 2), "limited_429",
					(json_int_t)query_int(&q, 3), "unanswered", (json_int_t)lost, "records",
					(json_int_t)query_int(&q, 5), "mean_ms", query_real(&q, 6), "median_ms",
					query_real(&q, 7), "p95_ms", query_real(&q, 8), "longest_ms",
					query_real(&q, 9)));
			traffic->requests += n;
			traffic->limited += query_int(&q, 3);
			traffic->answered += n - lost;
			traffic->latency += query_real(&q, 6) * (double)(n - lost);
		}
	}
	json_object_set_new(f->report, "requests", kinds);
	query_close(&q);
	return step == QUERY_END;
}

static void
add_kpi(json_t *kpis, const char *name, const char *target, double value, const char *unit, bool met)
{
	json_array_append_new(kpis, json_pack("{s:s, s:s, s:f, s:s, s:b}", "name", name, "target", target, "value",
					    value, "unit", unit, "met", met));
}

static bool
add_kpis(struct push *p, struct facts *f, const struct traffic *traffic, bool *met, struct err *e)
{
	const struct tally *t = &f->tallies.all;
	double success = share(t->done, t->done + t->rejected + t->unknown);
	double mean = traffic->answered == 0 ? 0 : traffic->latency / (double)traffic->answered;
	json_t *kpis = json_array(), *one;
	struct query q = {0};
	int64_t most = 0, over = 0;
	size_t i;
	bool ok = sql_query(&q, p->journal->db, SQL "report_rate.sql", e);

	if (ok) {
		query_bind_int(&q, 1, f->bundle_id);
		query_bind_text(&q, 2, f->kind);
		ok = query_next(&q, e) == QUERY_ROW;
		most = ok ? query_int(&q, 0) : 0;
		over = ok ? query_int(&q, 1) : 0;
	}
	query_close(&q);
	add_kpi(kpis, f->test ? "API test push success rate" : "API production push success rate",
		f->test ? "100%" : "> 98%", success, "%", f->test ? success >= 100 : success > 98);
	add_kpi(kpis, "Average API response time", "< 500 ms", mean, "ms", mean < RESPONSE_MS);
	add_kpi(kpis, "Rate limit compliance", "100%", share(traffic->requests - traffic->limited, traffic->requests),
		"%", traffic->limited == 0 && over == 0);
	add_kpi(kpis, "Most requests in any second", "the rate", (double)most, "", over == 0);
	if (!f->test)
		add_kpi(kpis, "Records not sent yet", "0", (double)t->planned, "", t->planned == 0);
	add_kpi(kpis, "Outcomes unknown", "0", (double)t->unknown, "", t->unknown == 0);
	*met = true;
	json_array_foreach(kpis, i, one) *met = *met && json_is_true(json_object_get(one, "met"));
	json_object_set_new(f->report, "kpis", kpis);
	return ok;
}

/* The line of the export, when the workspace has the database that it was read into. */
static void
add_source(struct facts *f, struct query *find, int64_t id, json_t *failure)
{
	struct err e;

	if (f->staging == NULL)
		return;
	query_bind_int(find, 1, id);
	if (query_next(find, &e) == QUERY_ROW) {
		json_object_set_new(failure, "source_file", json_string(text_or_empty(find, 0)));
		json_object_set_new(failure, "source_line", json_integer(query_int(find, 1)));
	}
	query_reset(find);
}

static bool
add_failures(struct push *p, struct facts *f, struct err *e)
{
	struct query q = {0}, find = {0};
	json_t *list = json_array();
	enum query_step step = QUERY_FAILED;
	struct err none;

	if (f->staging != NULL && !sql_query(&find, f->staging, SQL "report_source.sql", &none)) {
		db_close(f->staging);
		f->staging = NULL;
	}
	if (sql_query(&q, p->journal->db, SQL "report_failures.sql", e)) {
		query_bind_int(&q, 1, f->bundle_id);
		while ((step = query_next(&q, e)) == QUERY_ROW && json_array_size(list) < FAILURES_MAX) {
			enum activity type = activity_find(text_or_empty(&q, 1));
			json_t *failure = json_pack("{s:I, s:s, s:s, s:s, s:s, s:s, s:I}", "communication",
				(json_int_t)query_int(&q, 0), "type", text_or_empty(&q, 1), "state",
				text_or_empty(&q, 2), "code", text_or_empty(&q, 3), "reason", text_or_empty(&q, 4),
				"file", type == ACTIVITIES ? "" : parcel_name(type, query_int(&q, 5) != 0), "line",
				(json_int_t)query_int(&q, 6));

			add_source(f, &find, query_int(&q, 0), failure);
			json_array_append_new(list, failure);
		}
	}
	json_object_set_new(f->report, "failures_cut", json_boolean(step == QUERY_ROW));
	json_object_set_new(f->report, "failures", list);
	query_close(&q);
	query_close(&find);
	return step != QUERY_FAILED;
}

static bool
write_as(const char *dir, const char *name, const char *ending, const char *bytes, size_t size, struct err *e)
{
	char *file = mem_format("%s.%s", name, ending), *path = file_join(dir, file);
	bool ok = file_write(path, bytes, size, e);

	free(file);
	free(path);
	return ok;
}

static bool
write_all(const char *dir, const json_t *report, struct err *e)
{
	const char *name = json_string_value(json_object_get(report, "document"));
	char *json = json_dumps(report, JSON_INDENT(2));
	struct buf text = {0};
	bool ok = file_mkdir(dir, e) && write_as(dir, name, "json", json, strlen(json), e);

	report_markdown(report, &text);
	ok = ok && write_as(dir, name, "md", text.bytes, text.size, e);
	buf_reset(&text);
	report_html(report, &text);
	ok = ok && write_as(dir, name, "html", text.bytes, text.size, e);
	buf_clear(&text);
	free(json);
	return ok;
}

bool
step_report(struct push *p, const char *dir, struct report_result *r, struct err *e)
{
	struct facts f = {0};
	struct traffic traffic = {0};
	char *staging = file_join(p->options->out, "staging.db");
	struct err none;
	bool ok = push_open_journal(p, false, e) && read_run(p, &f, e) &&
		  tally_read(p->journal->db, f.bundle_id, &f.tallies, e);

	if (ok) {
		f.staging = db_open(staging, DB_READ, &sql_identity, &none);
		add_types(&f);
		ok = add_requests(p, &f, &traffic, e) && add_kpis(p, &f, &traffic, &r->kpis_met, e) &&
		     add_failures(p, &f, e) && write_all(dir, f.report, e);
	}
	r->name = f.test ? "api_test_report" : "production_push_report";
	db_close(f.staging);
	json_decref(f.report);
	free(staging);
	return ok;
}
