#include "steps/stage/input/feed.h"

#include "core/mem.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

enum { BATCHES = 4, BATCH_ROWS = 512, BATCH_BYTES = 2 << 20 };

struct feed {
	struct reader *reader;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;

	struct batch batches[BATCHES]; /* a ring: filled ones from `taken` up to `filled` */
	size_t filled, taken;	       /* counts since the start */
	bool holding;		       /* the caller has the batch at `taken` */
	bool ended, stopping;
	enum csv_step last; /* CSV_END or CSV_FAILED, when ended */
	struct err err;
};

/* Fills a batch. CSV_RECORD: full, more may come. */
static enum csv_step
fill(struct feed *f, struct batch *batch)
{
	enum csv_step step = CSV_RECORD;

	batch->count = 0;
	arena_reset(&batch->arena);
	while (batch->count < BATCH_ROWS && batch->arena.used < BATCH_BYTES) {
		step = reader_next(f->reader, &batch->rows[batch->count], &batch->arena, &f->err);
		if (step != CSV_RECORD)
			break;
		batch->count++;
	}
	batch->bytes = f->reader->file->bytes;
	return step;
}

static void *
read_all(void *context)
{
	struct feed *f = context;
	enum csv_step step = CSV_RECORD;

	pthread_mutex_lock(&f->lock);
	while (step == CSV_RECORD && !f->stopping) {
		if (f->filled - f->taken == BATCHES) {
			pthread_cond_wait(&f->changed, &f->lock);
			continue;
		}
		pthread_mutex_unlock(&f->lock);
		step = fill(f, &f->batches[f->filled % BATCHES]);
		pthread_mutex_lock(&f->lock);
		f->filled++;
		pthread_cond_broadcast(&f->changed);
	}
	f->last = step;
	f->ended = true;
	pthread_cond_broadcast(&f->changed);
	pthread_mutex_unlock(&f->lock);
	return NULL;
}

struct feed *
feed_open(struct reader *reader, struct err *e)
{
	struct feed *f = mem_new(sizeof *f);

	f->reader = reader;
	pthread_mutex_init(&f->lock, NULL);
	pthread_cond_init(&f->changed, NULL);
	for (int i = 0; i < BATCHES; i++)
		f->batches[i].rows = mem_new(BATCH_ROWS * sizeof *f->batches[i].rows);
	errno = pthread_create(&f->thread, NULL, read_all, f);
	if (errno != 0) {
		err_system(e, "reading %s beside the inserting", reader->file->name);
		f->stopping = f->ended = true;
		f->thread = pthread_self();
		feed_close(f);
		return NULL;
	}
	return f;
}

enum csv_step
feed_next(struct feed *f, struct batch **batch, struct err *e)
{
	enum csv_step step = CSV_RECORD;

	pthread_mutex_lock(&f->lock);
	if (f->holding) {
		f->holding = false;
		f->taken++;
		pthread_cond_broadcast(&f->changed);
	}
	while (f->taken == f->filled && !f->ended)
		pthread_cond_wait(&f->changed, &f->lock);
	if (f->taken < f->filled) {
		*batch = &f->batches[f->taken % BATCHES];
		f->holding = true;
	} else {
		step = f->last;
		if (step == CSV_FAILED)
			*e = f->err;
	}
	pthread_mutex_unlock(&f->lock);
	return step;
}

void
feed_close(struct feed *f)
{
	if (f == NULL)
		return;
	pthread_mutex_lock(&f->lock);
	f->stopping = true;
	pthread_cond_broadcast(&f->changed);
	pthread_mutex_unlock(&f->lock);
	if (!pthread_equal(f->thread, pthread_self()))
		pthread_join(f->thread, NULL);
	for (int i = 0; i < BATCHES; i++) {
		free(f->batches[i].rows);
		arena_clear(&f->batches[i].arena);
	}
	pthread_cond_destroy(&f->changed);
	pthread_mutex_destroy(&f->lock);
	free(f);
}
