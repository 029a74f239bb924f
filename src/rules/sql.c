#include "rules/sql.h"

#include "rules/embedded.h"

#include <string.h>

const struct db_identity sql_identity = {.application_id = 0x48535447, .user_version = 1};

static const struct embedded *
get(const char *path, struct err *e)
{
	const struct embedded *file = embedded_find(path);

	if (file == NULL)
		err_set(e, ERR_FAULT, "%s is not part of this program", path);
	return file;
}

bool
sql_run(struct db *db, const char *path, struct err *e)
{
	const struct embedded *file = get(path, e);

	return file != NULL && db_script(db, file->path, (const char *)file->bytes, e);
}

bool
sql_run_folder(struct db *db, const char *folder, struct err *e)
{
	size_t size = strlen(folder);

	for (int i = 0; i < embedded_count; i++)
		if (strncmp(embedded_files[i].path, folder, size) == 0 && embedded_files[i].path[size] == '/' &&
			!sql_run(db, embedded_files[i].path, e))
			return false;
	return true;
}

bool
sql_query(struct query *q, struct db *db, const char *path, struct err *e)
{
	const struct embedded *file = get(path, e);

	return file != NULL && query_open(q, db, file->path, (const char *)file->bytes, e);
}
