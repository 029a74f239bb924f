/* cutproxy: a TCP proxy in front of PostgreSQL that does something at one message.
 *
 *	cutproxy SERVER_HOST SERVER_PORT SIDE NUMBER MODE
 *
 * Listens on a free port of 127.0.0.1 and prints it. It counts the protocol messages of one side, client or server,
 * over all connections, and prints the number when a connection ends. At message NUMBER (from 1; 0: never) it does
 * MODE, once; connections after that pass through:
 *
 *	before		both sides are closed, the message does not arrive
 *	behind		the message arrives, then both sides are closed
 *	torn		half of it arrives, then both sides are closed
 *	byte:K		K bytes of it arrive, then both sides are closed
 *	refuse		as behind, and no new connection is taken any more
 *	refuse:K	as byte:K, and no new connection is taken any more
 *	terminate	the server's process of this connection is told to end, as by pg_terminate_backend(); it passes
 *	kill		the server's main process, whose id is in POSTMASTER, is told to stop at once; it passes
 *	client		the process whose id stands in the file CLIENT is killed, then both sides are closed
 *
 * Ends with SIGTERM.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { ROOM = 65536, HEAD = 5, BACKEND_KEY = 'K', KEY_SIZE = 4 };

/* One direction: where its next message begins in the stream. */
struct flow {
	int from, to;
	bool from_client, watched, startup; /* the client's first message has no type byte */
	bool last;			    /* the message under way, or what is left of it, is the last that passes */
	size_t left;			    /* bytes of it */
	unsigned char head[HEAD], key[KEY_SIZE];
	size_t head_size, key_size;
};

static long seen, cut_at;
static const char *mode;
static bool cut_done;
static long backend; /* process id of the server for this connection */

static void
fail(const char *what)
{
	perror(what);
	exit(1);
}

static bool
send_all(int fd, const unsigned char *bytes, size_t size)
{
	while (size > 0) {
		ssize_t n = send(fd, bytes, size, MSG_NOSIGNAL);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		bytes += n;
		size -= (size_t)n;
	}
	return true;
}

/* A message begins with these bytes: its length, without what is in them. */
static size_t
rest_of(struct flow *f)
{
	const unsigned char *length = f->head + (f->startup ? 0 : 1);
	size_t size = (size_t)length[0] << 24 | (size_t)length[1] << 16 | (size_t)length[2] << 8 | length[3];

	f->startup = false;
	return size - 4;
}

static bool
is_mode(const char *name)
{
	return strcmp(mode, name) == 0;
}

static bool
is_refusing(void)
{
	return strncmp(mode, "refuse", 6) == 0;
}

/* A process that is gone already is no fault. */
static void
tell(long process, int signal_number)
{
	if (process > 0 && kill((pid_t)process, signal_number) != 0 && errno != ESRCH)
		fail("kill");
}

static long
client_process(void)
{
	FILE *f = fopen(getenv("CLIENT"), "r");
	long process = 0;

	if (f == NULL || fscanf(f, "%ld", &process) != 1)
		fail("CLIENT");
	fclose(f);
	return process;
}

/* The message whose head is complete is the one: how many of its `size` bytes pass before the cut, all or fewer. */
static size_t
strike(struct flow *f, size_t size)
{
	const char *bytes = strchr(mode, ':');

	cut_done = f->last = true;
	if (bytes != NULL)
		return (size_t)strtol(bytes + 1, NULL, 10);
	if (is_mode("before"))
		return 0;
	if (is_mode("torn"))
		return size / 2;
	if (is_mode("client")) {
		tell(client_process(), SIGKILL);
		return 0;
	}
	f->last = is_mode("behind") || is_refusing();
	if (is_mode("terminate"))
		tell(backend, SIGTERM);
	else if (is_mode("kill"))
		tell(strtol(getenv("POSTMASTER"), NULL, 10), SIGQUIT);
	else if (!f->last)
		fail(mode);
	return size;
}

