#include "steps/push/job.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

const char *const job_names[] = {"create", "update", "associate", "archive", "read", "search", "links", "compare"};

bool
job_repeatable(enum job_kind kind)
{
	return kind != JOB_CREATE;
}

bool
job_writes(enum job_kind kind)
{
	return kind <= JOB_ARCHIVE;
}

struct job *
job_new(enum job_kind kind, enum activity type, const struct item *items, int count)
{
	struct job *j = mem_new(sizeof *j);

	j->kind = kind;
	j->type = type;
	j->count = count;
	j->items = mem_new((size_t)(count > 0 ? count : 1) * sizeof *items);
	if (count > 0)
		memcpy(j->items, items, (size_t)count * sizeof *items);
	for (int i = 0; i < count; i++)
		j->items[i].fate = FATE_NONE;
	return j;
}

void
job_free(struct job *j)
{
	if (j == NULL)
		return;
	buf_clear(&j->body);
	free(j->items);
	free(j);
}

static int
by_id(const void *key, const void *item)
{
	int64_t id = *(const int64_t *)key, other = ((const struct item *)item)->id;

	return id < other ? -1 : id > other;
}

struct item *
job_find(struct job *j, int64_t id)
{
	return bsearch(&id, j->items, (size_t)j->count, sizeof *j->items, by_id);
}

struct item *
job_find_hubspot(struct job *j, int64_t hubspot_id)
{
	for (int i = 0; i < j->count; i++)
		if (j->items[i].hubspot_id == hubspot_id)
			return &j->items[i];
	return NULL;
}
