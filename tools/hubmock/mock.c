#include "mock.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { DAY_MS = 86400000 };

/* The whole file; owned by the caller. */
static bool
read_file(const char *path, struct buf *to, struct err *e)
{
	FILE *f = fopen(path, "re");
	size_t n;
	bool good;

	if (f == NULL)
		return err_system(e, "%s", path);
	while ((n = fread(buf_room(to, 65536), 1, 65536, f)) > 0)
		to->size += n;
	buf_room(to, 0)[0] = '\0';
	good = ferror(f) == 0 || err_system(e, "%s", path);
	fclose(f);
	return good;
}

static bool
read_token(struct mock *m, struct err *e)
{
	struct buf text = {0};
	bool good = true;

	if (m->options->token_file == NULL) {
		m->token = mem_text(m->options->token);
	} else if ((good = read_file(m->options->token_file, &text, e))) {
		text.bytes[strcspn(text.bytes, "\r\n")] = '\0';
		m->token = mem_text(text.bytes);
	}
	buf_clear(&text);
	return good;
}

static bool
read_faults(struct mock *m, struct err *e)
{
	struct buf text = {0};
	const char *path = m->options->faults;
	bool good = true;

	m->faults.seed = (uint64_t)m->options->seed;
	if (path != NULL) {
		good = read_file(path, &text, e);
		if (good && !faults_read(&m->faults, &m->known, text.bytes, text.size, e))
			good = err_place(e, "%s", path);
	}
	buf_clear(&text);
	return good;
}

static void
create_key(struct mock *m)
{
	bool unique = m->options->create_key != NULL && strcmp(m->options->create_key, "unique") == 0;

	for (int t = 0; t < TYPE_ACTIVITIES && m->options->create_key != NULL; t++) {
		if (m->properties.of[t].key != PROPERTY_NONE)
			continue;
		property_add(&m->properties, (enum type)t,
			(struct property){.name = mem_text(m->options->key_property),
				.label = mem_text(m->options->key_property),
				.group = mem_text(type_names[t].singular),
				.description = mem_text(""),
				.field = mem_text("text"),
				.kind = KIND_STRING,
				.flags = PROPERTY_CUSTOM | (unique ? PROPERTY_UNIQUE : 0u),
				.created = clock_ms(&m->clock)});
	}
}

/* What a reset makes anew. */
static bool
begin(struct mock *m, struct err *e)
{
	const struct options *o = m->options;

	clock_init(&m->clock, o->clock_scale);
	m->random.state = random_mix((uint64_t)o->seed);
	properties_init(&m->properties, o->key_property);
	create_key(m);
	store_init(&m->store, &m->properties, (uint64_t)o->seed, (uint64_t)o->id_base, o->forget_bodies);
	limits_init(&m->limits, o->rate, o->ten_secondly, o->search_rate, o->daily);
	return read_faults(m, e);
}

bool
mock_init(struct mock *m, const struct options *o, struct err *e)
{
	*m = (struct mock){.options = o};
	setenv("TZ", o->timezone, 1);
	tzset();
	return read_token(m, e) && owners_load(&m->owners, o->owners, e) &&
	       (o->known_objects == NULL || known_load(&m->known, o->known_objects, e)) &&
	       requests_open(&m->requests, o->log, o->log_bodies, e) && begin(m, e);
}

static void
end(struct mock *m)
{
	store_clear(&m->store);
	properties_clear(&m->properties);
	limits_clear(&m->limits);
	faults_clear(&m->faults);
	known_forget_missing(&m->known);
}

bool
mock_reset(struct mock *m, struct err *e)
{
	end(m);
	m->generation++;
	requests_forget(&m->requests);
	return begin(m, e);
}

void
mock_clear(struct mock *m)
{
	end(m);
	requests_close(&m->requests);
	owners_clear(&m->owners);
	known_clear(&m->known);
	pool_clear(&m->pool);
	tree_clear(&m->tree);
	free(m->token);
	*m = (struct mock){0};
}

int
mock_utc_offset(const struct mock *m)
{
	time_t now = (time_t)(clock_ms(&m->clock) / 1000);
	struct tm t;

	localtime_r(&now, &t);
	return (int)(t.tm_gmtoff / 60);
}

int64_t
mock_day(const struct mock *m)
{
	return (clock_ms(&m->clock) + (int64_t)mock_utc_offset(m) * 60000) / DAY_MS;
}

int64_t
mock_midnight(const struct mock *m)
{
	return (mock_day(m) + 1) * DAY_MS - (int64_t)mock_utc_offset(m) * 60000;
}
