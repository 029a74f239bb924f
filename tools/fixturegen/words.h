/* words: the material that names, subjects and notes are made of. All of it is invented.
 *
 * Sentences have slots: %p product, %c town, %r reference, %a amount, %n small number, %d day of a month, %f first
 * name, %o company, %% a per cent sign.
 */
#ifndef FIXTUREGEN_WORDS_H
#define FIXTUREGEN_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "dice.h"
#include "encode.h"

enum list {
	FIRST_HEAD,
	FIRST_TAIL,
	LAST_HEAD,
	LAST_TAIL,
	FIRM_HEAD,
	FIRM_TAIL,
	FIRM_FORM,
	PRODUCT,
	TOWN,
	SUBJECT_EN,
	SUBJECT_FR,
	SUBJECT_DE,
	SENTENCE_EN,
	SENTENCE_FR,
	SENTENCE_DE,
	ODD_SENTENCE,
	EMOJI,
	HTML_OPEN,
	HTML_CLOSE,
	LISTS
};

struct word {
	const char *text;
	uint32_t length, characters;
};

/* Keeps only words that survive in the encoding. To be called once, before the others. */
void words_init(enum encoding survives);

const struct word *words_pick(enum list list, struct dice *d);

#endif
