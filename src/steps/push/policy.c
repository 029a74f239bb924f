#include "steps/push/policy.h"

#include "steps/push/words.h"

#include <stdio.h>
#include <string.h>

enum { LOCK_MS = 2000, TEN_SECONDS_MS = 10000, SECOND_MS = 1000, MIGRATION_MAX_S = 60 };

struct row {
	int from, to; /* HTTP status */
	enum action write, read;
	int64_t wait_ms;
	bool trouble;
};

/* The first row that fits. Sources disagree on whether a refused batch leaves nothing behind, so none is believed:
 * every refusal of a whole batch is followed by a look. */
/* clang-format off */
static const struct row table[] = {
	{200, 299, ACTION_MATCH, ACTION_MATCH, 0, false},
	{300, 399, ACTION_STOP, ACTION_STOP, 0, false},               /* never followed: the token would go elsewhere */
	{401, 401, ACTION_STOP, ACTION_STOP, 0, false},
	{403, 403, ACTION_STOP, ACTION_STOP, 0, false},
	{405, 405, ACTION_STOP, ACTION_STOP, 0, false},
	{408, 408, ACTION_UNKNOWN, ACTION_AGAIN, 0, true},
	{414, 415, ACTION_STOP, ACTION_STOP, 0, false},
	{423, 423, ACTION_LOOK_AGAIN, ACTION_AGAIN, LOCK_MS, false},  /* a lock lasts two seconds */
	{429, 429, ACTION_AGAIN, ACTION_AGAIN, 0, false},             /* not executed */
	{477, 477, ACTION_LOOK_AGAIN, ACTION_AGAIN, 0, false},        /* the account is moving to another data centre */
	{400, 499, ACTION_LOOK_SPLIT, ACTION_FAIL, 0, false},
	{500, 599, ACTION_UNKNOWN, ACTION_AGAIN, 0, true},
	{0, 999, ACTION_UNKNOWN, ACTION_AGAIN, 0, true},
};
/* clang-format on */

static const struct row *
row_of(int status)
{
	const struct row *r = table;

	while (status < r->from || status > r->to)
		r++;
	return r;
}

/* 429: HubSpot says which of its limits it was, in the body; Retry-After is not documented, but obeyed. */
static void
decide_limit(const struct http_answer *a, int attempt, struct verdict *v)
{
	char policy[64];

	words_policy(&a->body, policy, sizeof policy);
	v->everybody = true;
	if (strcmp(policy, "DAILY") == 0) {
		v->action = ACTION_STOP;
		snprintf(v->why, sizeof v->why,
			"HubSpot's daily limit is used up; it begins anew at midnight of the account's time zone");
		return;
	}
	v->wait_ms = strcmp(policy, "SECONDLY") == 0 ? SECOND_MS : TEN_SECONDS_MS;
	v->wait_ms *= attempt < 6 ? attempt : 6;
	if (a->retry_after >= 0)
		v->wait_ms = a->retry_after * 1000;
}

static void
decide_migration(const struct http_answer *a, struct verdict *v)
{
	v->everybody = true;
	v->wait_ms = (a->retry_after >= 0 ? a->retry_after : MIGRATION_MAX_S) * 1000;
	if (a->retry_after <= MIGRATION_MAX_S)
		return;
	v->action = ACTION_STOP;
	snprintf(v->why, sizeof v->why,
		"HubSpot is moving the account to another data centre; try again in %lld minutes",
		(long long)(a->retry_after + 59) / 60);
}

void
policy_decide(enum job_kind kind, const struct http_answer *answer, int attempt, struct verdict *v)
{
	const struct row *r = row_of(answer->status);

	*v = (struct verdict){.wait_ms = r->wait_ms};
	if (answer->end == HTTP_NOT_SENT || answer->end == HTTP_UNKNOWN) {
		v->action = answer->end == HTTP_NOT_SENT || !job_writes(kind) ? ACTION_AGAIN : ACTION_UNKNOWN;
		v->trouble = true;
		snprintf(v->why, sizeof v->why, "%s", answer->problem);
		return;
	}
	v->action = job_writes(kind) ? r->write : r->read;
	v->trouble = r->trouble;
	if (r->from != 200)
		words_refusal(answer->status, &answer->body, v->why, sizeof v->why);
	if (answer->status == 429)
		decide_limit(answer, attempt, v);
	else if (answer->status == 477)
		decide_migration(answer, v);
}
