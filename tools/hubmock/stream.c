#include "stream.h"

#include "clock.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK = 65536 };

static const char head[] = "{\"status\":\"COMPLETE\",\"results\":[],\"padding\":\"", tail[] = "\"}";

static ssize_t
read_huge(void *cls, uint64_t at, char *to, size_t max)
{
	const int64_t *size = cls;
	size_t n = 0;

	for (; n < max && at + n < (uint64_t)*size; n++) {
		uint64_t left = (uint64_t)*size - at - n;

		to[n] = at + n < sizeof head - 1 ? head[at + n]
			: left < sizeof tail	 ? tail[sizeof tail - 1 - left]
						 : 'a';
	}
	return (ssize_t)n;
}

struct MHD_Response *
stream_huge(int64_t size)
{
	int64_t *kept = mem_new(sizeof *kept);

	*kept = size < (int64_t)(sizeof head + sizeof tail) ? (int64_t)(sizeof head + sizeof tail) : size;
	return MHD_create_response_from_callback((uint64_t)*kept, BLOCK, read_huge, kept, free);
}

struct drip {
	struct waits *waits;
	struct MHD_Connection *connection;
	struct buf body;
	int64_t piece, every_ms, next;
};

static void
go_on(void *what)
{
	MHD_resume_connection(((struct drip *)what)->connection);
}

static ssize_t
read_drip(void *cls, uint64_t at, char *to, size_t max)
{
	struct drip *d = cls;
	size_t n = d->body.size - (size_t)at;
	int64_t now = clock_real_us();

	if (now < d->next) {
		MHD_suspend_connection(d->connection);
		waits_add(d->waits, d->next, go_on, d);
		return 0;
	}
	n = n > (size_t)d->piece ? (size_t)d->piece : n;
	n = n > max ? max : n;
	memcpy(to, d->body.bytes + at, n);
	d->next = now + d->every_ms * 1000;
	return (ssize_t)n;
}

static void
end_drip(void *cls)
{
	struct drip *d = cls;

	buf_clear(&d->body);
	free(d);
}

struct MHD_Response *
stream_drip(struct waits *waits, struct MHD_Connection *c, struct buf *body, int64_t piece, int64_t every_ms)
{
	struct drip *d = mem_new(sizeof *d);

	*d = (struct drip){waits, c, *body, piece < 1 ? 1 : piece, every_ms, 0};
	*body = (struct buf){0};
	return MHD_create_response_from_callback(d->body.size, BLOCK, read_drip, d, end_drip);
}
