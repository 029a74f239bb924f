#include "row.h"

#include <string.h>

const char *const row_columns[COLUMNS + 1] = {"Comm_CommunicationId", "Comm_OpportunityId", "Comm_CaseId", "Comm_Type",
	"Comm_Action", "Comm_Status", "Comm_Priority", "Comm_DateTime", "Comm_ToDateTime", "Comm_Note", "Comm_Subject",
	"Comm_Email_Clean", "Comm_CreatedDate", "Comm_UpdatedDate", "Comm_OriginalDateTime", "Comm_OriginalToDateTime",
	"Person_Id", "Person_FirstName", "Person_LastName", "Person_EmailAddress", "Company_Id", "Company_Name", NULL};

#define FIRST_DAY 1388966400 /* Monday 2014-01-06 */
#define WEEKS	  650	     /* to June 2026 */
#define DEALS	  150000     /* rows with a deal, in millionths */

static void
set_id(struct row *r, enum column column, int64_t id)
{
	r->cells[column] = (struct cell){.form = ID, .number = id};
}

static void
set_code(struct row *r, enum column column, const char *word)
{
	if (word != NULL)
		r->cells[column] = (struct cell){.form = WORDS, .text = word, .length = strlen(word)};
}

/* The cell gets what was added to the row's text since `start`. */
static void
set_text(struct row *r, enum column column, size_t start)
{
	const char *text = r->text.bytes + start;

	r->cells[column] = (struct cell){.form = WORDS, .text = text, .length = r->text.length - start};
}

static void
set_moment(struct row *r, const struct options *o, enum column column, int64_t moment)
{
	if (o->whole_minutes)
		moment -= moment % 60;
	r->cells[column] = (struct cell){.form = MOMENT, .number = moment};
}

/* Most often a round time on a working day. */
static int64_t
pick_start(struct dice *d)
{
	int64_t day = FIRST_DAY + (int64_t)dice_below(d, WEEKS) * 604800 + (int64_t)dice_below(d, 5) * 86400;

	if (dice_chance(d, 20))
		return day;
	day += 8 * 3600 + (int64_t)dice_below(d, 10) * 3600;
	return dice_chance(d, 800) ? day + dice_below(d, 12) * 300 : day + dice_below(d, 3600);
}

static void
set_moments(struct row *r, const struct options *o, struct dice *d)
{
	static const uint32_t longest[ACTIVITIES] = {[CALLS] = 45, [MEETINGS] = 180, [EMAILS] = 1};
	int64_t start = pick_start(d), end = start, created = start - start % 86400 + 8 * 3600 + dice_below(d, 36000);
	uint32_t minutes = longest[r->activity];

	if (minutes > 0)
		end += 60 * (1 + dice_below(d, minutes));
	else
		end += 86400 * (int64_t)dice_below(d, 10);
	if (r->activity == CALLS)
		created = end + dice_below(d, 7200);
	else
		created -= 86400 * (int64_t)dice_below(d, 4);
	/* Sage keeps the due date of a task in the first column and its start in the second. */
	if (o->mixture == SAGE && r->activity == TASKS)
		end = start - 3600;
	set_moment(r, o, DATE_TIME, start);
	if (dice_chance(d, 750))
		set_moment(r, o, TO_DATE_TIME, end);
	set_moment(r, o, CREATED, created);
	if (dice_chance(d, 800))
		set_moment(r, o, UPDATED, created + 86400 * (int64_t)dice_below(d, 20) + dice_below(d, 7200));
	if (dice_chance(d, 300)) {
		set_moment(r, o, ORIGINAL, dice_chance(d, 600) ? start : start - 86400);
		set_moment(r, o, ORIGINAL_TO, end);
	}
}

static void
set_person(struct row *r, const struct options *o, struct dice *d, uint32_t contact)
{
	size_t start = r->text.length;

	r->has[CONTACT] = true;
	r->lost[CONTACT] = people_match(o, CONTACT, contact) != MATCHED;
	set_id(r, PERSON_ID, people_id(CONTACT, contact));
	people_first_name(o, contact, &r->text);
	set_text(r, FIRST_NAME, start);
	if (dice_chance(d, 15))
		r->cells[FIRST_NAME].form = NOTHING;
	start = r->text.length;
	people_last_name(o, contact, &r->text);
	set_text(r, LAST_NAME, start);
	r->cells[PERSON_EMAIL].form = NOTHING;
	if (dice_chance(d, 930)) {
		start = r->text.length;
		people_email(o, contact, &r->text);
		set_text(r, PERSON_EMAIL, start);
	}
}

