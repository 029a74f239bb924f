#include "exchange.h"

#include "effect.h"
#include "gate.h"
#include "problem.h"
#include "routes.h"
#include "stream.h"
#include "wire.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

enum state { READING, WAITING, READY };

struct exchange {
	struct mock *m;
	struct waits *waits;
	struct MHD_Connection *connection;
	struct request request;
	struct answer answer;
	const struct fault *fault; /* NULL: none */
	enum state state;
	bool too_large, logged;
	int64_t read_before; /* bytes of the request that came before its body */
	int64_t due;	     /* when the answer goes out */
};

/* A request that is carried out after its answer. */
struct late {
	struct mock *m;
	unsigned generation;
	struct request request;
};

static enum MHD_Result
add_arg(void *request, enum MHD_ValueKind kind, const char *name, const char *value)
{
	(void)kind;
	request_add_arg(request, name, value);
	return MHD_YES;
}

static const char *
header(struct exchange *x, const char *name)
{
	return MHD_lookup_connection_value(x->connection, MHD_HEADER_KIND, name);
}

/* What can be said before the body is there: the number, the route, the gate, most faults. */
static void
judge_head(struct exchange *x)
{
	struct request *r = &x->request;
	struct problem p = {0};
	bool routed = route_find(r, &p);

	if (route_is_control(r))
		return;
	r->number = ++x->m->requests.count;
	if (gate_pass(x->m, r, header(x, "Authorization"), header(x, "Content-Type"), &x->answer)) {
		if (routed)
			x->fault = faults_choose(&x->m->faults, r, false);
		else
			problem_answer(&p, &x->m->random, &x->answer);
	}
	problem_clear(&p);
}

static void
reserve_body(struct exchange *x)
{
	const char *size = header(x, "Content-Length");
	long long n = size == NULL ? 0 : strtoll(size, NULL, 10);

	if (n > 0 && n <= x->m->options->body_limit)
		buf_room(&x->request.body, (size_t)n);
}

struct exchange *
exchange_begin(struct mock *m, struct waits *waits, struct MHD_Connection *c, const char *url, const char *method)
{
	struct exchange *x = mem_new(sizeof *x);
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(c, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);

	*x = (struct exchange){.m = m, .waits = waits, .connection = c};
	x->read_before = info == NULL ? 0 : (int64_t)info->header_size;
	x->request.arrived = clock_us(&m->clock);
	x->request.method = request_method(method);
	x->request.path = mem_text(url);
	x->request.inputs_taken = -1;
	x->request.body = pool_take(&m->pool);
	x->answer.body = pool_take(&m->pool);
	MHD_get_connection_values(c, MHD_GET_ARGUMENT_KIND, add_arg, &x->request);
	judge_head(x);
	reserve_body(x);
	return x;
}

static bool
is_cut(const struct exchange *x)
{
	return x->fault != NULL && x->fault->kind == FAULT_CUT_REQUEST &&
	       x->read_before + (int64_t)x->request.body.size >= x->fault->at;
}

static void
receive(struct exchange *x, const char *bytes, size_t size)
{
	struct buf *body = &x->request.body;

	if (body->size + size > (size_t)x->m->options->body_limit)
		x->too_large = true;
	else
		buf_add(body, bytes, size);
}

static void
carry_out_late(void *what)
{
	struct late *late = what;
	struct answer unseen = {0};

	if (late->generation == late->m->generation)
		late->request.row->handler(late->m, &late->request, &unseen);
	answer_clear(&unseen);
	request_clear(&late->request);
	free(late);
}

/* The request goes on by itself; the exchange keeps what its log line needs. */
static void
put_off(struct exchange *x)
{
	struct late *late = mem_new(sizeof *late);

	*late = (struct late){x->m, x->m->generation, x->request};
	x->request.path = mem_text(late->request.path);
	x->request.body = (struct buf){0};
	x->request.arg_count = 0;
	buf_add(&x->request.body, late->request.body.bytes == NULL ? "" : late->request.body.bytes,
		late->request.body.size);
	waits_add(x->waits, x->due + x->fault->commit_after_ms * 1000, carry_out_late, late);
}

static void
carry_out(struct exchange *x)
{
	enum commit commit = x->fault == NULL ? COMMIT_YES : x->fault->commit;

	if (commit == COMMIT_SOME)
		x->request.inputs_taken = x->fault->inputs;
	if (commit == COMMIT_YES || commit == COMMIT_SOME)
		x->request.row->handler(x->m, &x->request, &x->answer);
	if (commit == COMMIT_LATE)
		put_off(x);
	if (x->fault != NULL)
		effect_apply(x->m, &x->request, x->fault, &x->answer);
}

static int64_t
delay_us(const struct exchange *x)
{
	const struct options *o = x->m->options;
	int64_t ms = o->latency_ms;

	if (o->jitter_ms > 0)
		ms += random_below(&x->m->random, (uint32_t)o->jitter_ms + 1);
	if (x->fault != NULL)
		ms += x->fault->delay_ms;
	return ms * 1000;
}

