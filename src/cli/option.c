#include "cli/option.h"

#include "cli/nearest.h"
#include "core/mem.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reads arguments one by one. */
struct reader {
	const struct option *const *tables;
	char **args;
	int count;
	int at;		     /* the next argument */
	const char *letters; /* what is left of a group like -qv; "" when nothing */
	bool only_operands;  /* "--" was seen */

	/* The option read last, and its value (NULL for a flag). */
	const struct option *option;
	const char *value;
	char spelled[64]; /* "--as-of" or "-q" */
};

enum token { TOKEN_END, TOKEN_OPERAND, TOKEN_OPTION, TOKEN_WRONG };

/* The row that has this name, or, when `name` is NULL, this letter. */
static const struct option *
find(const struct option *table, const char *name, size_t size, char letter)
{
	for (const struct option *o = table; o->name != NULL || o->inherit != NULL; o++) {
		const struct option *inner;

		if (o->name == NULL) {
			inner = find(o->inherit, name, size, letter);
			if (inner != NULL)
				return inner;
		} else if (name == NULL ? o->letter == letter
					: strlen(o->name) == size && memcmp(o->name, name, size) == 0) {
			return o;
		}
	}
	return NULL;
}

static const struct option *
find_in_tables(const struct option *const *tables, const char *name, size_t size, char letter)
{
	const struct option *found = NULL;

	for (; *tables != NULL && found == NULL; tables++)
		found = find(*tables, name, size, letter);
	return found;
}

static void
offer_names(struct nearest *n, const struct option *table)
{
	for (const struct option *o = table; o->name != NULL || o->inherit != NULL; o++) {
		if (o->name == NULL)
			offer_names(n, o->inherit);
		else
			nearest_offer(n, o->name);
	}
}

static bool
unknown(const struct reader *r, const char *name, struct err *e)
{
	struct nearest n = {.word = name};

	for (const struct option *const *t = r->tables; *t != NULL; t++)
		offer_names(&n, *t);
	if (n.best == NULL)
		return err_set(e, ERR_USAGE, "unknown option %s", r->spelled);
	return err_set(e, ERR_USAGE, "unknown option %s; did you mean --%s?", r->spelled, n.best);
}

/* The value in the next argument. */
static bool
take_value(struct reader *r, struct err *e)
{
	const char *next = r->at < r->count ? r->args[r->at] : NULL;
	const char *name = r->option->value != NULL ? r->option->value : "a value";

	if (next == NULL)
		return err_set(e, ERR_USAGE, "%s needs %s", r->spelled, name);
	if (strncmp(next, "--", 2) == 0)
		return err_set(e, ERR_USAGE, "%s needs %s, and '%s' is an option (%s=%s would give it as the value)",
			r->spelled, name, next, r->spelled, next);
	r->value = next;
	r->at++;
	return true;
}

/* --name, --name=VALUE, --name VALUE */
static bool
read_name(struct reader *r, const char *arg, struct err *e)
{
	const char *name = arg + 2;
	size_t size = strcspn(name, "=");
	int shown = size < sizeof r->spelled - 3 ? (int)size : (int)sizeof r->spelled - 3;

	snprintf(r->spelled, sizeof r->spelled, "--%.*s", shown, name);
	r->option = find_in_tables(r->tables, name, size, '\0');
	if (r->option == NULL)
		return unknown(r, r->spelled + 2, e);
	r->value = name[size] == '=' ? name + size + 1 : NULL;
	if (r->option->flag != NULL)
		return r->value == NULL || err_set(e, ERR_USAGE, "%s takes no value", r->spelled);
	return r->value != NULL || take_value(r, e);
}

/* The first of r->letters, which stands behind one "-". */
static bool
read_letter(struct reader *r, struct err *e)
{
	char letter = *r->letters++;

	snprintf(r->spelled, sizeof r->spelled, "-%c", letter);
	r->option = find_in_tables(r->tables, NULL, 0, letter);
	if (r->option == NULL)
		return err_set(e, ERR_USAGE, "unknown option %s", r->spelled);
	r->value = NULL;
	if (r->option->flag != NULL)
		return true;
	if (*r->letters == '\0')
		return take_value(r, e);
	r->value = r->letters;
	r->letters = "";
	return true;
}

