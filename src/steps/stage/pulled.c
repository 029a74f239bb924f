#include "steps/stage/pulled.h"

#include "core/buf.h"
#include "core/file.h"
#include "core/mem.h"
#include "rules/sql.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SIZE_MAX_BYTES = 1 << 20 };

static const char name[] = "pull.json";

/* "pulled/communications.csv" -> "pulled/pull.json" */
static char *
path_beside(const char *file)
{
	const char *slash = strrchr(file, '/');

	return mem_format("%.*s%s", slash == NULL ? 0 : (int)(slash - file + 1), file, name);
}

/* The SHA-256 of the communications that it is of; NULL when it is none of hubstage-sync's. */
static const char *
communications_of(const json_t *document)
{
	const char *kind, *sha256 = NULL;
	json_t *file;
	size_t i;

	kind = json_string_value(json_object_get(document, "document"));
	if (kind == NULL || strcmp(kind, "pull") != 0)
		return NULL;
	json_array_foreach(json_object_get(document, "files"), i, file)
	{
		kind = json_string_value(json_object_get(file, "kind"));
		if (kind != NULL && strcmp(kind, "communications") == 0)
			sha256 = json_string_value(json_object_get(file, "sha256"));
	}
	return sha256;
}

static bool
is_of(const struct stage *stage, int position, const char *sha256, bool *same, struct err *e)
{
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	*same = false;
	if (sql_query(&q, stage->db, "src/steps/stage/sql/load_sha256.sql", e)) {
		query_bind_int(&q, 1, position);
		step = query_next(&q, e);
		*same = step == QUERY_ROW && !query_null(&q, 0) && strcmp(query_text(&q, 0), sha256) == 0;
	}
	query_close(&q);
	return step != QUERY_FAILED;
}

/* Looks beside one file; *kept when its pull.json was taken. */
static bool
keep_one(const struct stage *stage, int position, bool *kept, struct err *e)
{
	const char *file = stage->inputs.communications[position], *sha256 = NULL;
	char *from = path_beside(file), *to = file_join(stage->dir, name);
	struct buf bytes = {0};
	struct err fault = {0};
	json_t *document = NULL;
	bool ok = true;

	if (access(from, F_OK) != 0)
		goto out;
	if (!file_read(from, SIZE_MAX_BYTES, &bytes, &fault)) {
		stage_warn(stage, "%s; it is not taken", fault.text);
		goto out;
	}
	document = json_loadb(bytes.bytes == NULL ? "" : bytes.bytes, bytes.size, JSON_REJECT_DUPLICATES, NULL);
	sha256 = communications_of(document);
	if (sha256 == NULL) {
		stage_warn(stage, "%s is not what `hubstage-sync pull` writes, and is not taken", from);
		goto out;
	}
	ok = is_of(stage, position, sha256, kept, e);
	if (ok && !*kept)
		stage_warn(stage,
			"%s is not of %s as it is now, and is not taken: a push back would not know what changed on "
			"the server",
			from, file);
	ok = ok && (!*kept || file_write(to, bytes.bytes, bytes.size, e));
out:
	json_decref(document);
	buf_clear(&bytes);
	free(from);
	free(to);
	return ok;
}

bool
pulled_keep(const struct stage *stage, struct err *e)
{
	bool ok = true, kept = false;

	for (int i = 0; ok && !kept && i < stage->inputs.communication_count; i++)
		ok = keep_one(stage, i, &kept, e);
	return ok;
}
