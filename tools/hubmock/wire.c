#include "wire.h"

#include <errno.h>
#include <poll.h>
#include <sys/socket.h>

enum { PATIENCE_MS = 5000 };

static int
socket_of(struct MHD_Connection *c)
{
	return MHD_get_connection_info(c, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
}

void
wire_send_and_shut(struct MHD_Connection *c, const char *bytes, size_t size)
{
	int fd = socket_of(c);

	while (size > 0) {
		ssize_t n = send(fd, bytes, size, MSG_DONTWAIT | MSG_NOSIGNAL);
		struct pollfd writable = {fd, POLLOUT, 0};

		if (n > 0) {
			bytes += n;
			size -= (size_t)n;
		} else if (n < 0 && errno != EAGAIN && errno != EINTR) {
			break;
		} else if (poll(&writable, 1, PATIENCE_MS) == 0) {
			break;
		}
	}
	shutdown(fd, SHUT_RDWR);
}

void
wire_reset_on_close(struct MHD_Connection *c)
{
	struct linger now = {1, 0};

	setsockopt(socket_of(c), SOL_SOCKET, SO_LINGER, &now, sizeof now);
}
