#include "steps/push/push.h"

#include "core/clock.h"
#include "core/file.h"
#include "core/mem.h"
#include "steps/push/policy.h"
#include "steps/push/words.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ASK_TRIES = 6, SEARCHES_A_SECOND = 4, NS_PER_MS = 1000000 };

static void
note_began(void *push, void *own, int64_t ticks)
{
	struct push *p = push;
	struct job *j = own;

	if (j != NULL) {
		j->began = true;
		limiter_began(j->kind == JOB_SEARCH ? &p->search_pace : &p->pace, ticks);
	} else {
		limiter_began(&p->pace, ticks);
	}
}

bool
push_connect(struct push *p, struct err *e)
{
	const struct push_options *o = p->options;
	char agent[64];
	struct http_options options = {.base_url = o->base_url,
		.token = o->token,
		.ca_file = o->ca_file,
		.agent = agent,
		.timeout_ms = o->timeout * 1000,
		.connections = (int)o->concurrency,
		.began = note_began,
		.context = p};

	snprintf(agent, sizeof agent, "hubstage-push/%s", o->version);
	limiter_init(&p->pace, o->rate);
	limiter_init(&p->search_pace, o->rate < SEARCHES_A_SECOND ? o->rate : SEARCHES_A_SECOND);
	p->settle_ms = o->settle * 1000;
	p->unit_ms = p->settle_ms / 100 > 0 ? p->settle_ms / 100 : 1;
	p->began = clock_ticks();
	p->http = http_open(&options, e);
	return p->http != NULL;
}

bool
push_open_journal(struct push *p, bool write, struct err *e)
{
	char *path =
		p->options->journal != NULL ? mem_text(p->options->journal) : file_join(p->options->out, "push.db");

	if (write && p->options->dry_run && access(path, F_OK) != 0)
		p->journal = journal_scratch(p->options->version, e);
	else
		p->journal = write ? journal_open(path, p->options->version, e) : journal_read(path, e);
	free(path);
	return p->journal != NULL;
}

void
push_clear(struct push *p)
{
	http_close(p->http);
	store_close(p->store);
	journal_close(p->journal);
	parcel_close(p->parcel);
	limiter_clear(&p->pace);
	limiter_clear(&p->search_pace);
}

void
push_say(struct push *p, const char *fmt, ...)
{
	char text[ERR_TEXT_MAX];
	va_list args;

	if (p->remark == NULL)
		return;
	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	p->remark(p->context, text);
}

char *
push_path(const struct push *p, const char *family, const char *rest)
{
	const char *version = p->options->api_version;

	if (strcmp(family, "account-info") == 0)
		return mem_format("/account-info/%s/%s", version, rest);
	if (strcmp(family, "associations") == 0 && (version[0] == 'v' || p->links_v4))
		return mem_format("/crm/v4/%s/%s", family, rest);
	if (version[0] == 'v')
		return mem_format("/crm/%s/%s/%s", version, family, rest);
	return mem_format("/crm/%s/%s/%s", family, version, rest);
}

/* Waits until the pace allows a request, or a signal came. */
static bool
wait_for_turn(struct push *p, struct err *e)
{
	int64_t wait;

	while ((wait = limiter_wait(&p->pace, clock_ticks())) > 0) {
		if (p->signal_seen != NULL && *p->signal_seen != 0)
			return err_set(e, ERR_INTERRUPTED, "interrupted");
		if (!http_wait(p->http, wait / NS_PER_MS + 1, e))
			return false;
	}
	limiter_take(&p->pace, clock_ticks());
	return true;
}

static struct http_exchange *
exchange(struct push *p, const char *path, const struct buf *body, struct err *e)
{
	struct http_exchange *x = NULL;

	if (!wait_for_turn(p, e))
		return NULL;
	p->calls++;
	if (!http_start(p->http, path, body == NULL ? NULL : body->bytes, body == NULL ? 0 : body->size, NULL, e))
		return NULL;
	while ((x = http_next(p->http)) == NULL)
		if (!http_wait(p->http, 1000, e))
			return NULL;
	if (!x->answer.left)
		limiter_lost(&p->pace);
	if (x->answer.date > 0)
		p->skew = x->answer.date - clock_now();
	return x;
}

/* A 4xx that the caller wants to see is an answer. */
static bool
conclude(const struct http_answer *a, const struct verdict *v, int *status, json_t **root, struct err *e)
{
	*root = a->body.size == 0 ? NULL : json_loadb(a->body.bytes, a->body.size, JSON_REJECT_DUPLICATES, NULL);
	if (status != NULL)
		*status = v->action == ACTION_FAIL ? a->status : 0;
	if (v->action == ACTION_MATCH)
		return *root != NULL || err_set(e, ERR_REMOTE, "HubSpot's answer is not JSON");
	if (status != NULL && v->action == ACTION_FAIL)
		return true;
	json_decref(*root);
	*root = NULL;
	return err_set(e, ERR_REMOTE, "%s", v->why);
}

bool
push_ask(struct push *p, const char *path, const struct buf *body, int *status, json_t **root, struct err *e)
{
	*root = NULL;
	for (int attempt = 1;; attempt++) {
		struct http_exchange *x = exchange(p, path, body, e);
		struct verdict v;
		bool ok;

		if (x == NULL)
			return false;
		policy_decide(JOB_READ, &x->answer, attempt, &v);
		if (v.action == ACTION_AGAIN && attempt < ASK_TRIES) {
			int64_t wait = v.wait_ms > 0 ? v.wait_ms : p->unit_ms * attempt;

			limiter_pause(&p->pace, clock_ticks() + wait * NS_PER_MS);
			http_release(p->http, x);
			continue;
		}
		ok = conclude(&x->answer, &v, status, root, e);
		http_release(p->http, x);
		return ok;
	}
}
