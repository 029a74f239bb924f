#include "types.h"

#include <strings.h>
#include <string.h>

const struct type_names type_names[TYPE_COUNT] = {
	{"calls", "call", "CALL", "0-48", "Call"},
	{"emails", "email", "EMAIL", "0-49", "Email"},
	{"meetings", "meeting", "MEETING_EVENT", "0-47", "Meeting"},
	{"notes", "note", "NOTE", "0-46", "Note"},
	{"tasks", "task", "TASK", "0-27", "Task"},
	{"communications", "communication", "COMMUNICATION", "0-18", "Communication"},
	{"postal_mail", "postal_mail", "POSTAL_MAIL", "0-116", "Postal mail"},
	{"contacts", "contact", "CONTACT", "0-1", "Contact"},
	{"companies", "company", "COMPANY", "0-2", "Company"},
	{"deals", "deal", "DEAL", "0-3", "Deal"},
	{"tickets", "ticket", "TICKET", "0-5", "Ticket"},
};

/* One row an activity: to contact, company, deal, ticket, then back from each of them. */
static const short associations[TYPE_ACTIVITIES][2][4] = {
	{{194, 182, 206, 220}, {193, 181, 205, 219}},
	{{198, 186, 210, 224}, {197, 185, 209, 223}},
	{{200, 188, 212, 226}, {199, 187, 211, 225}},
	{{202, 190, 214, 228}, {201, 189, 213, 227}},
	{{204, 192, 216, 230}, {203, 191, 215, 229}},
	{{81, 87, 85, 83}, {82, 88, 86, 84}},
	{{453, 459, 457, 455}, {454, 460, 458, 456}},
};

static bool
same(const char *name, const char *text, size_t size)
{
	return strlen(name) == size && strncasecmp(name, text, size) == 0;
}

enum type
type_find(const char *name, size_t size)
{
	int i;

	for (i = 0; i < TYPE_COUNT; i++) {
		const struct type_names *t = &type_names[i];

		if (same(t->plural, name, size) || same(t->singular, name, size) || same(t->id, name, size))
			break;
	}
	return (enum type)i;
}

int
type_association(enum type from, enum type to)
{
	if (from < TYPE_ACTIVITIES && to >= TYPE_ACTIVITIES && to < TYPE_COUNT)
		return associations[from][0][to - TYPE_ACTIVITIES];
	if (to < TYPE_ACTIVITIES && from >= TYPE_ACTIVITIES && from < TYPE_COUNT)
		return associations[to][1][from - TYPE_ACTIVITIES];
	return 0;
}

bool
type_association_ends(int id, enum type *from, enum type *to)
{
	for (int a = 0; a < TYPE_ACTIVITIES; a++) {
		for (int r = 0; r < 4; r++) {
			enum type activity = (enum type)a, record = (enum type)(TYPE_ACTIVITIES + r);

			if (id != associations[a][0][r] && id != associations[a][1][r])
				continue;
			*from = id == associations[a][0][r] ? activity : record;
			*to = id == associations[a][0][r] ? record : activity;
			return true;
		}
	}
	return false;
}
