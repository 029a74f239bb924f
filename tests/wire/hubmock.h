/* A hubmock of its own for a test, spoken to byte by byte: for tests of hubmock, and of what talks to it.
 *
 * The program is $BUILD/hubmock. Requests go out over a fresh connection each and are read until the answer is whole or
 * the connection ends, so that a test sees exactly what came. Failures to start or to connect fail the test.
 */
#ifndef TESTS_HUBMOCK_H
#define TESTS_HUBMOCK_H

#include "core/buf.h"
#include "core/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <arpa/inet.h>
#include <jansson.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define HUBMOCK_TOKEN "hubmock-test-token"

enum { HUBMOCK_PATIENCE_MS = 30000 };

struct hubmock {
	pid_t pid;
	int port;
};

struct reply {
	int status;	  /* 0: not even a status line came */
	struct buf bytes; /* all that came */
	const char *body; /* in bytes; "" when none came */
	bool whole;	  /* as many bytes as Content-Length said */
};

static inline void
hubmock_exec(const char *port_file, const char *const *options)
{
	const char *build = getenv("BUILD"), *argv[40] = {"hubmock", "--port-file", port_file};
	char *program = mem_format("%s/hubmock", build == NULL ? "build" : build);
	int n = 3;

	for (; options != NULL && *options != NULL && n < 39; options++)
		argv[n++] = *options;
	execv(program, (char *const *)argv);
	_exit(127);
}

/* Starts one with these options (ends with NULL; may be NULL) and waits until it listens. */
static inline struct hubmock
hubmock_start(const char *const *options)
{
	char dir[] = "/tmp/hubmock.XXXXXX", *path;
	struct hubmock h = {0};
	FILE *f = NULL;

	assert_non_null(mkdtemp(dir));
	path = mem_format("%s/port", dir);
	h.pid = fork();
	if (h.pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL); /* a test that fails leaves none behind */
		if (freopen("/dev/null", "w", stdout) != NULL && freopen("/dev/null", "w", stderr) != NULL)
			hubmock_exec(path, options);
		_exit(127);
	}
	for (int waited = 0; f == NULL && waited < HUBMOCK_PATIENCE_MS && waitpid(h.pid, NULL, WNOHANG) == 0;
		waited += 5) {
		f = fopen(path, "r");
		if (f == NULL)
			poll(NULL, 0, 5);
	}
	if (f == NULL || fscanf(f, "%d", &h.port) != 1)
		fail_msg("hubmock did not start");
	fclose(f);
	unlink(path);
	rmdir(dir);
	free(path);
	return h;
}

static inline void
hubmock_stop(struct hubmock *h)
{
	int status = 0;

	kill(h->pid, SIGTERM);
	assert_int_equal(waitpid(h->pid, &status, 0), h->pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static inline int
hubmock_connect(const struct hubmock *h)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)h->port)};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	assert_int_equal(connect(fd, (const struct sockaddr *)&to, sizeof to), 0);
	return fd;
}

/* Finds status and body in what has come so far. */
static inline void
hubmock_look(struct reply *r)
{
	const char *end = r->bytes.size == 0 ? NULL : strstr(r->bytes.bytes, "\r\n\r\n"), *length;

	r->status = r->bytes.size > 12 ? (int)strtol(r->bytes.bytes + 9, NULL, 10) : 0;
	r->body = end == NULL ? "" : end + 4;
	length = end == NULL ? NULL : strcasestr(r->bytes.bytes, "\r\nContent-Length: ");
	r->whole = end != NULL &&
		   (length == NULL || length > end ||
			   r->bytes.size - (size_t)(r->body - r->bytes.bytes) >= strtoul(length + 18, NULL, 10));
}

