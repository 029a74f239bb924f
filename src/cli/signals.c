#include "cli/signals.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

static const char *words;
static size_t words_size;

static void
end(int number)
{
	if (write(STDERR_FILENO, words, words_size) < 0)
		_exit(128 + number);
	_exit(128 + number);
}

void
signals_end_with(const char *text)
{
	struct sigaction action = {.sa_handler = end};
	const int numbers[] = {SIGINT, SIGTERM, SIGHUP};

	words = text;
	words_size = strlen(text);
	sigfillset(&action.sa_mask);
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		struct sigaction before;

		if (sigaction(numbers[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
			sigaction(numbers[i], &action, NULL);
	}
}
