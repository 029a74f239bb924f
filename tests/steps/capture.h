/* Runs a function in a child process and keeps what it writes: so that words which end a program can be tested. */
#ifndef TESTS_CAPTURE_H
#define TESTS_CAPTURE_H

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

struct captured {
	char out[16384], err[16384];
	int status; /* exit status; 128 + signal */
};

static inline void
capture_read(FILE *f, char *to, size_t size)
{
	size_t n;

	rewind(f);
	n = fread(to, 1, size - 1, f);
	to[n] = '\0';
	fclose(f);
}

static inline void
capture_end(int wait_status, struct captured *c)
{
	c->status = WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : 128 + WTERMSIG(wait_status);
}

/* `body` returns the exit status. */
static inline void
capture_run(int (*body)(void *), void *with, struct captured *c)
{
	FILE *out = tmpfile(), *err = tmpfile();
	int wait_status = 0;
	pid_t child;

	fflush(NULL);
	child = fork();
	if (child == 0) {
		dup2(fileno(out), STDOUT_FILENO);
		dup2(fileno(err), STDERR_FILENO);
		_exit(body(with));
	}
	waitpid(child, &wait_status, 0);
	capture_end(wait_status, c);
	capture_read(out, c->out, sizeof c->out);
	capture_read(err, c->err, sizeof c->err);
}

/* The same with a terminal of 40 columns as stderr and nothing as stdout. */
static inline void
capture_terminal(int (*body)(void *), void *with, struct captured *c)
{
	struct winsize size = {.ws_row = 24, .ws_col = 40};
	int ours = posix_openpt(O_RDWR | O_NOCTTY), theirs, wait_status = 0;
	size_t used = 0;
	ssize_t n;
	struct termios raw;
	pid_t child;

	grantpt(ours);
	unlockpt(ours);
	theirs = open(ptsname(ours), O_RDWR | O_NOCTTY);
	ioctl(theirs, TIOCSWINSZ, &size);
	tcgetattr(theirs, &raw);
	raw.c_oflag &= ~(tcflag_t)OPOST;
	tcsetattr(theirs, TCSANOW, &raw);
	fflush(NULL);
	child = fork();
	if (child == 0) {
		dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
		dup2(theirs, STDERR_FILENO);
		close(theirs);
		close(ours);
		_exit(body(with));
	}
	close(theirs);
	while (used < sizeof c->err - 1 && (n = read(ours, c->err + used, sizeof c->err - 1 - used)) > 0)
		used += (size_t)n;
	c->err[used] = '\0';
	c->out[0] = '\0';
	close(ours);
	waitpid(child, &wait_status, 0);
	capture_end(wait_status, c);
}

#endif
