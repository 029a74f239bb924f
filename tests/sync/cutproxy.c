/* cutproxy: a TCP proxy in front of PostgreSQL that cuts the connection at one message.
 *
 *	cutproxy PORT_FILE SERVER_HOST SERVER_PORT SIDE NUMBER MODE COUNT_FILE
 *
 * Listens on a free port of 127.0.0.1 and writes it to PORT_FILE. It counts the protocol messages of one side,
 * client or server, over all connections. At message NUMBER (from 1; 0: never) it does MODE, once; connections
 * after that pass through:
 *
 *	before	both sides are closed, the message does not arrive
 *	behind	the message arrives, then both sides are closed
 *	torn	half of it arrives, then both sides are closed
 *	refuse	as behind, and no new connection is taken any more
 *	kill	the server's main process, whose id is in POSTMASTER, is told to stop at once; the message passes
 *
 * COUNT_FILE gets the number of messages that were seen when a connection ends. Ends with SIGTERM.
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

enum { ROOM = 65536, HEAD = 5 };

/* One direction: where its next message begins in the stream. */
struct flow {
	int from, to;
	bool watched, startup; /* the client's first message has no type byte */
	size_t left;	       /* bytes of the message under way */
	unsigned char head[HEAD];
	size_t head_size;
};

static long seen, cut_at;
static const char *mode;
static bool cut_done;

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

/* Passes bytes on, message by message. False when the connection is to be cut. */
static bool
pass(struct flow *f, const unsigned char *bytes, size_t size)
{
	while (size > 0) {
		size_t step, head = f->startup ? 4 : HEAD;
		bool cut = false;

		if (f->left == 0) {
			step = head - f->head_size < size ? head - f->head_size : size;
			memcpy(f->head + f->head_size, bytes, step);
			f->head_size += step;
			bytes += step;
			size -= step;
			if (f->head_size < head)
				return true;
			f->left = rest_of(f);
			f->head_size = 0;
			seen += f->watched;
			cut = f->watched && !cut_done && seen == cut_at;
			cut_done = cut_done || cut;
			if (cut && strcmp(mode, "before") == 0)
				return false;
			if (cut && strcmp(mode, "kill") == 0) {
				kill((pid_t)strtol(getenv("POSTMASTER"), NULL, 10), SIGQUIT);
				cut = false;
			}
			if (!send_all(f->to, f->head, head))
				return false;
			if (cut && strcmp(mode, "torn") == 0) {
				send_all(f->to, bytes, f->left / 2 < size ? f->left / 2 : size);
				return false;
			}
		}
		step = f->left < size ? f->left : size;
		if (!send_all(f->to, bytes, step))
			return false;
		f->left -= step;
		bytes += step;
		size -= step;
		if (cut) /* "behind": what has come of it is passed on; messages this long come whole in the tests */
			return false;
	}
	return true;
}

static int
connect_to(const char *host, const char *port)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((unsigned short)strtol(port, NULL, 10))};
	int fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;

	inet_pton(AF_INET, host, &to.sin_addr);
	if (fd < 0 || connect(fd, (struct sockaddr *)&to, sizeof to) != 0) {
		if (fd >= 0)
			close(fd);
		return -1;
	}
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
	return fd;
}

static void
serve(int client, int server, bool watch_client)
{
	static unsigned char bytes[ROOM];
	struct flow flows[2] = {{.from = client, .to = server, .watched = watch_client, .startup = true},
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

/* Whoever looks, or kills us, meanwhile finds the number before or this one, never an empty file. */
static void
write_number(const char *path, long number)
{
	char partial[4096];
	FILE *f;

	snprintf(partial, sizeof partial, "%s.partial", path);
	f = fopen(partial, "w");
	if (f == NULL)
		fail(partial);
	fprintf(f, "%ld\n", number);
	if (fclose(f) != 0 || rename(partial, path) != 0)
		fail(path);
}

int
main(int argc, char **argv)
{
	struct sockaddr_in here = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
	socklen_t size = sizeof here;
	int listener = socket(AF_INET, SOCK_STREAM, 0), client, server;

	if (argc != 8)
		return 2;
	cut_at = strtol(argv[5], NULL, 10);
	mode = argv[6];
	signal(SIGPIPE, SIG_IGN);
	if (bind(listener, (struct sockaddr *)&here, sizeof here) != 0 || listen(listener, 8) != 0 ||
		getsockname(listener, (struct sockaddr *)&here, &size) != 0)
		fail("listen");
	write_number(argv[7], 0);
	write_number(argv[1], ntohs(here.sin_port));
	while ((client = accept(listener, NULL, NULL)) >= 0) {
		server = cut_done && strcmp(mode, "refuse") == 0 ? -1 : connect_to(argv[2], argv[3]);
		if (server >= 0) {
			serve(client, server, strcmp(argv[4], "client") == 0);
			close(server);
		}
		close(client);
		write_number(argv[7], seen);
	}
	return 0;
}
