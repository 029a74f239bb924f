#include "cli/push_token.h"

#include "cli/words.h"
#include "core/buf.h"
#include "core/file.h"
#include "core/mem.h"

#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

enum { TOKEN_MAX = 4096 };

void
token_protect(void)
{
	const struct rlimit none = {0, 0};

	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0);
}

/* Never says what it is, only what it is not. */
static char *
checked(const char *bytes, size_t size, const char *source, struct err *e)
{
	char *token;

	for (size_t i = 0; i < size; i++) {
		if (bytes[i] <= ' ' || bytes[i] > '~') {
			err_set(e, ERR_USAGE, "%s: a token has no blanks and only ASCII characters", source);
			return NULL;
		}
	}
	if (size == 0 || size > TOKEN_MAX) {
		err_set(e, ERR_USAGE, "%s: %s", source, size == 0 ? "there is no token in it" : "too long for a token");
		return NULL;
	}
	token = mem_new(size + 1);
	memcpy(token, bytes, size);
	return token;
}

static char *
from_file(const char *path, struct err *e)
{
	struct buf text = {0};
	struct stat st;
	char *token = NULL;
	size_t size;

	if (stat(path, &st) == 0 && S_ISREG(st.st_mode) && (st.st_mode & 077) != 0)
		words_warning("%s: others can read it; chmod 600 keeps the token to you", path);
	if (file_read(path, TOKEN_MAX * 2, &text, e)) {
		size = text.size == 0 ? 0 : strcspn(text.bytes, "\r\n");
		while (size > 0 && (text.bytes[size - 1] == ' ' || text.bytes[size - 1] == '\t'))
			size--;
		token = checked(text.bytes == NULL ? "" : text.bytes, size, path, e);
	}
	if (text.bytes != NULL)
		explicit_bzero(text.bytes, text.size);
	buf_clear(&text);
	return token;
}

char *
token_read(const char *file, struct err *e)
{
	const char *name = getenv("HUBSPOT_ACCESS_TOKEN_FILE");
	char *given = getenv("HUBSPOT_ACCESS_TOKEN"), *token;

	if (file == NULL && name != NULL && name[0] != '\0')
		file = name;
	if (file != NULL) {
		token = from_file(file, e);
	} else if (given != NULL && given[0] != '\0') {
		token = checked(given, strlen(given), "HUBSPOT_ACCESS_TOKEN", e);
	} else {
		err_set(e, ERR_USAGE,
			"no access token: --token-file FILE, HUBSPOT_ACCESS_TOKEN_FILE or HUBSPOT_ACCESS_TOKEN gives "
			"it");
		token = NULL;
	}
	if (given != NULL) {
		explicit_bzero(given, strlen(given));
		unsetenv("HUBSPOT_ACCESS_TOKEN");
	}
	return token;
}

bool
token_is_given(const char *file)
{
	const char *name = getenv("HUBSPOT_ACCESS_TOKEN_FILE"), *given = getenv("HUBSPOT_ACCESS_TOKEN");

	return file != NULL || (name != NULL && name[0] != '\0') || (given != NULL && given[0] != '\0');
}

void
token_forget(char *token)
{
	if (token != NULL)
		explicit_bzero(token, strlen(token));
	free(token);
}
