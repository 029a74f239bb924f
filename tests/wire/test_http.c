/* A server that drops a reused connection: libcurl alone sends the POST again, net/http.c must not. */
#include "core/clock.h"
#include "net/http.h"
#include "net/url.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

/* Answers the first request of a connection, reads all of the second, and hangs up. */
struct server {
	int listener;
	int port;
	pthread_t thread;
	int bodies; /* whole requests that arrived */
	char seen[8][32];
};

static const char answer[] = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: application/json\r\n\r\n{}";

/* Reads a request with its body; its body's first bytes go to `body`. False at the end of the connection. */
static bool
read_request(int fd, char body[32])
{
	char text[4096];
	size_t used = 0;

	for (;;) {
		ssize_t n = read(fd, text + used, sizeof text - 1 - used);
		char *end, *length;

		if (n <= 0)
			return false;
		used += (size_t)n;
		text[used] = '\0';
		end = strstr(text, "\r\n\r\n");
		length = strstr(text, "Content-Length: ");
		if (end == NULL || length == NULL)
			continue;
		if (used >= (size_t)(end + 4 - text) + strtoul(length + 16, NULL, 10)) {
			snprintf(body, 32, "%.31s", end + 4);
			return true;
		}
	}
}

static void *
serve(void *server)
{
	struct server *s = server;
	int fd;

	while ((fd = accept(s->listener, NULL, NULL)) >= 0) {
		for (int n = 0; n < 2 && s->bodies < 8 && read_request(fd, s->seen[s->bodies]); n++) {
			s->bodies++;
			if (n == 0 && write(fd, answer, sizeof answer - 1) < 0)
				break;
		}
		close(fd);
	}
	return NULL;
}

static void
start(struct server *s)
{
	struct sockaddr_in here = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t size = sizeof here;

	*s = (struct server){0};
	s->listener = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(bind(s->listener, (struct sockaddr *)&here, sizeof here), 0);
	assert_int_equal(listen(s->listener, 8), 0);
	assert_int_equal(getsockname(s->listener, (struct sockaddr *)&here, &size), 0);
	s->port = ntohs(here.sin_port);
	assert_int_equal(pthread_create(&s->thread, NULL, serve, s), 0);
}

static void
stop(struct server *s)
{
	shutdown(s->listener, SHUT_RDWR);
	pthread_join(s->thread, NULL);
	close(s->listener);
}

static int
times_seen(const struct server *s, const char *body)
{
	int n = 0;

	for (int i = 0; i < s->bodies; i++)
		n += strcmp(s->seen[i], body) == 0;
	return n;
}

static struct http *
client(int port)
{
	struct err e = {0};
	char url[64];
	struct http *h;

	snprintf(url, sizeof url, "http://127.0.0.1:%d", port);
	h = http_open(
		&(struct http_options){
			.base_url = url, .token = "t", .agent = "test", .timeout_ms = 5000, .connections = 1},
		&e);
	assert_non_null(h);
	return h;
}

static enum http_end
post(struct http *h, const char *body)
{
	struct http_exchange *x;
	struct err e = {0};
	enum http_end end;

	assert_true(http_start(h, "/", body, strlen(body), NULL, &e));
	while ((x = http_next(h)) == NULL)
		assert_true(http_wait(h, 100, &e));
	end = x->answer.end;
	http_release(h, x);
	return end;
}

static void
a_post_on_a_reused_connection_that_dies_leaves_once(void **state)
{
	struct server s;
	struct http *h;

	(void)state;
	start(&s);
	h = client(s.port);
	assert_int_equal(post(h, "first"), HTTP_ANSWERED);
	assert_int_equal(post(h, "second"), HTTP_UNKNOWN);
	assert_int_equal(post(h, "third"), HTTP_ANSWERED);
	http_close(h);
	stop(&s);
	assert_int_equal(times_seen(&s, "second"), 1);
}

static size_t
ignore(char *bytes, size_t size, size_t count, void *own)
{
	(void)bytes;
	(void)own;
	return size * count;
}

/* The trap itself, so that the test above is known to test something. */
static void
libcurl_alone_sends_it_twice(void **state)
{
	struct server s;
	CURL *easy = curl_easy_init();
	char url[64];

	(void)state;
	start(&s);
	snprintf(url, sizeof url, "http://127.0.0.1:%d/", s.port);
	curl_easy_setopt(easy, CURLOPT_URL, url);
	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, ignore);
	curl_easy_setopt(easy, CURLOPT_POSTFIELDS, "first");
	curl_easy_perform(easy);
	curl_easy_setopt(easy, CURLOPT_POSTFIELDS, "second");
	curl_easy_perform(easy);
	curl_easy_cleanup(easy);
	stop(&s);
	assert_int_equal(times_seen(&s, "second"), 2);
}

static void
what_nobody_listens_to_was_surely_not_sent(void **state)
{
	struct server s;
	struct http *h;

	(void)state;
	start(&s);
	stop(&s);
	h = client(s.port);
	assert_int_equal(post(h, "first"), HTTP_NOT_SENT);
	http_close(h);
}

static void
only_https_leaves_this_machine(void **state)
{
	static const struct {
		const char *url;
		bool good;
	} cases[] = {{"https://api.hubapi.com", true}, {"https://api.hubapi.com/", true},
		{"http://127.0.0.1:8080", true}, {"http://localhost", true}, {"http://[::1]:1", true},
		{"http://api.hubapi.com", false}, {"http://127.0.0.1.example.com", false},
		{"http://localhost.example.com", false}, {"https://user:word@api.hubapi.com", false},
		{"http://127.0.0.1@example.com", false}, {"ftp://x", false}, {"https://", false},
		{"https://x?y", false}, {"https://x:port", false}, {"api.hubapi.com", false}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct err e = {0};

		if (url_check(cases[i].url, &e) != cases[i].good)
			fail_msg("%s: want %s", cases[i].url, cases[i].good ? "taken" : "refused");
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_post_on_a_reused_connection_that_dies_leaves_once),
		cmocka_unit_test(libcurl_alone_sends_it_twice),
		cmocka_unit_test(what_nobody_listens_to_was_surely_not_sent),
		cmocka_unit_test(only_https_leaves_this_machine),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
