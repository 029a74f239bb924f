#include "effect.h"

#include "date.h"
#include "gate.h"
#include "problem.h"
#include "results.h"

#include <stdlib.h>
#include <string.h>

static void
html(struct answer *a, int status, const char *title)
{
	answer_restart(a, status, "text/html; charset=UTF-8");
	buf_format(&a->body,
		"<!DOCTYPE html>\n<html lang=\"en-US\">\n<head><title>%d: %s</title></head>\n<body>\n<h1>Error "
		"%d</h1>\n"
		"<p>%s. Ray ID: 8f2b0c0d0e0f1a2b</p>\n</body>\n</html>\n",
		status, title, status, title);
}

/* HubSpot's own refusals by their bodies, those of the network in front of it as pages. */
static void
usual_body(struct mock *m, const struct fault *f, struct answer *a)
{
	const char *message = f->message, *policy = f->policy == NULL ? "TEN_SECONDLY_ROLLING" : f->policy;

	switch (f->status) {
	case 401:
		gate_refuse_token(m, a);
		break;
	case 403:
		gate_refuse_scope(m, a, "crm.objects.contacts.write");
		break;
	case 429:
		gate_refuse_rate(m, a, policy,
			message != NULL			  ? message
			: strcmp(policy, "DAILY") == 0	  ? limits_message(POLICY_DAILY)
			: strcmp(policy, "SECONDLY") == 0 ? limits_message(POLICY_SECONDLY)
							  : limits_message(POLICY_TEN_SECONDLY));
		break;
	case 502:
		html(a, 502, "Bad gateway");
		break;
	case 504:
		html(a, 504, "Gateway time-out");
		break;
	case 521:
	case 522:
	case 523:
	case 524:
	case 525:
	case 526:
		html(a, f->status, f->status == 524 ? "A timeout occurred" : "Web server is unreachable");
		break;
	default:
		problem_refuse(&m->random, a, f->status,
			f->status == 400   ? "VALIDATION_ERROR"
			: f->status == 409 ? "CONFLICT"
			: f->status == 423 ? "LOCKED"
			: f->status == 477 ? "MIGRATION_IN_PROGRESS"
					   : NULL,
			"%s",
			message != NULL	   ? message
			: f->status == 423 ? "The resource is locked; try again in 2 seconds"
			: f->status == 477 ? "The account is being migrated to another data center"
			: f->status < 500  ? "The request was refused"
					   : "internal error");
	}
}

static void
set_status(struct mock *m, const struct fault *f, struct answer *a)
{
	usual_body(m, f, a);
	if (f->text != NULL) {
		answer_restart(a, f->status, answer_json);
		buf_text(&a->body, f->text);
	}
	if (f->content_type != NULL)
		a->content_type = f->content_type;
}

static void
garbage(struct answer *a, int64_t count, struct random *chance)
{
	answer_restart(a, a->status == 0 ? 200 : a->status, answer_json);
	for (int64_t i = 0; i < count; i++)
		buf_char(&a->body, (char)(random_next(chance) >> 56));
}

static void
deep(struct answer *a, int64_t depth)
{
	answer_restart(a, a->status == 0 ? 200 : a->status, answer_json);
	for (int64_t i = 0; i < depth; i++)
		buf_char(&a->body, '[');
	for (int64_t i = 0; i < depth; i++)
		buf_char(&a->body, ']');
}

static void
shorten(struct answer *a, int64_t at)
{
	int64_t size = at < 0 ? (int64_t)a->body.size + at : at;

	if (size < 0)
		size = 0;
	if ((size_t)size < a->body.size)
		a->body.size = (size_t)size;
}

static void
redirect(struct answer *a, const struct request *r, const struct fault *f)
{
	answer_restart(a, f->status, answer_json);
	answer_header(a, "Location", "%s%s", f->to == NULL ? "https://elsewhere.example" : f->to, r->path);
}

static void
pending(struct mock *m, const struct request *r, struct answer *a)
{
	answer_restart(a, a->status == 0 ? 201 : a->status, answer_json);
	buf_text(&a->body, "{\"status\":\"PENDING\",\"results\":[],\"requestedAt\":\"");
	date_write(&a->body, r->arrived / 1000, false);
	buf_text(&a->body, "\",\"startedAt\":\"");
	date_write(&a->body, clock_ms(&m->clock), false);
	buf_text(&a->body, "\",\"completedAt\":\"");
	date_write(&a->body, clock_ms(&m->clock), false);
	buf_text(&a->body, "\"}");
}

void
effect_apply(struct mock *m, const struct request *r, const struct fault *f, struct answer *a)
{
	if (a->status == 0 && f->kind != FAULT_STATUS && f->kind != FAULT_REDIRECT && f->kind != FAULT_PENDING)
		problem_refuse(&m->random, a, 500, NULL, "internal error");
	switch (f->kind) {
	case FAULT_STATUS:
		set_status(m, f, a);
		break;
	case FAULT_SHORT_BODY:
		shorten(a, f->at);
		break;
	case FAULT_GARBAGE:
		garbage(a, f->count, &m->random);
		break;
	case FAULT_DEEP:
		deep(a, f->count);
		break;
	case FAULT_OTHER_STATUS:
		a->status = f->status;
		break;
	case FAULT_PENDING:
		pending(m, r, a);
		break;
	case FAULT_REDIRECT:
		redirect(a, r, f);
		break;
	case FAULT_EMPTY_RESULTS:
	case FAULT_ALIEN_TRACES:
	case FAULT_SWAPPED_TRACES:
	case FAULT_MISSING_RESULTS:
	case FAULT_REPEATED_RESULTS:
	case FAULT_ALIEN_RESULTS:
	case FAULT_NO_KEYS:
		results_bend(m, r, f, a);
		break;
	default:
		break;
	}
	if (f->retry_after >= 0)
		answer_header(a, "Retry-After", "%lld", (long long)f->retry_after);
}
