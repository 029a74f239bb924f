#include "steps/stage/input/mend.h"

#include "core/buf.h"
#include "core/mojibake.h"

#include <stdlib.h>
#include <string.h>

enum { PRIVATE_SIZE = 3 }; /* bytes of such a character: EE 80 80 to EF A3 BF */

/* The first private-use character from `at` on; `size` when there is none. */
static size_t
find_private(const char *text, size_t at, size_t size)
{
	for (; at + PRIVATE_SIZE <= size; at++) {
		unsigned char a = (unsigned char)text[at], b = (unsigned char)text[at + 1];

		if (a == 0xEE || (a == 0xEF && b <= 0xA3))
			return at;
	}
	return size;
}

bool
mend_has_private_use(const char *text, size_t size)
{
	return find_private(text, 0, size) < size;
}

static unsigned long
code_point(const char *text)
{
	return ((unsigned long)text[0] & 0x0F) << 12 | ((unsigned long)text[1] & 0x3F) << 6 |
	       ((unsigned long)text[2] & 0x3F);
}

/* What stands in for the character, or NULL; *size is its size. */
static const char *
stand_in(const char *pairs, unsigned long character, size_t *size)
{
	char *end;

	while (*pairs != '\0') {
		unsigned long named = strtoul(pairs, &end, 16);

		if (end == pairs || *end != ' ')
			return NULL;
		pairs = end + 1;
		*size = strcspn(pairs, " ");
		if (named == character)
			return pairs;
		pairs += *size + (pairs[*size] == ' ');
	}
	return NULL;
}

/* Adds the text with its private-use characters replaced; true when one was. */
static bool
replace_private(struct buf *to, const char *pairs, const char *text, size_t size, struct mend_counts *counts)
{
	size_t from = 0, length;
	bool changed = false, other = false;

	for (size_t at = find_private(text, 0, size); at < size; at = find_private(text, at + PRIVATE_SIZE, size)) {
		const char *with = stand_in(pairs, code_point(text + at), &length);

		other = other || with == NULL;
		if (with == NULL)
			continue;
		buf_add(to, text + from, at - from);
		buf_add(to, with, length);
		from = at + PRIVATE_SIZE;
		changed = true;
	}
	buf_add(to, text + from, size - from);
	counts->private_use += changed;
	counts->other_private_use += other;
	return changed;
}

static void
drop_nul(struct buf *to, const char *text, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (text[i] != '\0')
			buf_char(to, text[i]);
}

static void
take(struct buf *from, const char **text, size_t *size, struct arena *arena)
{
	*text = arena_bytes(arena, from->size == 0 ? "" : from->bytes, from->size);
	*size = from->size;
	buf_reset(from);
}

bool
mend_text(const struct mend_policy *policy, const char **text, size_t *size, struct arena *arena,
	struct mend_counts *counts)
{
	struct buf to = {0};
	bool repaired = false;

	if (policy->drop_nul && memchr(*text, '\0', *size) != NULL) {
		drop_nul(&to, *text, *size);
		counts->nul++;
		take(&to, text, size, arena);
	}
	if (policy->repair && mojibake_count(*text, *size, NULL) > 0) {
		mojibake_repair(&to, *text, *size);
		counts->repaired++;
		repaired = true;
		take(&to, text, size, arena);
	}
	if (policy->private_use != NULL && policy->private_use[0] != '\0' && mend_has_private_use(*text, *size)) {
		if (replace_private(&to, policy->private_use, *text, *size, counts))
			take(&to, text, size, arena);
	}
	buf_clear(&to);
	return repaired;
}
