/* timed FILE COMMAND...: runs COMMAND, with what it starts, as one program and writes one line to FILE:
 *
 *   seconds user system peak_kib status
 *
 * seconds of the clock, processor seconds in user and system mode, the largest resident size that any one process of
 * it had, and the exit status (128 + the number of the signal that ended it). Exits with that status; 125 when COMMAND
 * could not be started at all.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CANNOT = 125 };

static double
seconds_of(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int
exit_of(int status)
{
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int
main(int argc, char **argv)
{
	FILE *to = argc < 3 ? NULL : fopen(argv[1], "we");
	struct rusage used;
	double begun = now();
	int status;
	pid_t child;

	if (to == NULL) {
		fputs("usage: timed FILE COMMAND...\n", stderr);
		return CANNOT;
	}
	child = fork();
	if (child == 0) {
		execvp(argv[2], argv + 2);
		perror(argv[2]);
		_exit(CANNOT);
	}
	if (child < 0 || wait4(child, &status, 0, &used) != child) {
		perror("timed");
		return CANNOT;
	}
	fprintf(to, "%.3f %.3f %.3f %ld %d\n", now() - begun, seconds_of(used.ru_utime), seconds_of(used.ru_stime),
		used.ru_maxrss, exit_of(status));
	return fclose(to) == 0 ? exit_of(status) : CANNOT;
}
