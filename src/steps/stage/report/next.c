#include "steps/stage/report/next.h"

#include "steps/stage/report/layout.h"

#include <string.h>

static void
add(json_t *next, const char *text, const char *command, const char *section)
{
	json_array_append_new(
		next, json_pack("{s:s, s:s?, s:s}", "text", text, "command", command, "section", section));
}

/* The first step that is to do: the later ones follow from it. */
static void
add_step(const json_t *document, json_t *next)
{
	const json_t *step;
	size_t i;

	json_array_foreach(json_object_get(document, "steps"), i, step)
	{
		char command[80];

		if (strcmp(report_text_of(step, "state"), "done") == 0)
			continue;
		snprintf(command, sizeof command, "hubstage %s", report_text_of(step, "step"));
		add(next, "Do the steps that are not done or out of date, this one first.", command, "about");
		return;
	}
}

static bool
has_failed(const json_t *document, const char *name)
{
	const json_t *gate;
	size_t i;

	json_array_foreach(json_object_get(document, "gates"), i, gate)
	{
		if (strcmp(report_text_of(gate, "name"), name) == 0)
			return !json_is_true(json_object_get(gate, "passed"));
	}
	return false;
}

static void
add_gates(const json_t *document, json_t *next)
{
	static const struct {
		const char *gate, *text, *command, *section;
	} cures[] = {
		{"resolution_contact", "Complete the contacts file: unresolved.csv names the ids that it lacks.", NULL,
			"resolution"},
		{"resolution_company", "Complete the companies file: unresolved.csv names the ids that it lacks.", NULL,
			"resolution"},
		{"resolution_deal", "Complete the deals file: unresolved.csv names the ids that it lacks.", NULL,
			"resolution"},
		{"resolution_orphans",
			"Decide about the communications whose own references resolve to nothing: orphans.csv lists "
			"those that no attendee leads to a HubSpot record either.",
			NULL, "resolution"},
		{"load_unrecognised",
			"Give the types that no rule knows a line in classification.csv of a copy of the rules, and "
			"run "
			"again with --rules.",
			"hubstage rules export DIR", "codes"},
		{"load_date_order", "Look at the actions whose rows end before they start: their dates may be swapped.",
			NULL, "time"},
	};

	for (size_t i = 0; i < sizeof cures / sizeof cures[0]; i++)
		if (has_failed(document, cures[i].gate))
			add(next, cures[i].text, cures[i].command, cures[i].section);
}

/* Rows that stay behind, and how they can come along. */
static void
add_rows(const json_t *document, json_t *next)
{
	static const struct {
		const char *member, *text, *section;
	} kinds[] = {
		{"rejected",
			"Correct the rejected records in a copy of rejects.csv and run again with it as one more file.",
			"rejects"},
		{"error", "Correct the communications in error in the source: errors.csv says why. Then run again.",
			"findings"},
		{"held",
			"Decide about what is held: held.csv says why. Change the rules or the rows, or leave it "
			"behind.",
			"findings"},
		{"vanished", "Decide about what HubSpot has and the source has no longer: vanished.csv lists it.",
			"flow"},
	};
	const json_t *accounting = json_object_get(document, "accounting");

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (report_int_of(accounting, kinds[i].member) > 0)
			add(next, kinds[i].text, NULL, kinds[i].section);
}

static json_int_t
sum_of(const json_t *document, const char *array, const char *member)
{
	const json_t *row;
	json_int_t sum = 0;
	size_t i;

	json_array_foreach(json_object_get(document, array), i, row) sum += report_int_of(row, member);
	return sum;
}

json_t *
report_next(const json_t *document, bool may_push)
{
	const json_t *other = json_object_get(document, "other_rules");
	json_t *next = json_array();

	add_step(document, next);
	add_gates(document, next);
	add_rows(document, next);
	if (json_is_true(json_object_get(other, "adds_action")) && sum_of(document, "moves", "by_rule") > 0)
		add(next, "Decide which rule set fits this data: their types differ.", NULL, "codes");
	if (sum_of(document, "placeholders", "rows") > 0)
		add(next, "Look whether e-mails may go out with placeholder addresses; they are settings of the rules.",
			NULL, "texts");
	if (json_array_size(json_object_get(document, "sample")) > 0)
		add(next, "Check the sample by eye.", NULL, "sample");
	if (may_push)
		add(next, "Push a few of each type first, look at them in HubSpot, then push the rest.",
			"hubstage-push push --portal ID --canary 2", "flow");
	return next;
}
