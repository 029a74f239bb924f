#include "people.h"

#include <string.h>

uint32_t
people_count(const struct options *o, enum entity entity)
{
	static const uint32_t share[ENTITIES] = {5, 20, 25};

	return (uint32_t)(o->rows / share[entity]) + 12;
}

int64_t
people_id(enum entity entity, uint32_t number)
{
	static const int64_t base[ENTITIES] = {5001, 801, 301};

	return base[entity] + number;
}

int64_t
people_hubspot_id(enum entity entity, uint32_t number)
{
	static const int64_t base[ENTITIES] = {101200000007, 9800000011, 30100000019};
	static const int64_t step[ENTITIES] = {17, 13, 19};

	return base[entity] + step[entity] * number;
}

enum match
people_match(const struct options *o, enum entity entity, uint32_t number)
{
	struct dice d;

	/* Number 7 is always lost, so that small tables have one too. */
	if ((number != 7 || o->unresolved == 0) && !dice_every(o->seed, 21 + (uint64_t)entity, number, o->unresolved))
		return MATCHED;
	d = dice_at(o->seed, 6, number);
	return dice_chance(&d, 500) ? NO_HUBSPOT_ID : ABSENT;
}

static bool
find(const struct options *o, enum entity entity, uint32_t *number, bool matched)
{
	uint32_t count = people_count(o, entity);

	for (uint32_t i = 0; i < count; i++, *number = (*number + 1) % count)
		if ((people_match(o, entity, *number) == MATCHED) == matched)
			return true;
	return false;
}

bool
people_find_matched(const struct options *o, enum entity entity, uint32_t *number)
{
	return find(o, entity, number, true);
}

bool
people_find_lost(const struct options *o, enum entity entity, uint32_t *number)
{
	return o->unresolved >= 1000 && find(o, entity, number, false);
}

uint32_t
people_company_of(const struct options *o, uint32_t contact)
{
	struct dice d = dice_at(o->seed, 1, contact);

	return dice_below(&d, people_count(o, COMPANY));
}

void
people_first_name(const struct options *o, uint32_t contact, struct text *t)
{
	struct dice d = dice_at(o->seed, 2, contact);

	text_first_name(t, &d);
}

void
people_last_name(const struct options *o, uint32_t contact, struct text *t)
{
	struct dice d = dice_at(o->seed, 3, contact);

	text_last_name(t, &d);
}

void
people_company_name(const struct options *o, uint32_t company, struct text *t)
{
	struct dice d = dice_at(o->seed, 4, company);

	text_firm(t, &d);
}

/* Lower-case ASCII of a name: letters with an accent lose it, other signs fall away. */
static size_t
fold(const char *name, size_t length, char *out)
{
	static const struct {
		unsigned point;
		char letter;
	} plain[] = {{0xe9, 'e'}, {0xe8, 'e'}, {0xef, 'i'}, {0xed, 'i'}, {0xee, 'i'}, {0xce, 'i'}, {0xf6, 'o'},
		{0xfc, 'u'}, {0xc7, 'c'}, {0xe7, 'c'}, {0x141, 'l'}, {0x144, 'n'}, {0x17d, 'z'}, {0x153, 'o'}};
	const char *end = name + length;
	size_t used = 0;

	while (name < end) {
		unsigned point = encode_next(&name);

		if (point >= 'A' && point <= 'Z')
			point += 'a' - 'A';
		if (point >= 'a' && point <= 'z')
			out[used++] = (char)point;
		for (size_t i = 0; point > 0x7f && i < sizeof plain / sizeof *plain; i++)
			if (plain[i].point == point)
				out[used++] = plain[i].letter;
	}
	return used;
}

static void
add_folded(struct text *t, size_t start)
{
	char folded[64];
	size_t length = fold(t->bytes + start, t->length - start, folded);

	t->length = start;
	text_add(t, folded, length, (uint32_t)length);
}

/* What people type into the field instead of an address. */
static const char *const invalid[] = {"no-at-sign.example.com", "two@@example.org", "n/a", "blank in@example.net",
	"first@example.com; second@example.org", "Reception <desk@example.com>", "trailing.dot.@example.com",
	"@example.org"};

void
people_email(const struct options *o, uint32_t contact, struct text *t)
{
	static const char *const hosts[] = {"@example.com", "@example.org", "@example.net"};
	struct dice d = dice_at(o->seed, 5, contact);
	size_t start = t->length;

	if (dice_chance(&d, 8)) {
		text_ascii(t, invalid[dice_below(&d, sizeof invalid / sizeof *invalid)]);
		return;
	}
	people_first_name(o, contact, t);
	add_folded(t, start);
	text_ascii(t, ".");
	start = t->length;
	people_last_name(o, contact, t);
	add_folded(t, start);
	text_number(t, contact);
	text_ascii(t, hosts[dice_below(&d, 3)]);
}
