#include "cli/words.h"

#include "cli/shown.h"
#include "core/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define RED    "\033[1;31m"
#define YELLOW "\033[1;33m"
#define PLAIN  "\033[0m"
#define ERASE  "\r\033[K"

static struct {
	const char *program;
	const char *command;
	enum words_level level;
	bool terminal;
	bool colour;
	bool transient;	  /* a line stands at the bottom */
	int stdout_errno; /* why stdout could not be written, when that was seen here */
} state = {.program = "hubstage"};

static pthread_mutex_t one_line = PTHREAD_MUTEX_INITIALIZER;

/* A closed standard descriptor is filled with one that fails in its direction: nothing else gets its number, and who
 * uses it still sees EBADF. */
static void
fill_standard_files(void)
{
	for (int fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) == -1 && errno == EBADF &&
			open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) == -1)
			_exit(ERR_ENVIRONMENT);
}

void
words_start(const char *program)
{
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");

	fill_standard_files();
	signal(SIGPIPE, SIG_IGN);
	state.program = program;
	state.command = NULL;
	state.level = WORDS_NORMAL;
	state.stdout_errno = 0;
	state.terminal = isatty(STDERR_FILENO) == 1 && term != NULL && strcmp(term, "dumb") != 0;
	state.colour = state.terminal && (no_color == NULL || no_color[0] == '\0');
}

void
words_command(const char *command)
{
	state.command = command;
}

void
words_set_level(enum words_level level)
{
	state.level = level;
}

bool
words_on_terminal(void)
{
	return state.terminal;
}

/* One write, so that a line of ours is not torn by another program's. What cannot be said on stderr cannot be said. */
static void
put(const struct buf *line)
{
	size_t done = 0;

	while (done < line->size) {
		ssize_t n = write(STDERR_FILENO, line->bytes + done, line->size - done);

		if (n < 0 && errno != EINTR)
			return;
		done += n > 0 ? (size_t)n : 0;
	}
}

/* The answer comes first where stdout and stderr are one terminal. */
static void
say(const char *kind, const char *colour, const char *text)
{
	struct buf line = {0};

	pthread_mutex_lock(&one_line);
	if (fflush(stdout) != 0)
		state.stdout_errno = errno;
	if (state.transient)
		buf_text(&line, ERASE);
	state.transient = false;
	buf_text(&line, state.colour ? colour : "");
	buf_format(&line, "%s: ", state.program);
	if (state.command != NULL)
		buf_format(&line, "%s: ", state.command);
	buf_text(&line, kind);
	buf_text(&line, state.colour ? PLAIN : "");
	shown_text(&line, text, strlen(text));
	buf_char(&line, '\n');
	put(&line);
	pthread_mutex_unlock(&one_line);
	buf_clear(&line);
}

static void __attribute__((format(printf, 3, 0)))
say_format(const char *kind, const char *colour, const char *fmt, va_list args)
{
	char text[ERR_TEXT_MAX];

	if (vsnprintf(text, sizeof text, fmt, args) >= (int)sizeof text)
		memcpy(text + sizeof text - 4, "...", 4);
	say(kind, colour, text);
}

void
words_error(const struct err *e)
{
	say("", RED, e->text);
}

void
words_warning(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	if (state.level > WORDS_QUIET)
		say_format("warning: ", YELLOW, fmt, args);
	va_end(args);
}

void
words_note(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	if (state.level > WORDS_QUIET)
		say_format("", PLAIN, fmt, args);
	va_end(args);
}

void
words_detail(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	if (state.level >= WORDS_VERBOSE)
		say_format("", PLAIN, fmt, args);
	va_end(args);
}

/* Cuts harmless text to fit in one line of the terminal: a line that wraps cannot be taken back. */
static size_t
fitting(const struct buf *text)
{
	struct winsize w = {0};
	size_t columns = ioctl(STDERR_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col > 1 ? w.ws_col - 1u : 79;
	size_t size = text->size;

	while (size > 0 && (shown_width(text->bytes, size) > columns || (text->bytes[size] & 0xC0) == 0x80))
		size--;
	return size;
}

void
words_transient(const char *text)
{
	struct buf line = {0}, safe = {0};
	bool empty = text == NULL || text[0] == '\0';

	if (!state.terminal)
		return;
	pthread_mutex_lock(&one_line);
	if (!empty || state.transient)
		buf_text(&line, ERASE);
	if (!empty) {
		shown_text(&safe, text, strlen(text));
		buf_add(&line, safe.bytes, fitting(&safe));
	}
	state.transient = !empty;
	put(&line);
	pthread_mutex_unlock(&one_line);
	buf_clear(&line);
	buf_clear(&safe);
}

/* An error of stdio may have happened long ago and errno be lost: the pipe itself still knows. */
static bool
reader_left(void)
{
	struct pollfd p = {.fd = STDOUT_FILENO, .events = POLLOUT};

	return poll(&p, 1, 0) == 1 && (p.revents & POLLERR) != 0;
}

bool
words_finish(struct err *e)
{
	bool failed, left;

	words_transient(NULL);
	errno = 0;
	failed = fflush(stdout) != 0 || ferror(stdout) != 0;
	if (errno == 0)
		errno = state.stdout_errno;
	left = failed && (errno == EPIPE || reader_left());
	if (failed && !left && errno != 0)
		return err_system(e, "stdout");
	if (failed && !left)
		return err_set(e, ERR_ENVIRONMENT, "stdout: not all of the answer could be written");
	if (!failed && close(STDOUT_FILENO) != 0 && errno != EBADF)
		return err_system(e, "stdout");
	return true;
}
