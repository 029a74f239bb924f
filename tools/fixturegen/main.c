/* fixturegen: makes synthetic exports of a CRM, in any size and in every dialect that such exports arrive in.
 *
 * It stands alone: its own random numbers, no clock, no locale, no floating point, so that the same options give the
 * same bytes on any machine. Rows are made one at a time from their number; memory does not grow with their count.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "order.h"
#include "row.h"
#include "sheet.h"
#include "spoil.h"
#include "tables.h"

/* What a loader must find. */
struct counts {
	uint64_t records, bad, pushed, orphans;
	uint64_t activities[ACTIVITIES], with[ENTITIES], lost[ENTITIES];
};

struct work {
	struct options options;
	struct order rows, extras;
	struct counts counts;
	struct sheet sheet;
	struct row row;
};

static uint64_t
number_at(const struct work *w, uint64_t place)
{
	return w->options.shuffle ? order_get(&w->rows, place) : place;
}

static void
write_good(struct work *w, uint64_t number)
{
	struct row *r = &w->row;
	struct counts *n = &w->counts;

	row_make(r, &w->options, number);
	row_write(r, &w->sheet);
	n->records++;
	n->activities[r->activity]++;
	n->orphans += r->orphan;
	n->pushed += tables_is_pushed(&w->options, number);
	for (int i = 0; i < ENTITIES; i++) {
		n->with[i] += r->has[i];
		n->lost[i] += r->lost[i];
	}
}

/* One of the rows that are more than --rows; those that repeat another one follow it, at once or thousands later. */
static void
write_extra(struct work *w, uint64_t extra, uint64_t place)
{
	const struct options *o = &w->options;
	struct dice d = dice_at(o->seed, 12, extra);
	uint64_t back = dice_chance(&d, 500) ? 0 : dice_below(&d, place < 5000 ? (uint32_t)place + 1 : 5000);
	uint64_t number = number_at(w, place - back);

	w->counts.records++;
	if (extra >= o->duplicates + o->attendees + o->conflicts) {
		extra -= o->duplicates + o->attendees + o->conflicts;
		w->counts.bad++;
		row_make(&w->row, o, o->rows + extra);
		spoil_row(&w->row, (uint32_t)(extra % spoil_count()));
	} else if (extra >= o->duplicates + o->attendees) {
		row_make(&w->row, o, number);
		row_change_core(&w->row, extra);
	} else {
		row_make(&w->row, o, number);
		if (extra >= o->duplicates)
			row_change_person(&w->row, o, extra);
	}
	row_write(&w->row, &w->sheet);
}

static void
write_huge(struct work *w)
{
	static const char line[] = "A note that goes on and on, with \"quotes\", commas and\nline ends. ";
	const struct options *o = &w->options;
	struct row *r = &w->row;

	row_make(r, o, o->rows + o->bad * spoil_count());
	for (int i = 0; i < COLUMNS; i++)
		if (i == NOTE)
			sheet_repeat(&w->sheet, line, sizeof line - 1, o->huge_note);
		else
			row_write_cell(r, i, &w->sheet);
	sheet_end(&w->sheet);
	w->counts.records++;
}

static void
write_communications(struct work *w)
{
	const struct options *o = &w->options;
	uint64_t extras = o->duplicates + o->attendees + o->conflicts + o->bad * spoil_count(), done = 0;

	order_init(&w->rows, o->seed, o->rows);
	order_init(&w->extras, o->seed + 1, extras);
	sheet_open(&w->sheet, &o->dialect, o->out, "communications.csv", row_columns);
	for (uint64_t place = 0; place < o->rows; place++) {
		write_good(w, number_at(w, place));
		for (; done < extras && done * o->rows < (place + 1) * extras; done++)
			write_extra(w, order_get(&w->extras, done), place);
	}
	if (o->huge_note > 0)
		write_huge(w);
	sheet_close(&w->sheet);
}

static void
fact(const char *name, const char *of, uint64_t number)
{
	printf("%s%s %" PRIu64 "\n", name, of, number);
}

static void
print_counts(const struct work *w)
{
	static const char *const entities[ENTITIES] = {"contact", "company", "deal"};
	const struct counts *n = &w->counts;

	fact("records", "", n->records);
	fact("good", "", w->options.rows);
	fact("duplicates", "", w->options.duplicates);
	fact("attendees", "", w->options.attendees);
	fact("conflicts", "", w->options.conflicts);
	fact("bad", "", n->bad);
	fact("long_notes", "", w->options.long_notes);
	fact("huge", "", w->options.huge_note > 0);
	fact("pushed", "", n->pushed);
	fact("orphans", "", n->orphans);
	for (int i = 0; i < ACTIVITIES; i++)
		fact("activity_", mixture_activities[i], n->activities[i]);
	for (int i = 0; i < ENTITIES; i++) {
		fact("with_", entities[i], n->with[i]);
		fact("unresolved_", entities[i], n->lost[i]);
	}
	fact("bytes", "", w->sheet.bytes);
}

int
main(int argc, char **argv)
{
	struct work *w = calloc(1, sizeof *w);
	int status = 1;

	(void)argc;
	if (w == NULL) {
		perror("fixturegen");
		goto out;
	}
	options_parse(&w->options, argv);
	words_init(w->options.text);
	if (mkdir(w->options.out, 0777) != 0 && errno != EEXIST) {
		fprintf(stderr, "fixturegen: %s: %s\n", w->options.out, strerror(errno));
		goto out;
	}
	write_communications(w);
	tables_write(&w->options, &w->row.text);
	if (!w->options.quiet)
		print_counts(w);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		perror("fixturegen: stdout");
		goto out;
	}
	status = 0;
out:
	free(w);
	return status;
}
