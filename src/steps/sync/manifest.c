#include "steps/sync/manifest.h"

#include "core/file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SIZE_MAX_BYTES = 1 << 20 };

bool
manifest_write(const char *dir, const json_t *document, struct err *e)
{
	char *path = file_join(dir, MANIFEST_NAME), *text = json_dumps(document, JSON_INDENT(2));
	bool ok = text == NULL ? err_set(e, ERR_FAULT, "%s: not all names are UTF-8", path)
			       : file_write(path, text, strlen(text), e);

	free(path);
	free(text);
	return ok;
}

json_t *
manifest_read(const char *path, struct err *e)
{
	struct buf bytes = {0};
	json_t *document = NULL;
	json_error_t error;

	if (access(path, F_OK) != 0 && errno == ENOENT)
		return NULL;
	if (file_read(path, SIZE_MAX_BYTES, &bytes, e)) {
		document =
			json_loadb(bytes.bytes == NULL ? "" : bytes.bytes, bytes.size, JSON_REJECT_DUPLICATES, &error);
		if (document == NULL)
			err_set(e, ERR_INPUT, "%s:%d:%d: %s", path, error.line, error.column, error.text);
		else if (strcmp(manifest_text(document, "document"), "pull") != 0 ||
			 json_integer_value(json_object_get(document, "version")) != 1 ||
			 manifest_text(document, "snapshot_time")[0] == '\0') {
			err_set(e, ERR_INPUT, "%s: is not what `hubstage-sync pull` of this version writes", path);
			json_decref(document);
			document = NULL;
		}
	}
	buf_clear(&bytes);
	return document;
}

const char *
manifest_text(const json_t *document, const char *name)
{
	const char *text = json_string_value(json_object_get(document, name));

	return text == NULL ? "" : text;
}

const char *
manifest_sha256(const json_t *document, const char *kind)
{
	const char *sha256 = "";
	json_t *file;
	size_t i;

	json_array_foreach(json_object_get(document, "files"), i, file)
	{
		if (strcmp(manifest_text(file, "kind"), kind) == 0)
			sha256 = manifest_text(file, "sha256");
	}
	return sha256;
}