/* After TOKEN_OPERAND the operand is args[at - 1]. */
static enum token
next(struct reader *r, struct err *e)
{
	const char *arg;

	if (*r->letters != '\0')
		return read_letter(r, e) ? TOKEN_OPTION : TOKEN_WRONG;
	if (r->at >= r->count)
		return TOKEN_END;
	arg = r->args[r->at++];
	if (r->only_operands || arg[0] != '-' || arg[1] == '\0')
		return TOKEN_OPERAND;
	if (strcmp(arg, "--") == 0) {
		r->only_operands = true;
		return next(r, e);
	}
	if (arg[1] == '-')
		return read_name(r, arg, e) ? TOKEN_OPTION : TOKEN_WRONG;
	r->letters = arg + 1;
	return read_letter(r, e) ? TOKEN_OPTION : TOKEN_WRONG;
}

static bool
store_number(const struct reader *r, struct err *e)
{
	const struct option *o = r->option;
	bool any = o->min == 0 && o->max == 0;
	char *end;
	int64_t n;

	errno = 0;
	n = strtoimax(r->value, &end, 10);
	if (end == r->value || *end != '\0' || errno != 0 || (any ? false : n < o->min || n > o->max)) {
		if (any)
			return err_set(e, ERR_USAGE, "%s: '%s' is not a whole number", r->spelled, r->value);
		return err_set(e, ERR_USAGE, "%s: '%s' is not a whole number from %" PRId64 " to %" PRId64, r->spelled,
			r->value, o->min, o->max);
	}
	*o->number = n;
	return true;
}

static bool
store_choice(const struct reader *r, struct err *e)
{
	const struct option *o = r->option;
	char all[256] = "";
	size_t used = 0;

	for (int i = 0; o->choices[i] != NULL; i++) {
		if (strcmp(o->choices[i], r->value) == 0) {
			*o->choice = i;
			return true;
		}
		if (used < sizeof all)
			used += (size_t)snprintf(
				all + used, sizeof all - used, "%s%s", i > 0 ? ", " : "", o->choices[i]);
	}
	return err_set(e, ERR_USAGE, "%s: '%s' is none of %s", r->spelled, r->value, all);
}

static void
store_item(struct option_list *list, const char *value)
{
	list->items = mem_grow(list->items, (size_t)(list->count + 1) * sizeof *list->items);
	list->items[list->count++] = value;
}

static bool
store(const struct reader *r, struct err *e)
{
	const struct option *o = r->option;

	if (o->number != NULL)
		return store_number(r, e);
	if (o->choice != NULL)
		return store_choice(r, e);
	if (o->flag != NULL)
		*o->flag = true;
	else if (o->text != NULL)
		*o->text = r->value;
	else
		store_item(o->list, r->value);
	return true;
}

bool
option_parse(const struct option *const *tables, char **args, int *count, struct err *e)
{
	struct reader r = {.tables = tables, .args = args, .count = *count, .letters = ""};
	enum token token;
	int operands = 0;

	while ((token = next(&r, e)) != TOKEN_END) {
		if (token == TOKEN_WRONG || (token == TOKEN_OPTION && !store(&r, e)))
			return false;
		if (token == TOKEN_OPERAND)
			args[operands++] = args[r.at - 1];
	}
	*count = operands;
	return true;
}

bool
option_first_operand(const struct option *const *tables, char **args, int count, int *index, struct err *e)
{
	struct reader r = {.tables = tables, .args = args, .count = count, .letters = ""};
	enum token token;

	do
		token = next(&r, e);
	while (token == TOKEN_OPTION);
	*index = token == TOKEN_OPERAND ? r.at - 1 : -1;
	return token != TOKEN_WRONG;
}

bool
option_stands(char *const *args, int count, const char *name, char letter)
{
	for (int i = 0; i < count && strcmp(args[i], "--") != 0; i++) {
		const char *arg = args[i];

		if (arg[0] != '-')
			continue;
		if (arg[1] == '-' ? strcmp(arg + 2, name) == 0 : letter != '\0' && arg[1] == letter && arg[2] == '\0')
			return true;
	}
	return false;
}
