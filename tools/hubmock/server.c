#include "server.h"

#include "exchange.h"
#include "waits.h"

#include "core/mem.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CONNECTIONS = 4096, CONNECTION_MEMORY = 65536 };

struct server {
	struct mock *m;
	struct waits waits;
	struct MHD_Daemon *daemon;
};

static volatile sig_atomic_t stopping;

static void
stop(int number)
{
	(void)number;
	stopping = 1;
}

static enum MHD_Result
serve(void *cls, struct MHD_Connection *c, const char *url, const char *method, const char *version, const char *bytes,
	size_t *size, void **exchange)
{
	struct server *s = cls;

	(void)version;
	if (*exchange == NULL) {
		*exchange = exchange_begin(s->m, &s->waits, c, url, method);
		return MHD_YES;
	}
	return exchange_go_on(*exchange, bytes, size);
}

static void
done(void *cls, struct MHD_Connection *c, void **exchange, enum MHD_RequestTerminationCode why)
{
	(void)cls;
	(void)c;
	(void)why;
	if (*exchange != NULL)
		exchange_end(*exchange);
	*exchange = NULL;
}

/* The whole file, which MHD reads as long as the daemon runs; owned by the caller. */
static bool
read_pem(const char *path, struct buf *to, struct err *e)
{
	FILE *f = fopen(path, "re");
	size_t n;

	if (f == NULL)
		return err_system(e, "%s", path);
	while ((n = fread(buf_room(to, 4096), 1, 4096, f)) > 0)
		to->size += n;
	buf_room(to, 0)[0] = '\0';
	fclose(f);
	return true;
}

static bool
listen_here(struct server *s, struct buf *cert, struct buf *key, struct err *e)
{
	const struct options *o = s->m->options;
	struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons((uint16_t)o->port)};
	unsigned flags = MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_TURBO;
	struct MHD_OptionItem tls[] = {
		{MHD_OPTION_HTTPS_MEM_CERT, 0, NULL}, {MHD_OPTION_HTTPS_MEM_KEY, 0, NULL}, {MHD_OPTION_END, 0, NULL}};

	here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (o->tls_cert != NULL) {
		if (!read_pem(o->tls_cert, cert, e) || !read_pem(o->tls_key, key, e))
			return false;
		flags |= MHD_USE_TLS;
		tls[0].ptr_value = cert->bytes;
		tls[1].ptr_value = key->bytes;
	} else {
		tls[0].option = MHD_OPTION_END;
	}
	errno = 0;
	s->daemon = MHD_start_daemon(flags, (uint16_t)o->port, NULL, NULL, serve, s, MHD_OPTION_SOCK_ADDR, &here,
		MHD_OPTION_NOTIFY_COMPLETED, done, s, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY, MHD_OPTION_LISTENING_ADDRESS_REUSE, 1u,
		MHD_OPTION_ARRAY, tls, MHD_OPTION_END);
	return s->daemon != NULL || err_system(e, "127.0.0.1:%lld: cannot listen", (long long)o->port);
}

/* Beside the final name first, so that nobody reads half a number. */
static bool
write_port(const struct server *s, int port, struct err *e)
{
	const char *path = s->m->options->port_file;
	char *draft = path == NULL ? NULL : mem_format("%s.%ld", path, (long)getpid());
	FILE *f;
	bool good = true;

	if (path == NULL)
		return true;
	f = fopen(draft, "we");
	good = f != NULL && fprintf(f, "%d\n", port) > 0;
	if (f != NULL)
		good = fclose(f) == 0 && good;
	good = good && rename(draft, path) == 0;
	if (!good)
		err_system(e, "%s", path);
	free(draft);
	return good;
}

static struct timespec
time_to_wait(struct server *s)
{
	MHD_UNSIGNED_LONG_LONG ms;
	int64_t us = waits_due(&s->waits);

	us = us == INT64_MAX ? 3600000000 : us - clock_real_us();
	if (MHD_get_timeout(s->daemon, &ms) == MHD_YES && (int64_t)ms * 1000 < us)
		us = (int64_t)ms * 1000;
	if (us < 0)
		us = 0;
	return (struct timespec){us / 1000000, us % 1000000 * 1000};
}

static void
loop(struct server *s, const sigset_t *open)
{
	int fd = MHD_get_daemon_info(s->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;

	while (!stopping) {
		struct pollfd ready = {fd, POLLIN, 0};
		struct timespec wait = time_to_wait(s);

		if (ppoll(&ready, 1, &wait, open) < 0 && errno != EINTR)
			break;
		waits_run(&s->waits, clock_real_us());
		MHD_run(s->daemon);
	}
}

/* Signals come only while the loop waits, so none is missed. */
static void
catch_signals(sigset_t *open)
{
	struct sigaction act = {.sa_handler = stop};
	sigset_t closed;

	sigemptyset(&closed);
	sigaddset(&closed, SIGTERM);
	sigaddset(&closed, SIGINT);
	sigprocmask(SIG_BLOCK, &closed, open);
	sigdelset(open, SIGTERM);
	sigdelset(open, SIGINT);
	sigaction(SIGTERM, &act, NULL);
	sigaction(SIGINT, &act, NULL);
	signal(SIGPIPE, SIG_IGN);
}

bool
server_run(struct mock *m, struct err *e)
{
	struct server s = {.m = m};
	struct buf cert = {0}, key = {0};
	sigset_t open;
	bool good = false;
	int port;

	catch_signals(&open);
	if (!listen_here(&s, &cert, &key, e))
		goto out;
	port = MHD_get_daemon_info(s.daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
	if (!write_port(&s, port, e))
		goto out;
	fprintf(stderr, "hubmock: %s://127.0.0.1:%d\n", m->options->tls_cert == NULL ? "http" : "https", port);
	loop(&s, &open);
	good = true;
out:
	if (s.daemon != NULL) {
		waits_run(&s.waits, INT64_MAX);
		MHD_stop_daemon(s.daemon);
	}
	waits_clear(&s.waits);
	buf_clear(&cert);
	buf_clear(&key);
	return good;
}