/* The whole request is there. */
static void
judge(struct exchange *x)
{
	bool control = route_is_control(&x->request);
	bool open = x->answer.status == 0;

	if (open && x->too_large)
		problem_refuse(&x->m->random, &x->answer, 413, NULL, "HTTP 413 Request Entity Too Large");
	else if (open && !control && x->fault == NULL)
		x->fault = faults_choose(&x->m->faults, &x->request, true);
	x->due = control ? 0 : clock_real_us() + delay_us(x);
	if (x->answer.status == 0)
		carry_out(x);
	x->state = WAITING;
}

static void
resume(void *what)
{
	struct exchange *x = what;

	MHD_resume_connection(x->connection);
}

static void
note(struct exchange *x, int status, size_t sent)
{
	if (!route_is_control(&x->request))
		requests_add(&x->m->requests, &x->request, status, sent, x->fault == NULL ? NULL : x->fault->name);
	x->logged = true;
}

static enum MHD_Result
drop(struct exchange *x)
{
	if (x->fault->reset)
		wire_reset_on_close(x->connection);
	note(x, 0, 0);
	return MHD_NO;
}

static enum MHD_Result
send_cut(struct exchange *x)
{
	struct buf raw = {0};
	int64_t size;

	answer_raw(&x->answer, &raw);
	size = x->fault->at;
	if (size < 0)
		size += (int64_t)raw.size;
	else if (x->fault->in_body && size != INT64_MAX)
		size += (int64_t)(raw.size - x->answer.body.size);
	size = size < 0 ? 0 : size > (int64_t)raw.size ? (int64_t)raw.size : size;
	if (x->fault->reset)
		wire_reset_on_close(x->connection);
	wire_send_and_shut(x->connection, raw.bytes, (size_t)size);
	note(x, x->answer.status, (size_t)size);
	buf_clear(&raw);
	return MHD_NO;
}

/* A body that is lent to libmicrohttpd and comes back to the pool. */
struct lent {
	struct pool *pool;
	struct buf body;
};

static void
give_back(void *what)
{
	struct lent *lent = what;

	pool_give(lent->pool, &lent->body);
	free(lent);
}

static struct MHD_Response *
pooled(struct exchange *x, struct buf *body)
{
	struct lent *lent = mem_new(sizeof *lent);

	*lent = (struct lent){&x->m->pool, *body};
	*body = (struct buf){0};
	return MHD_create_response_from_buffer_with_free_callback_cls(
		lent->body.size, lent->body.bytes, give_back, lent);
}

static struct MHD_Response *
response(struct exchange *x)
{
	struct buf *body = &x->answer.body;

	if (x->fault != NULL && x->fault->kind == FAULT_HUGE)
		return stream_huge(x->fault->count);
	if (x->fault != NULL && x->fault->kind == FAULT_DRIP)
		return stream_drip(x->waits, x->connection, body, x->fault->count, x->fault->every_ms);
	if (x->answer.content_type == NULL || body->size == 0)
		return MHD_create_response_from_buffer(0, "", MHD_RESPMEM_PERSISTENT);
	return pooled(x, body);
}

static enum MHD_Result
send_answer(struct exchange *x)
{
	size_t size = x->answer.body.size;
	struct MHD_Response *made = response(x);
	enum MHD_Result queued;

	for (int i = 0; i < x->answer.header_count; i++)
		MHD_add_response_header(made, x->answer.headers[i].name, x->answer.headers[i].value);
	if (x->answer.content_type != NULL)
		MHD_add_response_header(made, "Content-Type", x->answer.content_type);
	queued = MHD_queue_response(x->connection, (unsigned)x->answer.status, made);
	MHD_destroy_response(made);
	note(x, x->answer.status, size);
	return queued;
}

static enum MHD_Result
finish(struct exchange *x)
{
	if (x->fault != NULL && (x->fault->kind == FAULT_DROP || x->fault->kind == FAULT_CUT_REQUEST))
		return drop(x);
	if (x->fault != NULL && x->fault->kind == FAULT_CUT_ANSWER)
		return send_cut(x);
	return send_answer(x);
}

enum MHD_Result
exchange_go_on(struct exchange *x, const char *bytes, size_t *size)
{
	if (x->state == READING && *size > 0) {
		receive(x, bytes, *size);
		*size = 0;
		return is_cut(x) ? drop(x) : MHD_YES;
	}
	if (x->state == READING && is_cut(x))
		return drop(x);
	if (x->state == READING)
		judge(x);
	if (x->state == WAITING && x->due > clock_real_us()) {
		x->state = READY;
		MHD_suspend_connection(x->connection);
		waits_add(x->waits, x->due, resume, x);
		return MHD_YES;
	}
	return finish(x);
}

void
exchange_end(struct exchange *x)
{
	if (!x->logged)
		note(x, 0, 0);
	pool_give(&x->m->pool, &x->request.body);
	pool_give(&x->m->pool, &x->answer.body);
	request_clear(&x->request);
	answer_clear(&x->answer);
	free(x);
}
