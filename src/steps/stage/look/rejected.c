#include "steps/stage/look/rejected.h"

#include "core/file.h"
#include "core/mem.h"
#include "core/number.h"
#include "core/text.h"
#include "steps/stage/input/csvfile.h"
#include "steps/stage/input/csvtext.h"

#include <stdlib.h>

enum { FILE_NAME, LINE, COLUMN, CODE, MESSAGE, ID, HEADERS };

static const char *const headers[HEADERS] = {
	"reject_file", "reject_line", "reject_column", "reject_code", "reject_message", "Comm_CommunicationId"};

/* False when one of the headers is missing. */
static bool
find_headers(const struct csv_record *record, size_t at[HEADERS])
{
	for (int k = 0; k < HEADERS; k++) {
		for (at[k] = 0; at[k] < record->cell_count; at[k]++)
			if (text_same(record->cells[at[k]].text, record->cells[at[k]].size, headers[k]))
				break;
		if (at[k] == record->cell_count)
			return false;
	}
	return true;
}

static char *
describe(const struct csv_record *record, const size_t at[HEADERS])
{
	const struct csv_cell *c = record->cells, *column = &c[at[COLUMN]];
	const char *message = c[at[MESSAGE]].text;
	size_t size = c[at[MESSAGE]].size;

	csvtext_unprefix(&message, &size);
	return mem_format("%.*s:%.*s: %.*s%s%.*s (%.*s)", (int)c[at[FILE_NAME]].size, c[at[FILE_NAME]].text,
		(int)c[at[LINE]].size, c[at[LINE]].text, (int)column->size, column->text, column->size > 0 ? ": " : "",
		(int)size, message, (int)c[at[CODE]].size, c[at[CODE]].text);
}

char *
rejected_find(const char *dir, int64_t id)
{
	struct csv_options options = {.max_record = 1 << 24};
	struct intake_options as = {.encoding = "UTF-8", .delimiter = ','};
	char *path = file_join(dir, "rejects.csv"), *text = NULL;
	struct err ignored;
	struct csvfile *f = csvfile_open(path, &options, &as, &ignored);
	struct csv_record record;
	size_t at[HEADERS], count = 0;
	int32_t found;
	bool ok = f != NULL && csvfile_next(f, &record, &ignored) == CSV_RECORD && find_headers(&record, at);

	if (ok)
		count = record.cell_count;
	while (ok && text == NULL && csvfile_next(f, &record, &ignored) == CSV_RECORD)
		if (record.cell_count == count &&
			number_int32(record.cells[at[ID]].text, record.cells[at[ID]].size, true, &found) ==
				NUMBER_GOOD &&
			found == id)
			text = describe(&record, at);
	csvfile_close(f);
	free(path);
	return text;
}
