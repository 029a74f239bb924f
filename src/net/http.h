/* HTTP requests, several at a time on reused connections, with one promise: a request leaves at most once.
 *
 * libcurl by itself sends a POST again when a reused connection dies before the answer began. Here it cannot: the
 * body comes from a callback that cannot go back, and a second start after the first byte of the body was handed over
 * is refused. So every exchange ends in one of three ways, and HTTP_UNKNOWN is never made to look like another.
 *
 * No redirects, HTTP/1.1, no compression, TLS 1.2 or later and always verified, answers of at most 16 MiB. The token
 * goes into the Authorization header and nowhere else. One thread.
 */
#ifndef NET_HTTP_H
#define NET_HTTP_H

#include "core/buf.h"
#include "core/err.h"

#include <stdbool.h>
#include <stdint.h>

enum http_end {
	HTTP_ANSWERED, /* status, headers and body are all there */
	HTTP_NOT_SENT, /* surely: not one byte of the body left this program, so nobody can have acted on it */
	HTTP_UNKNOWN   /* something left, and no whole answer came back */
};

struct http_answer {
	enum http_end end;
	bool left;  /* it began to leave, so that it may count against a limit */
	int status; /* 0: none came; may be there with HTTP_UNKNOWN, when the body was cut off */
	struct buf body;
	char correlation[64];	   /* x-hubspot-correlation-id; "" when there was none */
	int64_t retry_after;	   /* seconds; -1 when not said */
	int64_t limit, limit_left; /* X-HubSpot-RateLimit-Max and -Remaining; -1 when not said */
	int64_t limit_ms;	   /* -Interval-Milliseconds */
	int64_t day_left;	   /* -Daily-Remaining */
	int64_t date;		   /* the server's clock, UTC seconds; -1 when not said */
	int64_t began, ended;	   /* clock_ticks(): the first byte leaves, the last one has come */
	char problem[256];	   /* why there is no answer, in libcurl's words; never holds the token */
};

struct http_exchange {
	void *own; /* the caller's */
	struct http_answer answer;
	struct http_flight *flight; /* private */
};

struct http_options {
	const char *base_url; /* see net/url.h; a path at its end is kept */
	const char *token;
	const char *ca_file; /* PEM, instead of the system's; NULL: the system's */
	const char *agent;
	int64_t timeout_ms; /* of a whole exchange */
	int connections;    /* kept open at most */

	/* Called soon after a request really left, which on a new connection is later than http_start(); `ticks` is
	 * never earlier than that moment. May be NULL. */
	void (*began)(void *context, void *own, int64_t ticks);
	void *context;
};

struct http;

/* The strings are copied. NULL on failure: ERR_USAGE for the URL, ERR_ENVIRONMENT for the CA file. */
struct http *http_open(const struct http_options *options, struct err *e);
void http_close(struct http *h); /* cuts off what is in flight; NULL is fine */

/* Begins a POST of these bytes, which must stay until the end, or (body NULL) a GET. `path` begins with a slash. The
 * answer comes from http_next(). False when libcurl cannot begin: nothing has left then. */
bool http_start(struct http *h, const char *path, const char *body, size_t size, void *own, struct err *e);

int http_running(const struct http *h); /* started and not yet given out by http_next() */

/* Moves bytes; returns when something has ended, or after `timeout_ms`, or earlier. */
bool http_wait(struct http *h, int64_t timeout_ms, struct err *e);

/* One that has ended, or NULL. The caller ends with http_release(). */
struct http_exchange *http_next(struct http *h);
void http_release(struct http *h, struct http_exchange *x);

#endif
