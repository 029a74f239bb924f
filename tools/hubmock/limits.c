#include "limits.h"

#include "core/mem.h"

#include <stdlib.h>

enum { SECOND = 1000000 };

void
limits_init(struct limits *l, int64_t rate, int64_t ten_secondly, int64_t searches, int64_t daily)
{
	*l = (struct limits){.per_second = rate,
		.per_ten = ten_secondly > 0 ? ten_secondly : rate * 10,
		.per_day = daily,
		.searches = searches,
		.second = {.span = SECOND},
		.ten = {.span = 10 * SECOND},
		.search = {.span = SECOND},
		.seen_second = {.span = SECOND},
		.seen_ten = {.span = 10 * SECOND},
		.seen_search = {.span = SECOND}};
}

void
limits_clear(struct limits *l)
{
	free(l->second.times);
	free(l->ten.times);
	free(l->search.times);
	free(l->seen_second.times);
	free(l->seen_ten.times);
	free(l->seen_search.times);
	*l = (struct limits){0};
}

static void
slide(struct window *w, int64_t now)
{
	while (w->count > 0 && w->times[w->first] <= now - w->span) {
		w->first = (w->first + 1) & (w->room - 1);
		w->count--;
	}
}

static void
widen(struct window *w)
{
	uint32_t room = w->room == 0 ? 256 : w->room * 2;
	int64_t *times = mem_new(room * sizeof *times);

	for (uint32_t i = 0; i < w->count; i++)
		times[i] = w->times[(w->first + i) & (w->room - 1)];
	free(w->times);
	w->times = times;
	w->first = 0;
	w->room = room;
}

static void
push(struct window *w, int64_t now)
{
	slide(w, now);
	if (w->count == w->room)
		widen(w);
	w->times[(w->first + w->count++) & (w->room - 1)] = now;
	if (w->count > w->most)
		w->most = w->count;
}

int64_t
limits_left(struct window *w, int64_t limit, int64_t now)
{
	slide(w, now);
	return w->count < limit ? limit - w->count : 0;
}

static bool
full(struct window *w, int64_t limit, int64_t now)
{
	return limit > 0 && limits_left(w, limit, now) == 0;
}

static enum policy
policy(struct limits *l, int64_t now, bool search)
{
	if (l->per_day > 0 && l->taken_today >= l->per_day)
		return POLICY_DAILY;
	if (search)
		return full(&l->search, l->searches, now) ? POLICY_SECONDLY : POLICY_NONE;
	if (full(&l->ten, l->per_ten, now))
		return POLICY_TEN_SECONDLY;
	return full(&l->second, l->per_second, now) ? POLICY_SECONDLY : POLICY_NONE;
}

enum policy
limits_take(struct limits *l, int64_t now, int64_t day, bool search)
{
	enum policy p;

	if (day != l->day)
		l->taken_today = 0;
	l->day = day;
	push(search ? &l->seen_search : &l->seen_second, now);
	if (!search)
		push(&l->seen_ten, now);
	p = policy(l, now, search);
	if (p != POLICY_NONE) {
		l->refused++;
		return p;
	}
	l->taken_today++;
	push(search ? &l->search : &l->second, now);
	if (!search)
		push(&l->ten, now);
	return p;
}

const char *
limits_name(enum policy p)
{
	static const char *const names[] = {"", "SECONDLY", "TEN_SECONDLY_ROLLING", "DAILY"};

	return names[p];
}

const char *
limits_message(enum policy p)
{
	static const char *const texts[] = {"", "You have reached your secondly limit.",
		"You have reached your ten_secondly_rolling limit.", "You have reached your daily limit."};

	return texts[p];
}
