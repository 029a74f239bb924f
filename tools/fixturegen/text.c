#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
text_add(struct text *t, const char *bytes, size_t length, uint32_t characters)
{
	if (length > sizeof t->bytes - t->length) {
		fprintf(stderr, "fixturegen: a row is longer than %zu bytes\n", sizeof t->bytes);
		exit(1);
	}
	memcpy(t->bytes + t->length, bytes, length);
	t->length += length;
	t->characters += characters;
}

void
text_word(struct text *t, const struct word *w)
{
	text_add(t, w->text, w->length, w->characters);
}

void
text_ascii(struct text *t, const char *bytes)
{
	size_t length = strlen(bytes);

	text_add(t, bytes, length, (uint32_t)length);
}

void
text_number(struct text *t, uint64_t number)
{
	char digits[24], *p = digits + sizeof digits;

	do
		*--p = (char)('0' + number % 10);
	while ((number /= 10) > 0);
	text_add(t, p, (size_t)(digits + sizeof digits - p), (uint32_t)(digits + sizeof digits - p));
}

void
text_first_name(struct text *t, struct dice *d)
{
	text_word(t, words_pick(FIRST_HEAD, d));
	text_word(t, words_pick(FIRST_TAIL, d));
}

void
text_last_name(struct text *t, struct dice *d)
{
	text_word(t, words_pick(LAST_HEAD, d));
	text_word(t, words_pick(LAST_TAIL, d));
}

void
text_firm(struct text *t, struct dice *d)
{
	text_word(t, words_pick(FIRM_HEAD, d));
	text_word(t, words_pick(FIRM_TAIL, d));
	text_word(t, words_pick(FIRM_FORM, d));
}

static void
add_two(struct text *t, uint32_t number)
{
	if (number < 10)
		text_ascii(t, "0");
	text_number(t, number);
}

static void
fill_slot(struct text *t, struct dice *d, char slot)
{
	switch (slot) {
	case 'p':
		text_word(t, words_pick(PRODUCT, d));
		break;
	case 'c':
		text_word(t, words_pick(TOWN, d));
		break;
	case 'r':
		text_ascii(t, dice_chance(d, 500) ? "Q-" : "2024/");
		text_number(t, 10000 + dice_below(d, 90000));
		break;
	case 'a':
		text_number(t, 1 + dice_below(d, 180));
		text_ascii(t, " ");
		text_number(t, 100 + dice_below(d, 900));
		text_ascii(t, " EUR");
		break;
	case 'd':
		add_two(t, 1 + dice_below(d, 28));
		text_ascii(t, "/");
		add_two(t, 1 + dice_below(d, 12));
		break;
	case 'f':
		text_first_name(t, d);
		break;
	case 'o':
		text_firm(t, d);
		break;
	case 'n':
		text_number(t, 2 + dice_below(d, 40));
		break;
	default:
		text_ascii(t, "%");
	}
}

static void
add_filled(struct text *t, struct dice *d, const struct word *w)
{
	const char *from = w->text, *end = w->text + w->length, *slot;
	uint32_t characters = w->characters;

	while ((slot = memchr(from, '%', (size_t)(end - from))) != NULL) {
		text_add(t, from, (size_t)(slot - from), 0);
		fill_slot(t, d, slot[1]);
		from = slot + 2;
		characters -= 2;
	}
	text_add(t, from, (size_t)(end - from), characters);
}

void
text_subject(struct text *t, struct dice *d, enum language language)
{
	add_filled(t, d, words_pick((enum list)(SUBJECT_EN + language), d));
	if (dice_chance(d, 15))
		text_word(t, words_pick(EMOJI, d));
}

static void
add_sentence(struct text *t, struct dice *d, enum language language)
{
	uint32_t throw = dice_below(d, 1000);

	if (throw < 15)
		add_filled(t, d, words_pick(ODD_SENTENCE, d));
	else if (throw < 100)
		add_filled(t, d, words_pick((enum list)(SENTENCE_EN + dice_below(d, 3)), d));
	else
		add_filled(t, d, words_pick((enum list)(SENTENCE_EN + language), d));
	if (throw > 980)
		text_word(t, words_pick(EMOJI, d));
}

/* What stands between two sentences is what gives a note its look. */
static const char *
between(struct dice *d, uint32_t look)
{
	switch (look) {
	case 0:
		return dice_chance(d, 300) ? "\n\n" : " ";
	case 1:
		return "\n- ";
	case 2:
		return dice_chance(d, 300) ? "\r\n\r\n" : "\r\n";
	case 3:
		return dice_chance(d, 400) ? "\n> " : " ";
	default:
		return " ";
	}
}

static void
add_signature(struct text *t, struct dice *d)
{
	text_ascii(t, "\n-- \n");
	text_first_name(t, d);
	text_ascii(t, " ");
	text_last_name(t, d);
	text_ascii(t, "\nT +33 1 99 00 ");
	add_two(t, dice_below(d, 100));
	text_ascii(t, " ");
	add_two(t, dice_below(d, 100));
	text_ascii(t, "\nwww.example.com");
}

void
text_note(struct text *t, struct dice *d, enum language language, uint32_t characters)
{
	uint32_t start = t->characters, look = dice_below(d, 10);

	add_sentence(t, d, language);
	while (t->characters - start + 40 < characters) {
		text_ascii(t, between(d, look));
		add_sentence(t, d, language);
	}
	if (dice_chance(d, 40))
		add_signature(t, d);
}

void
text_html(struct text *t, struct dice *d, enum language language, uint32_t characters)
{
	uint32_t start = t->characters;

	do {
		struct dice same = *d; /* the closing tags are at the place of the opening ones */

		text_word(t, words_pick(HTML_OPEN, d));
		add_sentence(t, d, language);
		if (t->characters - start + 60 < characters)
			add_sentence(t, d, language);
		text_word(t, words_pick(HTML_CLOSE, &same));
		text_ascii(t, dice_chance(d, 300) ? "\r\n" : "");
	} while (t->characters - start + 60 < characters);
}

void
text_long_note(struct text *t, struct dice *d, enum language language, uint64_t variant)
{
	uint32_t start = t->characters, target = variant % 2 == 0 ? HTML_LIMIT + 2000 : HTML_LIMIT - 1000;

	while (t->characters - start < target - 600) {
		add_sentence(t, d, language);
		text_ascii(t, variant % 2 == 0 ? " " : " & <b>\n");
	}
	while (t->characters - start < target)
		text_ascii(t, "=");
}