static void
set_company(struct row *r, const struct options *o, uint32_t company)
{
	size_t start = r->text.length;

	r->has[COMPANY] = true;
	r->lost[COMPANY] = people_match(o, COMPANY, company) != MATCHED;
	set_id(r, COMPANY_ID, people_id(COMPANY, company));
	people_company_name(o, company, &r->text);
	set_text(r, COMPANY_NAME, start);
}

static void
set_deal(struct row *r, const struct options *o, uint32_t deal)
{
	r->has[DEAL] = true;
	r->lost[DEAL] = people_match(o, DEAL, deal) != MATCHED;
	set_id(r, OPPORTUNITY_ID, people_id(DEAL, deal));
}

/* A number that leads nowhere in the share of rows that was asked for, and else one that does not. */
static uint32_t
settle(const struct options *o, enum entity entity, uint32_t number, bool lost)
{
	if (!lost || !people_find_lost(o, entity, &number))
		people_find_matched(o, entity, &number);
	return number;
}

/* An orphan refers to nothing; every fifth to a contact that leads nowhere. */
static void
set_orphan(struct row *r, const struct options *o, struct dice *d, uint64_t number)
{
	uint32_t contact = dice_below(d, people_count(o, CONTACT));

	r->orphan = true;
	if (number * o->orphans / 1000000 % 5 == 4 && people_find_lost(o, CONTACT, &contact))
		set_person(r, o, d, contact);
}

static bool
is_resolved(const struct row *r)
{
	for (int i = 0; i < ENTITIES; i++)
		if (r->has[i] && !r->lost[i])
			return true;
	return false;
}

/* At least one of the references is resolved. */
static void
set_references(struct row *r, const struct options *o, struct dice *d, uint64_t number, bool mass_mail)
{
	uint32_t contact = dice_below(d, people_count(o, CONTACT)), deal = dice_below(d, people_count(o, DEAL));
	bool with_company = !mass_mail && dice_chance(d, 850), with_person = !with_company || dice_chance(d, 800);

	if (with_company)
		set_company(r, o,
			settle(o, COMPANY, people_company_of(o, contact),
				dice_every(o->seed, 24, number, o->unresolved)));
	if (with_person)
		set_person(r, o, d, settle(o, CONTACT, contact, dice_every(o->seed, 25, number, o->unresolved)));
	if (dice_every(o->seed, 26, number, DEALS))
		set_deal(r, o, settle(o, DEAL, deal, dice_every(o->seed, 27, number * DEALS / 1000000, o->unresolved)));
	if (!is_resolved(r)) {
		people_find_matched(o, CONTACT, &contact);
		set_person(r, o, d, contact);
	}
}

static void
set_subject(struct row *r, struct dice *d, enum language language, const struct codes *c)
{
	static const char *const thread[] = {"RE: ", "RE: ", "TR: ", "FW: ", "AW: ", "RE: RE: ", "Re : "};
	size_t start = r->text.length;

	if (c->mass_mail)
		text_ascii(&r->text, "Invitation: meet us at the fair of Valbourg, stand 12");
	else {
		if (r->activity == EMAILS && dice_chance(d, 250))
			text_ascii(&r->text, thread[dice_below(d, 7)]);
		text_subject(&r->text, d, language);
	}
	set_text(r, SUBJECT, start);
}

/* Lengths are skewed: many short, some long, one in 250 twenty times the mean. */
static uint32_t
pick_length(struct dice *d, uint64_t mean, uint32_t most)
{
	uint64_t percent = dice_chance(d, 600) ? 10 + dice_below(d, 90) : 100 + dice_below(d, 120);
	uint64_t length;

	if (dice_chance(d, 4))
		percent = 2000;
	length = mean * percent / 100;
	return length > most ? most : (uint32_t)length;
}

/* True for exactly `long_notes` of the rows. */
static bool
is_long(const struct options *o, uint64_t number)
{
	return o->rows > 0 && (number + 1) * o->long_notes / o->rows != number * o->long_notes / o->rows;
}

static void
set_note(struct row *r, const struct options *o, struct dice *d, enum language language, uint64_t number)
{
	size_t start = r->text.length;
	uint32_t length = pick_length(d, o->note_length, NOTE_MOST);

	if (is_long(o, number))
		text_long_note(&r->text, d, language, number * o->long_notes / o->rows);
	else if (length == 0 || dice_chance(d, 50))
		return;
	else if (dice_chance(d, 60))
		text_html(&r->text, d, language, length);
	else
		text_note(&r->text, d, language, length);
	set_text(r, NOTE, start);
}

