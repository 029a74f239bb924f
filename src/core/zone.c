#include "core/zone.h"

#include "core/file.h"
#include "core/mem.h"
#include "core/tzif.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define PERIOD	  INT64_C(12622780800) /* seconds in 400 years: the calendar, weekdays too, repeats */
#define YEAR_MEAN INT64_C(31556952)    /* a 400th of it */
#define BEGINNING (INT64_MIN / 2)
#define END	  (INT64_MAX / 2)

enum {
	FILE_MAX = 1024 * 1024,
	NAME_MAX_SIZE = 255,
	YEARS_BEFORE = 1,  /* the year of a moment, found by division, may be one too late, */
	YEARS_BEHIND = 404 /* or too early; one period behind that, and a year that ends the last span of it */
};

/* A time with one offset: from <= UTC < to. */
struct span {
	int64_t from, to;
	int32_t offset;
};

struct zone {
	int64_t *times; /* of changes that change the offset; those of a rule for one period */
	int32_t *offsets;
	size_t count;
	int32_t first;
	int64_t repeats_from; /* from here on everything comes again every PERIOD; END: nothing does */
	struct span last;     /* the one that answered last */
};

/* Puts a change of the rule into its place, behind others of the same moment: the last one counts. What the table of
 * the file already covers, up to `table` changes, is left out. */
static void
insert(struct zone *z, size_t table, int64_t time, int32_t offset)
{
	size_t i = z->count;

	if (table > 0 && time <= z->times[table - 1])
		return;
	for (; i > table && z->times[i - 1] > time; i--) {
		z->times[i] = z->times[i - 1];
		z->offsets[i] = z->offsets[i - 1];
	}
	z->times[i] = time;
	z->offsets[i] = offset;
	z->count++;
}

/* Writes out a rule with daylight time for one period behind the table (or from the year 0 on, without a table). */
static void
expand(struct zone *z, const struct tzrule *rule)
{
	size_t table = z->count, room = table + 2 * (YEARS_BEFORE + YEARS_BEHIND);
	int64_t year = table > 0 ? 1970 + z->times[table - 1] / YEAR_MEAN : 0, begin, end;

	z->times = mem_grow(z->times, room * sizeof *z->times);
	z->offsets = mem_grow(z->offsets, room * sizeof *z->offsets);
	for (int64_t y = year - YEARS_BEFORE; y < year + YEARS_BEHIND; y++) {
		tzrule_year(rule, y, &begin, &end);
		insert(z, table, begin, rule->daylight);
		insert(z, table, end, rule->standard);
	}
	z->repeats_from = (year + 2 - 1970) * YEAR_MEAN;
}

/* Drops what changes nothing but a name. */
static void
tidy(struct zone *z)
{
	size_t kept = 0;

	for (size_t i = 0; i < z->count; i++) {
		if (z->offsets[i] == (kept > 0 ? z->offsets[kept - 1] : z->first))
			continue;
		z->times[kept] = z->times[i];
		z->offsets[kept++] = z->offsets[i];
	}
	z->count = kept;
}

/* A zone name is a path below the directory of the zones; letters, digits and - + _ are all that the IANA uses. */
static bool
is_name(const char *name)
{
	size_t size = strlen(name);

	return size <= NAME_MAX_SIZE && file_is_inside(name, size) &&
	       strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-+_/") == size;
}

static bool
load(const char *name, struct tzif *t, struct err *err)
{
	const char *dir = getenv("TZDIR");
	struct buf bytes = {0};
	struct stat st;
	char *path;
	bool good = false;

	if (dir == NULL || dir[0] == '\0')
		dir = "/usr/share/zoneinfo";
	path = file_join(dir, name);
	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
		err_set(err, ERR_USAGE, "no time zone '%s' in %s", name, dir);
	else if (file_read(path, FILE_MAX, &bytes, err))
		good = tzif_read(bytes.bytes, bytes.size, t, err) || err_place(err, "%s", path);
	if (!good && err->kind != ERR_USAGE)
		err->kind = ERR_ENVIRONMENT;
	buf_clear(&bytes);
	free(path);
	return good;
}

struct zone *
zone_open(const char *name, struct err *err)
{
	struct tzif t = {0};
	struct zone *z;

	if (!is_name(name)) {
		err_set(err, ERR_USAGE, "'%.64s' is no name of a time zone, as Europe/Paris is", name);
		return NULL;
	}
	if (strcmp(name, "UTC") != 0 && strcmp(name, "Etc/UTC") != 0 && !load(name, &t, err))
		return NULL;
	z = mem_new(sizeof *z);
	*z = (struct zone){t.times, t.offsets, t.count, t.first, END, {0}};
	if (t.has_rule && t.rule.has_daylight)
		expand(z, &t.rule);
	else if (t.has_rule && t.count == 0)
		z->first = t.rule.standard;
	tidy(z);
	return z;
}

void
zone_close(struct zone *z)
{
	if (z == NULL)
		return;
	free(z->times);
	free(z->offsets);
	free(z);
}

/* Finds the span of a moment. */
static struct span
span_at(const struct zone *z, int64_t utc)
{
	int64_t periods = utc < z->repeats_from ? 0 : (utc - z->repeats_from) / PERIOD;
	size_t low = 0, high = z->count; /* the number of changes up to utc is between them */

	utc -= periods * PERIOD;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (z->times[middle] <= utc)
			low = middle + 1;
		else
			high = middle;
	}
	return (struct span){low == 0 ? BEGINNING : z->times[low - 1] + periods * PERIOD,
		low == z->count ? END : z->times[low] + periods * PERIOD, low == 0 ? z->first : z->offsets[low - 1]};
}

int64_t
zone_to_local(struct zone *z, int64_t utc)
{
	if (utc < z->last.from || utc >= z->last.to)
		z->last = span_at(z, utc);
	return utc + z->last.offset;
}

/* True when the moment is so far inside the span that no other span can hold the same local time. */
static bool
is_deep_inside(const struct span *s, int64_t utc)
{
	return utc - s->from >= 2 * TZIF_OFFSET_MAX && s->to - utc >= 2 * TZIF_OFFSET_MAX;
}

/* Looks at every span that can hold the local time, in their order. When none does, the offset that counts is that of
 * the last span whose local times all come before it: the one that ends with the gap. */
static enum zone_verdict
search(struct zone *z, int64_t local, int64_t *utc)
{
	struct span s = span_at(z, local - TZIF_OFFSET_MAX);
	int found = 0;

	for (;; s = span_at(z, s.to)) {
		int64_t moment = local - s.offset;

		if (moment >= s.from && moment < s.to && found++ == 0) {
			*utc = moment;
			z->last = s;
		}
		if (s.to > local + TZIF_OFFSET_MAX)
			break;
		if (moment >= s.to && found == 0)
			*utc = moment;
	}
	return found == 0 ? ZONE_NEVER : found == 1 ? ZONE_NORMAL : ZONE_TWICE;
}

enum zone_verdict
zone_to_utc(struct zone *z, int64_t local, int64_t *utc)
{
	if (!is_deep_inside(&z->last, local - z->last.offset))
		return search(z, local, utc);
	*utc = local - z->last.offset;
	return ZONE_NORMAL;
}
