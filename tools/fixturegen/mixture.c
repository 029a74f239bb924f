#include "mixture.h"

#include <stddef.h>

const char *const mixture_activities[ACTIVITIES] = {
	"calls", "emails", "meetings", "notes", "tasks", "communications", "postal_mail", "skipped", "held"};

#define NBSP "\u00a0"

struct family {
	uint32_t weight;
	const char *types[20], *actions[10], *statuses[20];
};

#define PLACES(array) ((uint32_t)(sizeof(array) / sizeof *(array)))

/* The words of the plan's types; NULL ends a list, "" stands for NULL in the file. */
static const struct family families[] = {
	[CALLS] = {230,
		{"Call", "Call", "Call", "Phone", "Phone", "call", "CALL", "VoIP", "Zoom", "Telephone", "PhoneCall",
			" Call ", "phone", "Call" NBSP},
		{"Outbound", "outgoing", "Inbound", "inbound", "Incoming", "Received", "in", "Out", ""},
		{"Completed", "Completed", "completed", "Done", "Finished", "Missed", "No Answer", "noanswer", "Busy",
			"Cancelled", "Failed", "In Progress", "Ringing", "Complete", "Left voicemail", ""}},
	[EMAILS] = {250, {"Email", "Email", "Email", "email", "E-mail", "e-mail", "EMAIL", "Email "},
		{"Outgoing", "Sent", "Outbound", "out", "Incoming", "Received", "inbound", "EmailOut", ""},
		{"Sent", "Sent", "sent", "Delivered", "Completed", "Failed", "Bounced", "Scheduled", "Pending",
			"Sending", "Read", ""}},
	[MEETINGS] = {150,
		{"Meeting", "Meeting", "meeting", "Appointment", "Visit", "Demo", "Presentation", "MEETING",
			"appointment"},
		{"Meeting", "Visit", "", ""},
		{"Completed", "Completed", "Attended", "Scheduled", "planned", "Upcoming", "Cancelled", "canceled",
			"No Show", "no  show", "Rescheduled", "Postponed", "Held", ""}},
	[NOTES] = {130, {"Note", "Note", "note", "Comment", "Annotation", "Memo", "NOTE"}, {"Note", "", ""},
		{"Completed", "", "", "Filed"}},
	[TASKS] = {130,
		{"Task", "Task", "task", "ToDo", "to-do", "Follow-up", "FollowUp", "followup", "Action", "TASK"},
		{"ToDo", "Prepare", "", ""},
		{"Completed", "Completed", "Done", "closed", "In Progress", "Started", "Waiting", "On Hold", "Deferred",
			"Postponed", "Not Started", "Open", ""}},
	[COMMUNICATIONS] = {50,
		{"SMS", "sms", "Text", "LinkedIn", "linkedin", "WhatsApp", "WA", "SMS", "WhatsApp", "LinkedIn", "Text",
			"SMS", "Message"},
		{"Sent", "Received", ""}, {"Sent", "Delivered", ""}},
	[POSTAL_MAIL] = {30, {"Postal", "Letter", "letter", "LETTER"}, {"Out", "LetterOut", ""},
		{"Sent", "", "Returned"}},
	/* Case: a task when it is urgent, else a note. */
	[SKIPPED] = {30, {"Case", "Case", "case", "CASE"}, {"Escalate", "", ""},
		{"Open", "Closed", "In Progress", "Waiting", "Completed", ""}},
};

static const char *const strange[] = {"mail", "Phone Call", "email message", "Fax", "Courrier", "Autre", "RDV", "Visio",
	"Appel", "R\u00e9union", "Web Form", "Meeting (internal)", "task/todo", "??", "n/a", "Sleap"};

static const char *const priorities[] = {"Normal", "Normal", "Normal", "normal", "Medium", "", "", "High", "Urgent",
	"Low", "2", "3", "1", "low", "Moyenne", "HIGH"};

static const char *
pick(const char *const *list, uint32_t places, struct dice *d)
{
	uint32_t count = 0;
	const char *word;

	while (count < places && list[count] != NULL)
		count++;
	word = list[dice_below(d, count)];
	return *word != '\0' ? word : NULL;
}

/* Case rows: urgent with a case, urgent without, not urgent, without a priority. */
static void
pick_case(struct codes *c, struct dice *d)
{
	static const char *const urgent[] = {"High", "high", "Urgent", "Critical", " HIGH"};

	c->with_case = dice_chance(d, 850);
	if (dice_chance(d, 500))
		c->priority = pick(urgent, PLACES(urgent), d);
	else
		c->priority = dice_chance(d, 700) ? "Low" : NULL;
	c->activity = c->with_case && c->priority != NULL && c->priority[0] != 'L' ? TASKS : NOTES;
}

