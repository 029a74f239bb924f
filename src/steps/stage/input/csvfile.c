#include "steps/stage/input/csvfile.h"

#include "core/mem.h"
#include "core/text.h"

#include <stdlib.h>
#include <string.h>

static struct csvfile *
open_on(struct intake *intake, const struct csv_options *options)
{
	struct csvfile *f = mem_new(sizeof *f);
	struct csv_options o = *options;

	f->path = intake->path;
	f->name = intake->name;
	f->intake = intake;
	o.delimiter = intake->dialect.delimiter;
	o.first_line = intake->dialect.skip > 0 ? 2 : 1;
	f->csv = csv_open(f->name, &o, intake_read, intake);
	return f;
}

struct csvfile *
csvfile_open(const char *path, const struct csv_options *options, const struct intake_options *as, struct err *e)
{
	struct intake *intake = intake_open(path, as, e);

	return intake == NULL ? NULL : open_on(intake, options);
}

struct csvfile *
csvfile_again(const struct csvfile *f, const struct csv_options *options, struct err *e)
{
	struct intake *intake = intake_again(f->intake, e);

	return intake == NULL ? NULL : open_on(intake, options);
}

void
csvfile_close(struct csvfile *f)
{
	if (f == NULL)
		return;
	csv_close(f->csv);
	intake_close(f->intake);
	free(f);
}

/* The line (from 1, added to *line) and the column in bytes of byte `at`. */
static size_t
place_of(const char *raw, size_t at, uint64_t *line)
{
	size_t start = 0;

	for (size_t i = 0; i < at; i++)
		if (raw[i] == '\n' || (raw[i] == '\r' && raw[i + 1] != '\n')) {
			++*line;
			start = i + 1;
		}
	return at - start + 1;
}

static bool
refuse_encoding(struct csvfile *f, const struct csv_record *record, size_t at, struct err *e)
{
	uint64_t line = record->line;
	size_t column = place_of(record->raw, at, &line);
	unsigned byte = (unsigned char)record->raw[at];

	return err_set(e, ERR_INPUT,
		"%s:%llu:%zu: byte 0x%02X is not UTF-8 (byte %llu of the file); export the file as UTF-8, or name its "
		"encoding with --encoding",
		f->name, (unsigned long long)line, column, byte, (unsigned long long)(record->offset + at));
}

enum csv_step
csvfile_next(struct csvfile *f, struct csv_record *record, struct err *e)
{
	enum csv_step step = csv_next(f->csv, record, e);
	uint64_t end;
	size_t bad_at;

	f->bytes = f->intake->bytes;
	if (step == CSV_END)
		memcpy(f->sha256, f->intake->sha256, sizeof f->sha256);
	if (step != CSV_RECORD)
		return step;
	end = record->offset + record->size;
	record->offset = intake_origin(f->intake, record->offset);
	if (record->raw != NULL && !text_is_utf8(record->raw, record->raw_size, &bad_at)) {
		refuse_encoding(f, record, bad_at, e);
		return CSV_FAILED;
	}
	record->size = intake_origin(f->intake, end) - record->offset;
	return CSV_RECORD;
}
