#include "cli/delegate.h"

#include "core/mem.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The path of `name` in the folder of the running program; NULL when the system does not tell. free() it. */
static char *
beside_us(const char *name)
{
	char us[4096];
	ssize_t size = readlink("/proc/self/exe", us, sizeof us - 1);
	char *slash;

	if (size <= 0)
		return NULL;
	us[size] = '\0';
	slash = strrchr(us, '/');
	if (slash == NULL)
		return NULL;
	return mem_format("%.*s/%s", (int)(slash - us), us, name);
}

bool
delegate_run(const char *program, const char *first, char *const *args, int count, struct err *e)
{
	char **line = mem_new(((size_t)count + 3) * sizeof *line);
	char *path = beside_us(program), *name = mem_text(program), *word = first != NULL ? mem_text(first) : NULL;
	int n = 0;

	line[n++] = name;
	if (word != NULL)
		line[n++] = word;
	for (int i = 0; i < count; i++)
		line[n++] = args[i];
	if (path != NULL)
		execv(path, line);
	if (path == NULL || errno == ENOENT)
		execvp(program, line);
	if (errno == ENOENT)
		err_set(e, ERR_ENVIRONMENT, "%s is not installed: neither beside this program nor in PATH", program);
	else
		err_system(e, "%s", program);
	free(path);
	free(name);
	free(word);
	free(line);
	return false;
}