static uint32_t
pick_family(uint64_t row, struct dice *d)
{
	uint32_t throw = dice_below(d, 1000), i = 0;

	if (row < PLACES(families))
		return (uint32_t)row;
	while (throw >= families[i].weight)
		throw -= families[i++].weight;
	return i;
}

static struct codes
pick_plan(const struct options *o, uint64_t row, struct dice *d)
{
	uint32_t i = pick_family(row, d);
	const struct family *f = &families[i];
	struct codes c = {.activity = (enum activity)i, .with_case = dice_chance(d, 30)};

	c.type = pick(f->types, PLACES(f->types), d);
	c.action = pick(f->actions, PLACES(f->actions), d);
	c.status = pick(f->statuses, PLACES(f->statuses), d);
	c.priority = pick(priorities, PLACES(priorities), d);
	if (c.activity == SKIPPED)
		pick_case(&c, d);
	if (dice_every(o->seed, 20, row, o->unknown)) {
		c.type = pick(strange, PLACES(strange), d);
		c.activity = NOTES;
	}
	return c;
}

/* The nine pairs of type and action of a real export in their real proportions (sum 2,202), then the other actions. */
static const struct {
	uint32_t weight;
	const char *type, *action, *status;
	enum activity activity;
} pairs[] = {
	{1181, "Task", "PhoneOut", "Complete", CALLS},
	{355, "Task", "PhoneOut", "Pending", CALLS},
	{21, "Task", "PhoneOut", "Cancelled", CALLS},
	{44, "Task", "Meeting", "Complete", MEETINGS},
	{3, "Task", "EmailOut", "Complete", EMAILS},
	{1, "Task", "ToDo", "Complete", TASKS},
	{1, "Task", "ToDo", "Pending", TASKS},
	{466, "Email", "EmailOut", "Complete", EMAILS},
	{38, "email", "EmailOut", "Complete", EMAILS},
	{87, "Email", "Meeting", "Complete", MEETINGS},
	{4, "Email", "PhoneOut", "Complete", CALLS},
	{1, "Email", "ToDo", "InProgress", TASKS},
	{40, "Appointment", "Meeting", "Pending", MEETINGS},
	{30, "Appointment", "Meeting", "Complete", MEETINGS},
	{4, "Appointment", "Meeting", "Cancelled", MEETINGS},
	{40, "Email", "EmailIn", "Complete", EMAILS},
	{25, "Task", "PhoneIn", "Complete", CALLS},
	{12, "Task", "LetterOut", "Complete", POSTAL_MAIL},
	{4, "Task", "LetterIn", "Complete", POSTAL_MAIL},
	{3, "Task", "FaxOut", "Complete", POSTAL_MAIL},
	{2, "Task", "FaxIn", "Complete", POSTAL_MAIL},
	{15, "Task", "Note", "Pending", NOTES},
	{5, "Appointment", "Demo", "Complete", MEETINGS},
	{4, "Appointment", "Vacation", "Complete", SKIPPED},
	{4, "Appointment", "OnlineMeeting", "Pending", MEETINGS},
	{3, "Task", NULL, "InProgress", TASKS},
};

static struct codes
pick_sage(const struct options *o, uint64_t row, struct dice *d)
{
	uint32_t sum = 0, throw, i = 0;
	struct codes c = {0};

	for (uint32_t j = 0; j < PLACES(pairs); j++)
		sum += pairs[j].weight;
	throw = dice_below(d, sum);
	while (throw >= pairs[i].weight)
		throw -= pairs[i++].weight;
	if (row < PLACES(pairs))
		i = (uint32_t)row;
	c = (struct codes){.type = pairs[i].type, .action = pairs[i].action, .status = pairs[i].status};
	c.activity = pairs[i].activity;
	c.mass_mail = c.type[0] == 'e';
	c.priority = c.mass_mail ? NULL : "Normal";
	if (dice_every(o->seed, 20, row, o->unknown)) {
		c.type = pick(strange, PLACES(strange), d);
		c.action = dice_chance(d, 500) ? "Preetude" : NULL;
		c.activity = HELD;
	}
	return c;
}

struct codes
mixture_pick(const struct options *o, uint64_t row, struct dice *d)
{
	return o->mixture == PLAN ? pick_plan(o, row, d) : pick_sage(o, row, d);
}
