/* push, reconcile, plan, status: what is sent, what would be, what was. */
#include "cli/push_context.h"
#include "cli/table.h"
#include "cli/words.h"

#include <stdio.h>
#include <string.h>

static json_t *
decisions_json(const struct intake_count *n)
{
	return json_pack("{s:I, s:I, s:I, s:I, s:I, s:I}", "lines", (json_int_t)n->lines, "create",
		(json_int_t)n->by[DECIDE_CREATE], "update", (json_int_t)n->by[DECIDE_UPDATE], "planned",
		(json_int_t)n->by[DECIDE_PLANNED], "nothing", (json_int_t)n->by[DECIDE_NOTHING], "held_back",
		(json_int_t)(n->by[DECIDE_WAIT] + n->by[DECIDE_TYPE] + n->by[DECIDE_IDENTITY]));
}

static void
say_conflicts(const struct intake *in)
{
	if (in->all.by[DECIDE_TYPE] > 0)
		words_warning("%lld records are in HubSpot as another type, and were not sent",
			(long long)in->all.by[DECIDE_TYPE]);
	if (in->all.by[DECIDE_IDENTITY] > 0)
		words_warning("%lld updates name another HubSpot record than the journal, and were not sent",
			(long long)in->all.by[DECIDE_IDENTITY]);
}

static void
print_send(const char *name, const struct context *c, const struct send_result *r)
{
	const struct engine *g = &r->engine;

	if (c->in->json) {
		push_document(
			name, json_pack("{s:I, s:b, s:o, s:o, s:I, s:f, s:s, s:{s:I, s:I, s:I, s:I, s:I, s:I}}",
				      "portal", (json_int_t)r->portal.id, "dry_run", c->options.dry_run, "plan",
				      decisions_json(&r->intake.all), "accounting", push_tallies_json(&r->tallies),
				      "calls", (json_int_t)r->calls, "seconds", r->seconds, "stopped", g->why, "run",
				      "created", (json_int_t)g->created, "updated", (json_int_t)g->updated, "adopted",
				      (json_int_t)g->adopted, "rejected", (json_int_t)g->rejected, "given_up",
				      (json_int_t)g->given_up, "links_unread", (json_int_t)g->links_unread));
		return;
	}
	push_tallies_print(&r->tallies);
	printf("\n%s: portal %lld, %lld calls, %.1f s\n", c->options.dry_run ? "dry run" : name,
		(long long)r->portal.id, (long long)r->calls, r->seconds);
}

/* What is left to say on stderr, and the exit status. */
static bool
conclude(struct context *c, const struct send_result *r, struct err *e)
{
	const struct tally *t = &r->tallies.all;
	int status = send_status(r);

	say_conflicts(&r->intake);
	if (t->rejected > 0)
		words_note("%lld records were refused: hubstage-push report lists them", (long long)t->rejected);
	if (t->links_missing > 0)
		words_note("%lld records lack associations in HubSpot", (long long)t->links_missing);
	if (r->engine.links_unread > 0)
		words_warning(
			"the associations of %lld records were not read back: hubstage-push reconcile tries again",
			(long long)r->engine.links_unread);
	if (r->engine.adopted > 0)
		words_note(
			"%lld records were in HubSpot before, and were left as they are", (long long)r->engine.adopted);
	if (status == 0 || status == STATUS_ROWS) {
		c->in->status = (enum command_status)status;
		return true;
	}
	if (r->engine.stop >= ERR_INTERRUPTED)
		return err_set(e, r->engine.stop, "%s", r->engine.why);
	if (status == ERR_UNKNOWN)
		return err_set(e, ERR_UNKNOWN,
			"%s%sthe outcome of %lld records is unknown: hubstage-push reconcile settles them",
			r->engine.why, r->engine.why[0] == '\0' ? "" : "; ", (long long)t->unknown);
	return err_set(e, (enum err_kind)status, "%s",
		r->engine.why[0] != '\0' ? r->engine.why
					 : "some records could not be sent; the same command tries again");
}

