#include "requests.h"

#include "date.h"

#include "core/mem.h"
#include "core/text.h"

#include <stdlib.h>
#include <string.h>

bool
requests_open(struct requests *q, const char *path, bool bodies, struct err *e)
{
	*q = (struct requests){.bodies = bodies};
	q->ring = mem_new(REQUESTS_KEPT * sizeof *q->ring);
	if (path == NULL)
		return true;
	q->log = fopen(path, "we");
	if (q->log == NULL)
		return err_system(e, "%s", path);
	setvbuf(q->log, NULL, _IOLBF, 1 << 16);
	return true;
}

static void
clear_entry(struct entry *e)
{
	free(e->path);
	free(e->fault);
	free(e->body);
	*e = (struct entry){0};
}

void
requests_forget(struct requests *q)
{
	for (uint32_t i = 0; i < REQUESTS_KEPT; i++)
		clear_entry(&q->ring[i]);
	q->count = q->answered = 0;
	memset(q->by_status, 0, sizeof q->by_status);
}

void
requests_close(struct requests *q)
{
	if (q->ring != NULL)
		requests_forget(q);
	free(q->ring);
	if (q->log != NULL)
		fclose(q->log);
	*q = (struct requests){0};
}

static void
write_text(struct buf *to, const char *name, const char *text)
{
	buf_format(to, ",\"%s\":\"", name);
	buf_json(to, text, strlen(text));
	buf_char(to, '"');
}

static void
write_entry(const struct entry *e, struct buf *to)
{
	buf_format(to, "{\"number\":%u,\"time\":\"", e->number);
	date_write(to, e->arrived / 1000, false);
	buf_format(to, "\",\"method\":\"%s\"", request_method_name(e->method));
	write_text(to, "path", e->path);
	buf_format(to, ",\"status\":%d", e->status);
	if (e->fault != NULL)
		write_text(to, "fault", e->fault);
	else
		buf_text(to, ",\"fault\":null");
	buf_format(to, ",\"received\":%u,\"sent\":%u", e->received, e->sent);
	if (e->body != NULL)
		write_text(to, "body", e->body);
	buf_char(to, '}');
}

void
requests_add(struct requests *q, const struct request *r, int status, size_t sent, const char *fault)
{
	struct entry *e = &q->ring[q->answered++ % REQUESTS_KEPT];
	struct buf line = {0};

	clear_entry(e);
	*e = (struct entry){.number = r->number,
		.arrived = r->arrived,
		.method = r->method,
		.status = status,
		.path = mem_text(r->path),
		.fault = fault == NULL ? NULL : mem_text(fault),
		.body = q->bodies && r->body.size > 0 ? mem_text(r->body.bytes) : NULL,
		.received = (uint32_t)r->body.size,
		.sent = (uint32_t)sent};
	q->by_status[status % REQUESTS_STATUSES]++;
	if (q->log == NULL)
		return;
	write_entry(e, &line);
	buf_char(&line, '\n');
	fwrite(line.bytes, 1, line.size, q->log);
	buf_clear(&line);
}

void
requests_write(const struct requests *q, uint32_t from, struct buf *to)
{
	uint32_t kept = q->answered < REQUESTS_KEPT ? q->answered : REQUESTS_KEPT;
	bool any = false;

	for (uint32_t i = q->answered - kept; i != q->answered; i++) {
		const struct entry *e = &q->ring[i % REQUESTS_KEPT];

		if (e->number < from)
			continue;
		buf_text(to, any ? "," : "");
		write_entry(e, to);
		any = true;
	}
}
