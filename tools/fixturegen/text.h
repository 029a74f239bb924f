/* text: a growing text in memory of a fixed size, and the composing of names, subjects and notes into it. */
#ifndef FIXTUREGEN_TEXT_H
#define FIXTUREGEN_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include "dice.h"
#include "words.h"

#define TEXT_SIZE  (UINT64_C(1) << 20)
#define NOTE_MOST  30000 /* characters of a note: safely below HubSpot's 65,536, as HTML too */
#define HTML_LIMIT 65536

struct text {
	char bytes[TEXT_SIZE];
	size_t length;
	uint32_t characters;
};

enum language { ENGLISH, FRENCH, GERMAN };

void text_add(struct text *t, const char *bytes, size_t length, uint32_t characters);
void text_word(struct text *t, const struct word *w);
void text_ascii(struct text *t, const char *bytes);
void text_number(struct text *t, uint64_t number);

void text_first_name(struct text *t, struct dice *d);
void text_last_name(struct text *t, struct dice *d);
void text_firm(struct text *t, struct dice *d);

/* One line; the slots of the words are filled. */
void text_subject(struct text *t, struct dice *d, enum language language);

/* Plain text of about so many characters: sentences, blank lines, lists, quoted mails, signatures. */
void text_note(struct text *t, struct dice *d, enum language language, uint32_t characters);

/* The same as fragments of HTML, the way mail programs leave them. */
void text_html(struct text *t, struct dice *d, enum language language, uint32_t characters);

/* A note that is longer than HubSpot takes: even variants by themselves, odd ones only once escaped. */
void text_long_note(struct text *t, struct dice *d, enum language language, uint64_t variant);

#endif
