#include "store.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { CHUNK = 4096 };

void
store_init(struct store *s, const struct properties *properties, uint64_t seed, uint64_t id_base, bool forget)
{
	*s = (struct store){.properties = properties, .seed = seed, .id_base = id_base, .forget = forget};
}

void
store_clear(struct store *s)
{
	for (uint32_t i = 0; i < s->count; i++) {
		struct record *r = store_get(s, i);

		free((char *)r->values.bytes);
		free(r->associations);
		if (i % CHUNK == CHUNK - 1 || i == s->count - 1)
			free(s->chunks[i / CHUNK]);
	}
	free(s->chunks);
	index_clear(&s->ids);
	index_clear(&s->values);
	store_init(s, s->properties, s->seed, s->id_base, s->forget);
}

/* A permutation of 36 bits, so that ids look like HubSpot's and do not grow. */
uint64_t
store_new_id(struct store *s)
{
	const uint64_t mask = (UINT64_C(1) << 36) - 1;
	uint64_t n = (s->next_id++ + random_mix(s->seed)) & mask;

	n = n * UINT64_C(0x9E3779B97F4A7C15) & mask;
	n ^= n >> 17;
	n = n * UINT64_C(0xBF58476D1CE4E5B9) & mask;
	n ^= n >> 19;
	return s->id_base + n;
}

struct record *
store_get(const struct store *s, uint32_t number)
{
	return &s->chunks[number / CHUNK][number % CHUNK];
}

bool
store_indexed(const struct store *s, enum type type, int property)
{
	const struct property_set *set = &s->properties->of[type];

	return property == set->key || (set->list[property].flags & PROPERTY_UNIQUE) != 0;
}

static uint64_t
hash_value(enum type type, int property, struct slice text)
{
	uint64_t h = random_mix((uint64_t)type << 32 | (uint64_t)property);

	for (size_t i = 0; i < text.size; i++) {
		unsigned char c = (unsigned char)text.bytes[i];

		h = (h ^ (c >= 'A' && c <= 'Z' ? c | 0x20u : c)) * UINT64_C(1099511628211);
	}
	return random_mix(h);
}

static void
index_values(struct store *s, struct record *r, void change(struct index *, uint64_t, uint32_t))
{
	struct value v;

	for (size_t at = 0; values_next(r->values, &at, &v);)
		if (store_indexed(s, (enum type)r->type, v.property))
			change(&s->values, hash_value((enum type)r->type, v.property, v.text), r->number);
}

static struct slice
copy(const struct store *s, enum type type, struct slice values)
{
	struct buf kept = {0};
	struct value v;

	if (s->forget) {
		for (size_t at = 0; values_next(values, &at, &v);)
			if (store_indexed(s, type, v.property) || v.property == s->properties->of[type].timestamp)
				values_add(&kept, v.property, v.text);
		values = (struct slice){kept.bytes, kept.size};
	}
	char *own = mem_grow(NULL, values.size);

	if (values.size > 0)
		memcpy(own, values.bytes, values.size);
	buf_clear(&kept);
	return (struct slice){own, values.size};
}

struct record *
store_add(struct store *s, enum type type, uint64_t id, int64_t now, struct slice values)
{
	struct record *r;

	if (s->count % CHUNK == 0) {
		s->chunks = mem_grow(s->chunks, (s->count / CHUNK + 1) * sizeof *s->chunks);
		s->chunks[s->count / CHUNK] = mem_new(CHUNK * sizeof **s->chunks);
	}
	r = store_get(s, s->count);
	*r = (struct record){.id = id,
		.created = now,
		.updated = now,
		.values = copy(s, type, values),
		.number = s->count++,
		.type = (uint8_t)type};
	index_add(&s->ids, random_mix(id), r->number);
	index_values(s, r, index_add);
	return r;
}

void
store_set(struct store *s, struct record *r, struct slice values, int64_t now)
{
	struct slice fresh = copy(s, (enum type)r->type, values);

	index_values(s, r, index_remove);
	free((char *)r->values.bytes);
	r->values = fresh;
	r->updated = now;
	index_values(s, r, index_add);
}

void
store_archive(struct record *r, int64_t now)
{
	if (r->archived_at == 0)
		r->archived_at = now;
}

void
store_associate(struct record *r, struct association a)
{
	for (uint32_t i = 0; i < r->association_count; i++)
		if (r->associations[i].to == a.to && r->associations[i].id == a.id &&
			r->associations[i].category == a.category)
			return;
	r->associations = mem_grow(r->associations, (r->association_count + 1) * sizeof a);
	r->associations[r->association_count++] = a;
}

void
store_dissociate(struct record *r, enum type to_type, uint64_t to)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < r->association_count; i++)
		if (r->associations[i].to != to || r->associations[i].to_type != to_type)
			r->associations[kept++] = r->associations[i];
	r->association_count = kept;
}

struct record *
store_find(const struct store *s, enum type type, uint64_t id)
{
	uint32_t step = 0, n;

	while ((n = index_next(&s->ids, random_mix(id), &step)) != INDEX_END) {
		struct record *r = store_get(s, n);

		if (r->id == id && r->type == type)
			return r;
	}
	return NULL;
}

struct record *
store_next_value(const struct store *s, enum type type, int property, struct slice text, uint32_t *step)
{
	uint64_t hash = hash_value(type, property, text);
	uint32_t n;

	while ((n = index_next(&s->values, hash, step)) != INDEX_END) {
		struct record *r = store_get(s, n);
		struct slice own = r->type == type ? values_find(r->values, property) : (struct slice){NULL, 0};

		if (r->archived_at == 0 && own.bytes != NULL && own.size == text.size &&
			strncasecmp(own.bytes, text.bytes, text.size) == 0)
			return r;
	}
	return NULL;
}

struct record *
store_find_value(const struct store *s, enum type type, int property, struct slice text)
{
	struct record *r, *first = NULL;
	uint32_t step = 0;

	while ((r = store_next_value(s, type, property, text, &step)) != NULL)
		if (memcmp(values_find(r->values, property).bytes, text.bytes, text.size) == 0 &&
			(first == NULL || r->number < first->number))
			first = r;
	return first;
}
