#include "steps/push/limiter.h"

#include "core/mem.h"

#include <stdlib.h>

#define SECOND INT64_C(1000000000)

enum {
	SPARE_PER_MILLE = 14, /* how much slower than the limit */
	MARGIN_MS = 10,	      /* that the first and the last of a window may come closer on their way */
	LATE_INTERVALS = 5,   /* being late by up to so many requests is made good */
	LATE_MS = 250,	      /* and by at least so much: the windows still hold */
	NOT_YET_SEEN = 64,    /* requests on their way, which the other side has not counted */
	LOOK_AGAIN_MS = 2,    /* while all that may leave is still connecting */
	RATE_MAX = 10000      /* above it only the pace is kept */
};

void
limiter_init(struct limiter *l, int64_t rate)
{
	*l = (struct limiter){0};
	l->interval = SECOND / rate + SECOND / rate * SPARE_PER_MILLE / 1000;
	l->windows[0] = (struct limiter_window){SECOND, rate > RATE_MAX ? 0 : rate};
	l->room = 16;
	while (l->room < l->windows[0].most)
		l->room *= 2;
	l->times = mem_new((size_t)l->room * sizeof *l->times);
}

void
limiter_clear(struct limiter *l)
{
	free(l->times);
	*l = (struct limiter){0};
}

/* When the nth last request left, from 1. */
static int64_t
nth_last(const struct limiter *l, int64_t n)
{
	return l->times[(l->first + l->count - n) & (l->room - 1)];
}

static int64_t
window_wait(const struct limiter *l, const struct limiter_window *w, int64_t now)
{
	int64_t left = w->most - l->waiting, free_at;

	if (w->most == 0)
		return 0;
	if (left <= 0)
		return LOOK_AGAIN_MS * (SECOND / 1000);
	if (left > l->count)
		return 0;
	free_at = nth_last(l, left) + w->span + MARGIN_MS * (SECOND / 1000);
	return free_at > now ? free_at - now : 0;
}

int64_t
limiter_wait(const struct limiter *l, int64_t now)
{
	int64_t wait = l->next > now ? l->next - now : 0;

	if (l->pause - now > wait)
		wait = l->pause - now;
	for (int i = 0; i < 2; i++) {
		int64_t more = window_wait(l, &l->windows[i], now);

		wait = more > wait ? more : wait;
	}
	return wait;
}

void
limiter_take(struct limiter *l, int64_t now)
{
	int64_t late = l->interval * LATE_INTERVALS, least = LATE_MS * (SECOND / 1000);

	late = late > SECOND / 2 ? SECOND / 2 : late < least ? least : late;
	l->next = (now - l->next > late ? now : l->next) + l->interval;
	l->waiting++;
}

void
limiter_began(struct limiter *l, int64_t now)
{
	l->waiting--;
	if (l->count == l->room) {
		l->first = (l->first + 1) & (l->room - 1);
		l->count--;
	}
	l->times[(l->first + l->count++) & (l->room - 1)] = now;
}

void
limiter_lost(struct limiter *l)
{
	l->waiting--;
}

void
limiter_pause(struct limiter *l, int64_t until)
{
	if (until > l->pause)
		l->pause = until;
}

/* Have at least n left in a window's span before now? */
static bool
have_left(const struct limiter *l, int64_t n, int64_t span, int64_t now)
{
	return n <= l->count && nth_last(l, n) > now - span;
}

void
limiter_allow(struct limiter *l, const struct limiter_said *said, int64_t now)
{
	int64_t *times, room = l->room;

	if (said->most <= 0 || said->most > RATE_MAX || said->span <= 0)
		return;
	if (said->left >= 0 && have_left(l, 2 * (said->most - said->left) + NOT_YET_SEEN, said->span, now)) {
		l->windows[1].most = 0;
		return;
	}
	l->windows[1] = (struct limiter_window){said->span, said->most};
	while (room < said->most)
		room *= 2;
	if (room == l->room)
		return;
	times = mem_new((size_t)room * sizeof *times);
	for (int64_t i = 0; i < l->count; i++)
		times[i] = l->times[(l->first + i) & (l->room - 1)];
	free(l->times);
	l->times = times;
	l->first = 0;
	l->room = room;
}
