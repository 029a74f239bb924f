#include "steps/sync/copy.h"

#include <string.h>

enum { PIECE = 256 * 1024 };

/* The second byte of an escape, 0 for a byte that needs none. */
static char
escape_of(char c)
{
	switch (c) {
	case '\\':
		return '\\';
	case '\n':
		return 'n';
	case '\r':
		return 'r';
	case '\t':
		return 't';
	default:
		return 0;
	}
}

void
copy_cell(struct buf *line, const char *text, size_t size)
{
	char *room;
	size_t run;

	if (line->size > 0 && line->bytes[line->size - 1] != '\n')
		buf_char(line, '\t');
	if (text == NULL) {
		buf_add(line, "\\N", 2);
		return;
	}
	room = buf_room(line, size * 2 + 1);
	for (size_t at = 0; at < size; at += run) {
		char c;

		for (run = 0; at + run < size && escape_of(text[at + run]) == 0; run++)
			;
		memcpy(room, text + at, run);
		room += run;
		if (at + run < size) {
			c = escape_of(text[at + run++]);
			*room++ = '\\';
			*room++ = c;
		}
	}
	*room = '\0';
	line->size = (size_t)(room - line->bytes);
}

bool
copy_rows(struct sync *s, struct query *q, const char *sql, struct err *e)
{
	struct buf lines = {0};
	enum query_step step = QUERY_END;
	bool ok = pg_copy_in(s->pg, sql, sync_text(sql), e);

	while (ok && (step = query_next(q, e)) == QUERY_ROW) {
		for (int i = 0; i < sqlite3_column_count(q->stmt); i++)
			copy_cell(&lines, query_text(q, i), query_size(q, i));
		buf_char(&lines, '\n');
		if (lines.size >= PIECE) {
			ok = pg_copy_add(s->pg, lines.bytes, lines.size, e);
			buf_reset(&lines);
		}
	}
	ok = ok && step == QUERY_END && (lines.size == 0 || pg_copy_add(s->pg, lines.bytes, lines.size, e)) &&
	     pg_copy_end(s->pg, NULL, e);
	buf_clear(&lines);
	return ok;
}
