#include "steps/stage/report/keys.h"

#include "core/arena.h"
#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

struct report_keys {
	struct report_counted *counted; /* in the order of their coming */
	size_t size, room, max;
	uint32_t *slots; /* index into counted + 1; 0 is empty */
	size_t slot_count;
	struct arena keys;
};

enum { FIRST_SLOTS = 1024 };

struct report_keys *
report_keys_open(size_t max)
{
	struct report_keys *k = mem_new(sizeof *k);

	k->max = max;
	k->slot_count = FIRST_SLOTS;
	k->slots = mem_new(k->slot_count * sizeof *k->slots);
	return k;
}

void
report_keys_close(struct report_keys *k)
{
	if (k == NULL)
		return;
	arena_clear(&k->keys);
	free(k->counted);
	free(k->slots);
	free(k);
}

void
report_key_field(struct buf *key, const char *text, size_t size)
{
	uint32_t length = text == NULL ? UINT32_MAX : (uint32_t)size;

	buf_add(key, &length, sizeof length);
	if (text != NULL && size > 0)
		buf_add(key, text, size);
}

bool
report_key_next(const char **key, const char *end, const char **text, size_t *size)
{
	uint32_t length;

	if (*key == end)
		return false;
	memcpy(&length, *key, sizeof length);
	*key += sizeof length;
	*text = length == UINT32_MAX ? NULL : *key;
	*size = length == UINT32_MAX ? 0 : length;
	*key += *size;
	return true;
}

/* FNV-1a. Codes come from a CRM's lists: nobody attacks this table, and it grows. */
static size_t
slot_of(const struct report_keys *k, const char *key, size_t size)
{
	uint64_t h = UINT64_C(14695981039346656037);
	size_t at;

	for (size_t i = 0; i < size; i++)
		h = (h ^ (unsigned char)key[i]) * UINT64_C(1099511628211);
	at = (size_t)(h % k->slot_count);
	while (k->slots[at] != 0) {
		const struct report_counted *c = &k->counted[k->slots[at] - 1];

		if (c->size == size && memcmp(c->key, key, size) == 0)
			break;
		at = (at + 1) % k->slot_count;
	}
	return at;
}

static void
grow(struct report_keys *k)
{
	free(k->slots);
	k->slot_count *= 4;
	k->slots = mem_new(k->slot_count * sizeof *k->slots);
	for (size_t i = 0; i < k->size; i++)
		k->slots[slot_of(k, k->counted[i].key, k->counted[i].size)] = (uint32_t)(i + 1);
}

bool
report_keys_count(struct report_keys *k, const struct buf *key, int64_t id, bool always)
{
	size_t at = slot_of(k, key->bytes, key->size);

	if (k->slots[at] == 0) {
		if (k->size >= k->max && !always)
			return false;
		if (k->size == k->room) {
			k->room = k->room == 0 ? 256 : k->room * 2;
			k->counted = mem_grow(k->counted, k->room * sizeof *k->counted);
		}
		k->counted[k->size++] = (struct report_counted){
			.key = arena_bytes(&k->keys, key->bytes, key->size), .size = key->size, .first_id = id};
		k->slots[at] = (uint32_t)k->size;
		if (k->size > k->slot_count / 2) {
			k->counted[k->size - 1].rows = 1;
			grow(k);
			return true;
		}
	}
	k->counted[k->slots[at] - 1].rows++;
	return true;
}

size_t
report_keys_size(const struct report_keys *k)
{
	return k->size;
}

struct report_counted
report_keys_get(const struct report_keys *k, size_t at)
{
	return k->counted[at];
}
