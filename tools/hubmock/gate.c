#include "gate.h"

#include "problem.h"
#include "routes.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { USUAL_TEN_SECONDLY = 190, USUAL_DAILY = 1000000 };

void
gate_refuse_token(struct mock *m, struct answer *a)
{
	problem_refuse(&m->random, a, 401, "INVALID_AUTHENTICATION",
		"Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find "
		"more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview");
}

void
gate_refuse_scope(struct mock *m, struct answer *a, const char *scope)
{
	static const char words[] =
		"This app hasn't been granted all required scopes to make this call. Read more about "
		"required scopes here: https://developers.hubspot.com/scopes.";
	struct buf *to = &a->body;

	answer_restart(a, 403, answer_json);
	buf_format(to, "{\"status\":\"error\",\"message\":\"%s\",\"correlationId\":\"", words);
	random_uuid(&m->random, to);
	buf_format(to,
		"\",\"errors\":[{\"message\":\"One or more of the following scopes are required.\",\"context\":"
		"{\"requiredGranularScopes\":[\"%s\"]}}],\"links\":{\"scopes\":\"https://developers.hubspot.com/"
		"scopes\"},"
		"\"category\":\"MISSING_SCOPES\"}",
		scope);
}

void
gate_refuse_rate(struct mock *m, struct answer *a, const char *name, const char *message)
{
	struct buf *to = &a->body;

	answer_restart(a, 429, answer_json);
	buf_format(to, "{\"status\":\"error\",\"message\":\"%s\",\"errorType\":\"RATE_LIMIT\",\"correlationId\":\"",
		message);
	random_uuid(&m->random, to);
	buf_format(to, "\",\"policyName\":\"%s\"", name);
	if (strcmp(name, "DAILY") == 0) {
		buf_text(to, ",\"requestId\":\"");
		random_uuid(&m->random, to);
		buf_char(to, '"');
	} else if (strcmp(name, "TEN_SECONDLY_ROLLING") == 0) {
		buf_format(to, ",\"groupName\":\"publicapi:private_app-api-calls-ten-secondly:1512050:%lld\"",
			(long long)m->options->portal);
	}
	buf_char(to, '}');
}

static bool
has_token(const struct mock *m, const char *authorization)
{
	return authorization != NULL && strncasecmp(authorization, "Bearer ", 7) == 0 &&
	       strcmp(authorization + 7, m->token) == 0;
}

/* The scope that a row asks for with this type; "" for none. */
static const char *
scope_of(const struct request *r, char *spare, size_t size)
{
	switch (r->row->scope) {
	case SCOPE_READ:
		return "crm.objects.contacts.read";
	case SCOPE_WRITE:
		return "crm.objects.contacts.write";
	case SCOPE_OWNERS:
		return "crm.objects.owners.read";
	case SCOPE_SCHEMA:
		snprintf(spare, size, "crm.schemas.%s.write",
			r->type < TYPE_COUNT ? type_names[r->type].plural : "contacts");
		return spare;
	default:
		return "";
	}
}

static bool
has_scope(struct mock *m, const struct request *r, struct answer *a)
{
	char spare[64];
	const char *scope = r->row == NULL ? "" : scope_of(r, spare, sizeof spare), *list = m->options->scopes;

	if (list == NULL || *scope == '\0')
		return true;
	if (options_list_has(list, scope)) {
		if (r->type != TYPE_EMAILS || options_list_has(list, "sales-email-read"))
			return true;
		scope = "sales-email-read";
	}
	gate_refuse_scope(m, a, scope);
	return false;
}

/* Without a limit the headers are those of a usual account that nobody uses. */
static void
rate_headers(struct mock *m, struct answer *a)
{
	struct limits *l = &m->limits;
	int64_t ten = l->per_ten > 0 ? l->per_ten : USUAL_TEN_SECONDLY;
	int64_t second = l->per_second > 0 ? l->per_second : ten / 10;
	int64_t day = l->per_day > 0 ? l->per_day : USUAL_DAILY, now = clock_us(&m->clock);

	answer_header(a, "X-HubSpot-RateLimit-Daily", "%lld", (long long)day);
	answer_header(a, "X-HubSpot-RateLimit-Daily-Remaining", "%lld",
		(long long)(l->per_day <= 0	   ? day
			    : day > l->taken_today ? day - l->taken_today
						   : 0));
	answer_header(a, "X-HubSpot-RateLimit-Interval-Milliseconds", "10000");
	answer_header(a, "X-HubSpot-RateLimit-Max", "%lld", (long long)ten);
	answer_header(a, "X-HubSpot-RateLimit-Remaining", "%lld",
		(long long)(l->per_ten > 0 ? limits_left(&l->ten, ten, now) : ten));
	answer_header(a, "X-HubSpot-RateLimit-Secondly", "%lld", (long long)second);
	answer_header(a, "X-HubSpot-RateLimit-Secondly-Remaining", "%lld",
		(long long)(l->per_second > 0 ? limits_left(&l->second, second, now) : second));
}

static void
correlation_header(struct mock *m, struct answer *a)
{
	struct buf id = {0};

	random_uuid(&m->random, &id);
	answer_header(a, "x-hubspot-correlation-id", "%s", id.bytes);
	buf_clear(&id);
}

static bool
within_limits(struct mock *m, const struct request *r, struct answer *a)
{
	bool search = r->row != NULL && r->row->search;
	enum policy p = limits_take(&m->limits, r->arrived, mock_day(m), search);

	if (!search)
		rate_headers(m, a);
	if (p != POLICY_NONE)
		gate_refuse_rate(m, a, limits_name(p), limits_message(p));
	return p == POLICY_NONE;
}

static bool
is_json(struct mock *m, const struct request *r, const char *content_type, struct answer *a)
{
	if (r->method == METHOD_GET || r->method == METHOD_DELETE || r->row == NULL ||
		(content_type != NULL && strncasecmp(content_type, "application/json", 16) == 0) ||
		(content_type == NULL && r->method == METHOD_PUT))
		return true;
	problem_refuse(&m->random, a, 415, NULL, "HTTP 415 Unsupported Media Type");
	return false;
}

bool
gate_pass(
	struct mock *m, const struct request *r, const char *authorization, const char *content_type, struct answer *a)
{
	correlation_header(m, a);
	if (!has_token(m, authorization)) {
		gate_refuse_token(m, a);
		return false;
	}
	return has_scope(m, r, a) && within_limits(m, r, a) && is_json(m, r, content_type, a);
}