/* In Sage a mail is in Comm_Email, the note is empty; below 500 characters unless longer mails are asked for. */
static void
set_mail(struct row *r, const struct options *o, struct dice *d, enum language language)
{
	size_t start = r->text.length;
	uint32_t length = pick_length(d, o->mail_length, o->mail_length <= 250 ? 250 : NOTE_MOST);

	if (length == 0)
		return;
	if (dice_chance(d, 700))
		text_html(&r->text, d, language, length);
	else
		text_note(&r->text, d, language, length);
	set_text(r, EMAIL_CLEAN, start);
}

static void
set_address(struct row *r, const struct options *o, struct dice *d)
{
	size_t start = r->text.length;

	if (dice_chance(d, r->activity == EMAILS ? 700 : 80)) {
		people_email(o, dice_below(d, people_count(o, CONTACT)), &r->text);
		set_text(r, EMAIL_CLEAN, start);
	}
}

static void
clear(struct row *r)
{
	memset(r->cells, 0, sizeof r->cells);
	memset(r->lost, 0, sizeof r->lost);
	memset(r->has, 0, sizeof r->has);
	r->text.length = 0;
	r->text.characters = 0;
	r->columns = COLUMNS;
	r->orphan = false;
}

void
row_make(struct row *r, const struct options *o, uint64_t number)
{
	struct dice d = dice_at(o->seed, 10, number);
	struct codes codes = mixture_pick(o, number, &d);
	enum language language = (enum language)(dice_below(&d, 5) / 2); /* English, French 2 : 2 : 1 German */

	clear(r);
	r->activity = codes.activity;
	set_id(r, COMM_ID, (int64_t)(o->first_id + number));
	set_code(r, TYPE, codes.type);
	set_code(r, ACTION, codes.action);
	set_code(r, STATUS, codes.status);
	set_code(r, PRIORITY, codes.priority);
	if (codes.with_case)
		set_id(r, CASE_ID, 70001 + dice_below(&d, 9000));
	set_moments(r, o, &d);
	if (dice_every(o->seed, 28, number, o->orphans))
		set_orphan(r, o, &d, number);
	else
		set_references(r, o, &d, number, codes.mass_mail);
	if (dice_chance(&d, 960))
		set_subject(r, &d, language, &codes);
	if (o->mixture == SAGE && r->activity == EMAILS && !is_long(o, number))
		set_mail(r, o, &d, language);
	else
		set_note(r, o, &d, language, number);
	if (o->mixture == PLAN)
		set_address(r, o, &d);
}

void
row_change_person(struct row *r, const struct options *o, uint64_t number)
{
	struct dice d = dice_at(o->seed, 11, number);
	uint32_t count = people_count(o, CONTACT);
	uint32_t contact = dice_below(&d, count);

	if (r->cells[PERSON_ID].number == people_id(CONTACT, contact))
		contact = (contact + 1) % count;
	memset(&r->cells[PERSON_ID], 0, (COLUMNS - PERSON_ID) * sizeof *r->cells);
	set_person(r, o, &d, contact);
	set_company(r, o, people_company_of(o, contact));
}

void
row_change_core(struct row *r, uint64_t variant)
{
	switch (variant % 3) {
	case 0:
		if (r->cells[SUBJECT].form == NOTHING)
			set_code(r, SUBJECT, "Another subject");
		else
			r->cells[SUBJECT].form = NOTHING;
		break;
	case 1:
		r->cells[DATE_TIME].number += 3600;
		break;
	default:
		set_code(r, STATUS, "Changed since");
	}
}

void
row_write_cell(const struct row *r, int column, struct sheet *s)
{
	const struct cell *c = &r->cells[column];

	if (c->form == NOTHING)
		sheet_null(s);
	else if (c->form == WORDS)
		sheet_text(s, c->text, c->length);
	else if (c->form == MOMENT)
		sheet_moment(s, c->number, column);
	else if (column == COMM_ID)
		sheet_number(s, c->number);
	else
		sheet_id(s, c->number);
}

void
row_write(const struct row *r, struct sheet *s)
{
	for (int i = 0; i < r->columns; i++)
		row_write_cell(r, i < COLUMNS ? i : COLUMNS - 1, s);
	sheet_end(s);
}
