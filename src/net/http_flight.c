#include "net/http_flight.h"

#include "core/clock.h"
#include "core/mem.h"
#include "core/number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { ANSWER_MAX = 16 << 20, HEADERS_MAX = 256 << 10 };

/* Hands the body over, front to back, once. There is no callback to seek: libcurl cannot begin anew by itself. */
static size_t
give_body(char *to, size_t size, size_t count, void *flight)
{
	struct http_flight *f = flight;
	size_t n = size * count;

	if (n > f->size - f->handed)
		n = f->size - f->handed;
	if (n > 0)
		memcpy(to, f->body + f->handed, n);
	f->handed += n;
	return n;
}

/* Called when the connection stands and the request is about to leave. */
static int
before_sending(void *flight, char *to_ip, char *from_ip, int to_port, int from_port)
{
	struct http_flight *f = flight;

	(void)to_ip;
	(void)from_ip;
	(void)to_port;
	(void)from_port;
	if (f->starts > 0 && f->handed > 0)
		return CURL_PREREQFUNC_ABORT;
	f->exchange->answer.began = clock_ticks();
	f->exchange->answer.left = true;
	if (f->starts++ == 0) {
		f->next_leaving = *f->leaving;
		*f->leaving = f;
	}
	return CURL_PREREQFUNC_OK;
}

static size_t
take_body(char *from, size_t size, size_t count, void *flight)
{
	struct http_flight *f = flight;
	size_t n = size * count;

	if (n > ANSWER_MAX - f->exchange->answer.body.size) {
		f->too_large = true;
		return 0;
	}
	buf_add(&f->exchange->answer.body, from, n);
	return n;
}

/* The value of a header line, when it is this header; NULL otherwise. The line has no NUL. */
static const char *
value_of(const char *line, size_t size, const char *name, size_t *value_size)
{
	size_t n = strlen(name);

	if (size <= n || line[n] != ':' || strncasecmp(line, name, n) != 0)
		return NULL;
	for (n++; n < size && (line[n] == ' ' || line[n] == '\t');)
		n++;
	while (size > n && strchr("\r\n \t", line[size - 1]) != NULL)
		size--;
	*value_size = size - n;
	return line + n;
}

static void
take_number(const char *line, size_t size, const char *name, int64_t *to)
{
	size_t n;
	const char *value = value_of(line, size, name, &n);
	int64_t number;

	if (value != NULL && number_int64(value, n, false, &number) == NUMBER_GOOD && number >= 0)
		*to = number;
}

static void
take_text(const char *line, size_t size, const char *name, char *to, size_t room)
{
	size_t n;
	const char *value = value_of(line, size, name, &n);

	if (value != NULL)
		snprintf(to, room, "%.*s", (int)(n < room ? n : room - 1), value);
}

static size_t
take_header(char *line, size_t size, size_t count, void *flight)
{
	struct http_flight *f = flight;
	struct http_answer *a = &f->exchange->answer;
	char date[64] = "";
	size_t n = size * count;

	f->header_bytes += n;
	if (f->header_bytes > HEADERS_MAX)
		return 0;
	take_text(line, n, "x-hubspot-correlation-id", a->correlation, sizeof a->correlation);
	take_number(line, n, "retry-after", &a->retry_after);
	take_number(line, n, "x-hubspot-ratelimit-max", &a->limit);
	take_number(line, n, "x-hubspot-ratelimit-remaining", &a->limit_left);
	take_number(line, n, "x-hubspot-ratelimit-interval-milliseconds", &a->limit_ms);
	take_number(line, n, "x-hubspot-ratelimit-daily-remaining", &a->day_left);
	take_text(line, n, "date", date, sizeof date);
	if (date[0] != '\0')
		a->date = (int64_t)curl_getdate(date, NULL);
	return n;
}

struct http_flight *
http_flight_new(const char *body, size_t size)
{
	struct http_flight *f = mem_new(sizeof *f);
	struct http_answer *a;

	f->exchange = mem_new(sizeof *f->exchange);
	f->exchange->flight = f;
	a = &f->exchange->answer;
	a->retry_after = a->limit = a->limit_left = a->limit_ms = a->day_left = a->date = -1;
	a->began = clock_ticks();
	f->body = body;
	f->size = size;
	f->easy = curl_easy_init();
	if (f->easy == NULL)
		abort();
	curl_easy_setopt(f->easy, CURLOPT_PRIVATE, f);
	curl_easy_setopt(f->easy, CURLOPT_ERRORBUFFER, f->words);
	curl_easy_setopt(f->easy, CURLOPT_READFUNCTION, give_body);
	curl_easy_setopt(f->easy, CURLOPT_READDATA, f);
	curl_easy_setopt(f->easy, CURLOPT_WRITEFUNCTION, take_body);
	curl_easy_setopt(f->easy, CURLOPT_WRITEDATA, f);
	curl_easy_setopt(f->easy, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(f->easy, CURLOPT_HEADERDATA, f);
	curl_easy_setopt(f->easy, CURLOPT_PREREQFUNCTION, before_sending);
	curl_easy_setopt(f->easy, CURLOPT_PREREQDATA, f);
	return f;
}

void
http_flight_free(struct http_flight *f)
{
	curl_easy_cleanup(f->easy);
	buf_clear(&f->exchange->answer.body);
	free(f->exchange);
	free(f);
}

/* libcurl's words are about hosts, ports and TLS; they are one line without the request's headers. */
static void
say_problem(struct http_flight *f, CURLcode code)
{
	struct http_answer *a = &f->exchange->answer;
	const char *words = f->words[0] != '\0' ? f->words : curl_easy_strerror(code);

	if (f->too_large)
		words = "the answer is larger than 16 MiB";
	else if (code == CURLE_SEND_FAIL_REWIND || code == CURLE_ABORTED_BY_CALLBACK)
		words = "the connection closed without an answer";
	snprintf(a->problem, sizeof a->problem, "%s", words);
	a->problem[strcspn(a->problem, "\r\n")] = '\0';
}

void
http_flight_end(struct http_flight *f, CURLcode code)
{
	struct http_answer *a = &f->exchange->answer;
	long status = 0;

	curl_easy_getinfo(f->easy, CURLINFO_RESPONSE_CODE, &status);
	a->status = (int)status;
	a->ended = clock_ticks();
	if (code == CURLE_OK && status >= 200) {
		a->end = HTTP_ANSWERED;
		return;
	}
	a->end = f->handed > 0 || (f->body == NULL && f->starts > 0) ? HTTP_UNKNOWN : HTTP_NOT_SENT;
	say_problem(f, code);
}