bool
push_send_command(struct context *c, struct invocation *in, struct err *e)
{
	struct send_result r;

	(void)in;
	if (!push_confirm(c, "send the bundle", false, e) || !step_push(&c->push, &r, e))
		return false;
	print_send("push", c, &r);
	if (c->options.dry_run)
		return true;
	return conclude(c, &r, e);
}

bool
push_reconcile_command(struct context *c, struct invocation *in, struct err *e)
{
	struct send_result r;

	(void)in;
	if (!step_reconcile(&c->push, &r, e))
		return false;
	print_send("reconcile", c, &r);
	return conclude(c, &r, e);
}

bool
push_status_command(struct context *c, struct invocation *in, struct err *e)
{
	struct tallies t;

	if (!push_open_journal(&c->push, false, e) || !tally_read(c->push.journal->db, 0, &t, e))
		return false;
	if (in->json)
		push_document("status", json_pack("{s:o}", "accounting", push_tallies_json(&t)));
	else
		push_tallies_print(&t);
	if (t.all.unknown > 0)
		return err_set(e, ERR_UNKNOWN,
			"the outcome of %lld records is unknown: hubstage-push reconcile settles them",
			(long long)t.all.unknown);
	if (t.all.rejected > 0 || t.all.links_missing > 0)
		in->status = STATUS_ROWS;
	return true;
}

static void
print_plan(const struct plan_result *r, int64_t rate)
{
	static const struct table_column columns[] = {{"type", false}, {"lines", true}, {"to create", true},
		{"to update", true}, {"nothing to do", true}, {"held back", true}};
	struct table table = {.columns = columns, .count = 6};

	for (int t = 0; t <= ACTIVITIES; t++) {
		const struct intake_count *n = t == ACTIVITIES ? &r->intake.all : &r->intake.types[t];

		table_text(&table, t == ACTIVITIES ? "all" : activity_names[t]);
		table_number(&table, n->lines);
		table_number(&table, n->by[DECIDE_CREATE] + n->by[DECIDE_PLANNED]);
		table_number(&table, n->by[DECIDE_UPDATE]);
		table_number(&table, n->by[DECIDE_NOTHING]);
		table_number(&table, n->by[DECIDE_WAIT] + n->by[DECIDE_TYPE] + n->by[DECIDE_IDENTITY]);
	}
	table_print(&table, stdout);
	table_clear(&table);
	printf("\n%lld calls, %lld s at %lld a second, %.1f MB\n", (long long)r->calls, (long long)r->seconds,
		(long long)rate, (double)r->intake.bytes / 1e6);
	if (r->quota_limit >= 0)
		printf("HubSpot's day: %lld of %lld calls used\n", (long long)r->quota_used, (long long)r->quota_limit);
}

bool
push_plan_command(struct context *c, struct invocation *in, struct err *e)
{
	struct plan_result r;
	json_t *types = json_object();

	c->options.dry_run = true;
	if (!step_plan(&c->push, &r, e)) {
		json_decref(types);
		return false;
	}
	for (int t = 0; t < ACTIVITIES; t++)
		json_object_set_new(types, activity_names[t], decisions_json(&r.intake.types[t]));
	if (in->json)
		push_document(
			"plan", json_pack("{s:o, s:O, s:I, s:I, s:I, s:I, s:I}", "all", decisions_json(&r.intake.all),
					"types", types, "calls", (json_int_t)r.calls, "seconds", (json_int_t)r.seconds,
					"bytes", (json_int_t)r.intake.bytes, "quota_limit", (json_int_t)r.quota_limit,
					"quota_used", (json_int_t)r.quota_used));
	else
		print_plan(&r, c->options.rate);
	json_decref(types);
	say_conflicts(&r.intake);
	return true;
}
