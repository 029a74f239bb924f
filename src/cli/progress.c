#include "cli/progress.h"

#include "cli/shown.h"
#include "cli/words.h"
#include "core/mem.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const int64_t SECOND = 1000000000;

const char *const progress_modes[] = {"auto", "plain", "none", NULL};

struct progress {
	pthread_mutex_t drawing;
	bool plain; /* lines instead of one line that changes */
	int64_t (*clock)(void);
	int64_t pause;		    /* between two drawings */
	int64_t next;		    /* not before then */
	int64_t begun;		    /* when `last.what` began */
	struct progress_count last; /* what NULL: nothing reported yet */
	bool said;		    /* the last count has been drawn */
};

static int64_t
system_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * SECOND + t.tv_nsec;
}

struct progress *
progress_open(enum progress_mode mode, int64_t (*clock)(void))
{
	struct progress *p;

	if (mode == PROGRESS_NONE || (mode == PROGRESS_AUTO && !words_on_terminal()))
		return NULL;
	p = mem_new(sizeof *p);
	pthread_mutex_init(&p->drawing, NULL);
	p->plain = mode == PROGRESS_PLAIN;
	p->clock = clock != NULL ? clock : system_clock;
	p->pause = p->plain ? 5 * SECOND : SECOND / 5;
	return p;
}

static void
duration(int64_t seconds, struct buf *to)
{
	if (seconds < 100)
		buf_format(to, "%d s", (int)seconds);
	else if (seconds < 100 * 60)
		buf_format(to, "%d min", (int)((seconds + 30) / 60));
	else
		buf_format(to, "%d h %d min", (int)(seconds / 3600), (int)(seconds % 3600 / 60));
}

/* Adds nothing in the first second: an estimate from so little jumps. */
static void
time_left(double share, int64_t elapsed, struct buf *to)
{
	if (elapsed < SECOND || share <= 0 || share >= 1)
		return;
	buf_text(to, ", ");
	duration((int64_t)((double)elapsed / (double)SECOND * (1 - share) / share + 0.5), to);
	buf_text(to, " left");
}

void
progress_text(const struct progress_count *count, int64_t elapsed, struct buf *to)
{
	double share = 0, seconds = (double)elapsed / (double)SECOND;

	if (count->total > 0)
		share = (double)(count->bytes > 0 ? count->bytes : count->rows) / (double)count->total;
	buf_format(to, "%s: ", count->what);
	shown_number(to, (int64_t)count->rows);
	buf_text(to, count->rows == 1 ? " row" : " rows");
	if (count->total > 0)
		buf_format(to, ", %d%%", share >= 1 ? 100 : (int)(share * 100));
	if (count->bytes > 0 && seconds > 0)
		buf_format(to, ", %.1f MB/s", (double)count->bytes / 1e6 / seconds);
	time_left(share, elapsed, to);
}

static void
draw(struct progress *p, int64_t now)
{
	struct buf text = {0};

	progress_text(&p->last, now - p->begun, &text);
	if (p->plain)
		words_note("%s", text.bytes);
	else
		words_transient(text.bytes);
	buf_clear(&text);
	p->said = true;
	p->next = now + p->pause;
}

void
progress_report(void *to, const char *what, uint64_t rows, uint64_t bytes, uint64_t total)
{
	struct progress *p = to;
	int64_t now;

	if (p == NULL || pthread_mutex_trylock(&p->drawing) != 0)
		return;
	now = p->clock();
	if (p->last.what == NULL || strcmp(p->last.what, what) != 0) {
		if (p->plain && p->last.what != NULL && !p->said)
			draw(p, now);
		p->begun = now;
		p->next = now + (p->plain ? p->pause : 0);
	}
	p->last = (struct progress_count){what, rows, bytes, total};
	p->said = false;
	if (now >= p->next)
		draw(p, now);
	pthread_mutex_unlock(&p->drawing);
}

void
progress_close(struct progress *p)
{
	if (p == NULL)
		return;
	if (p->plain && p->last.what != NULL && !p->said)
		draw(p, p->clock());
	if (!p->plain)
		words_transient(NULL);
	pthread_mutex_destroy(&p->drawing);
	free(p);
}