/* The process id is what BackendKeyData begins with. */
static void
keep_key(struct flow *f, const unsigned char *bytes, size_t size)
{
	for (; size > 0 && f->key_size < KEY_SIZE; size--)
		f->key[f->key_size++] = *bytes++;
	if (f->key_size == KEY_SIZE)
		backend = (long)f->key[0] << 24 | f->key[1] << 16 | f->key[2] << 8 | f->key[3];
}

/* Passes bytes on, message by message. False when the connection is to be cut. */
static bool
pass(struct flow *f, const unsigned char *bytes, size_t size)
{
	while (size > 0) {
		size_t step, head = f->startup ? HEAD - 1 : HEAD;

		if (f->left == 0) {
			size_t keep;

			step = head - f->head_size < size ? head - f->head_size : size;
			memcpy(f->head + f->head_size, bytes, step);
			f->head_size += step;
			bytes += step;
			size -= step;
			if (f->head_size < head)
				return true;
			keep = head + rest_of(f);
			seen += f->watched;
			if (f->watched && !cut_done && seen == cut_at)
				keep = strike(f, keep);
			f->head_size = 0;
			if (!send_all(f->to, f->head, keep < head ? keep : head) || keep < head)
				return false;
			f->left = keep - head;
		}
		step = f->left < size ? f->left : size;
		if (!f->from_client && f->head[0] == BACKEND_KEY)
			keep_key(f, bytes, step);
		if (!send_all(f->to, bytes, step))
			return false;
		f->left -= step;
		bytes += step;
		size -= step;
		if (f->last && f->left == 0)
			return false;
	}
	return true;
}

static void
at_once(int fd)
{
	int one = 1;

	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
}

static int
connect_to(const char *host, const char *port)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((unsigned short)strtol(port, NULL, 10))};
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	inet_pton(AF_INET, host, &to.sin_addr);
	if (fd < 0 || connect(fd, (struct sockaddr *)&to, sizeof to) != 0) {
		if (fd >= 0)
			close(fd);
		return -1;
	}
	at_once(fd);
	return fd;
}

static void
serve(int client, int server, bool watch_client)
{
	static unsigned char bytes[ROOM];
	struct flow flows[2] = {
		{.from = client, .to = server, .from_client = true, .watched = watch_client, .startup = true},
		{.from = server, .to = client, .watched = !watch_client}};
	struct pollfd polls[2] = {{.fd = client, .events = POLLIN}, {.fd = server, .events = POLLIN}};

	for (;;) {
		if (poll(polls, 2, -1) < 0 && errno != EINTR)
			return;
		for (int i = 0; i < 2; i++) {
			ssize_t n;

			if (polls[i].revents == 0)
				continue;
			n = recv(flows[i].from, bytes, sizeof bytes, 0);
			if (n <= 0 || !pass(&flows[i], bytes, (size_t)n))
				return;
		}
	}
}

static void
say(long number)
{
	printf("%ld\n", number);
	if (fflush(stdout) != 0)
		fail("stdout");
}

int
main(int argc, char **argv)
{
	struct sockaddr_in here = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
	socklen_t size = sizeof here;
	int listener = socket(AF_INET, SOCK_STREAM, 0), client, server;

	if (argc != 6)
		return 2;
	cut_at = strtol(argv[4], NULL, 10);
	mode = argv[5];
	signal(SIGPIPE, SIG_IGN);
	if (bind(listener, (struct sockaddr *)&here, sizeof here) != 0 || listen(listener, 8) != 0 ||
		getsockname(listener, (struct sockaddr *)&here, &size) != 0)
		fail("listen");
	say(ntohs(here.sin_port));
	while ((client = accept(listener, NULL, NULL)) >= 0) {
		server = cut_done && is_refusing() ? -1 : connect_to(argv[1], argv[2]);
		at_once(client);
		if (server >= 0) {
			serve(client, server, strcmp(argv[3], "client") == 0);
			close(server);
		}
		close(client);
		say(seen);
	}
	return 0;
}