/* Sends bytes and reads the answer, until it is whole or the other side is gone. Clear r->bytes afterwards. */
static inline void
hubmock_exchange(const struct hubmock *h, const char *bytes, size_t size, struct reply *r)
{
	int fd = hubmock_connect(h);
	ssize_t n = 1;

	*r = (struct reply){.body = ""};
	while (size > 0 && (n = send(fd, bytes, size, MSG_NOSIGNAL)) > 0) {
		bytes += n;
		size -= (size_t)n;
	}
	while (!r->whole) {
		struct pollfd ready = {fd, POLLIN, 0};

		if (poll(&ready, 1, HUBMOCK_PATIENCE_MS) <= 0)
			fail_msg("no answer, and no end of the connection");
		n = recv(fd, buf_room(&r->bytes, 65536), 65536, 0);
		if (n <= 0)
			break;
		r->bytes.size += (size_t)n;
		r->bytes.bytes[r->bytes.size] = '\0';
		hubmock_look(r);
	}
	close(fd);
}

/* The bytes of a request; clear them afterwards. `body` NULL: none. */
static inline struct buf
hubmock_request(const char *method, const char *path, const char *token, const char *body)
{
	struct buf b = {0};

	buf_format(&b, "%s %s HTTP/1.1\r\nHost: localhost\r\n", method, path);
	if (token != NULL)
		buf_format(&b, "Authorization: Bearer %s\r\n", token);
	if (body != NULL)
		buf_format(&b, "Content-Type: application/json\r\nContent-Length: %zu\r\n", strlen(body));
	buf_format(&b, "\r\n%s", body == NULL ? "" : body);
	return b;
}

static inline void
hubmock_call(const struct hubmock *h, const char *method, const char *path, const char *body, struct reply *r)
{
	struct buf b = hubmock_request(method, path, HUBMOCK_TOKEN, body);

	hubmock_exchange(h, b.bytes, b.size, r);
	buf_clear(&b);
}

/* A call that must be answered with 200. */
static inline void
hubmock_control(const struct hubmock *h, const char *path, const char *body)
{
	struct reply r;

	hubmock_call(h, "POST", path, body, &r);
	if (r.status != 200)
		fail_msg("%s: %s", path, r.body);
	buf_clear(&r.bytes);
}

/* The status of a call. */
static inline int
hubmock_status(const struct hubmock *h, const char *method, const char *path, const char *body)
{
	struct reply r;
	int status;

	hubmock_call(h, method, path, body, &r);
	status = r.status;
	buf_clear(&r.bytes);
	return status;
}

/* GET /__truth; json_decref() it. */
static inline json_t *
hubmock_truth(const struct hubmock *h)
{
	struct reply r;
	json_t *truth;

	hubmock_call(h, "GET", "/__truth", NULL, &r);
	truth = json_loads(r.body, 0, NULL);
	assert_non_null(truth);
	buf_clear(&r.bytes);
	return truth;
}

/* An integer of the truth: "live", "duplicates", "requests" ... */
static inline json_int_t
hubmock_count(const struct hubmock *h, const char *name)
{
	json_t *truth = hubmock_truth(h);
	json_int_t n = json_integer_value(json_object_get(truth, name));

	json_decref(truth);
	return n;
}

/* A batch create of `count` notes with the keys FIRST ... ; free it. `traced`: with trace ids. */
static inline char *
hubmock_notes(int first, int count, bool traced)
{
	struct buf b = {0};

	buf_text(&b, "{\"inputs\":[");
	for (int i = first; i < first + count; i++) {
		buf_format(&b,
			"%s{\"properties\":{\"hs_timestamp\":\"2020-01-02T03:04:05.000Z\",\"hs_note_body\":\"note %d\","
			"\"legacy_communication_id\":\"%d\"},\"associations\":[{\"to\":{\"id\":\"500\"},\"types\":"
			"[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":202}]}]",
			i == first ? "" : ",", i, i);
		if (traced)
			buf_format(&b, ",\"objectWriteTraceId\":\"%d\"", i);
		buf_char(&b, '}');
	}
	buf_text(&b, "]}");
	return b.bytes;
}

#endif
