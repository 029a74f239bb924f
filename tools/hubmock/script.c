/* The fault script: JSON becomes rules. Every member is checked by name: a slip of the pen is no silent pass. */
#include "faults.h"

#include "core/mem.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

struct preset {
	const char *name;
	enum fault_kind kind;
	enum commit commit;
	int status;
	int64_t at, count, delay_ms;
};

/* clang-format off */
static const struct preset presets[] = {
	{"commit_then_drop", FAULT_DROP, COMMIT_YES, 0, 0, 0, 0},
	{"drop_before_commit", FAULT_DROP, COMMIT_NO, 0, 0, 0, 0},
	{"drop_then_commit", FAULT_DROP, COMMIT_LATE, 0, 0, 0, 0},
	{"slow", FAULT_NONE, COMMIT_YES, 0, 0, 0, 100000},
	{"drip", FAULT_DRIP, COMMIT_YES, 0, 0, 1, 0},
	{"cut_answer", FAULT_CUT_ANSWER, COMMIT_YES, 0, 0, 0, 0},
	{"truncated_json", FAULT_CUT_ANSWER, COMMIT_YES, 0, 100, 0, 0},
	{"answer_then_close", FAULT_CUT_ANSWER, COMMIT_YES, 0, INT64_MAX, 0, 0},
	{"short_body", FAULT_SHORT_BODY, COMMIT_YES, 0, 100, 0, 0},
	{"cut_request", FAULT_CUT_REQUEST, COMMIT_NO, 0, 0, 0, 0},
	{"garbage", FAULT_GARBAGE, COMMIT_YES, 0, 0, 1000, 0},
	{"huge", FAULT_HUGE, COMMIT_YES, 0, 0, 1 << 30, 0},
	{"deep", FAULT_DEEP, COMMIT_YES, 0, 0, 100000, 0},
	{"empty_results", FAULT_EMPTY_RESULTS, COMMIT_YES, 0, 0, 0, 0},
	{"ok_200", FAULT_OTHER_STATUS, COMMIT_YES, 200, 0, 0, 0},
	{"pending", FAULT_PENDING, COMMIT_YES, 0, 0, 0, 0},
	{"redirect", FAULT_REDIRECT, COMMIT_NO, 307, 0, 0, 0},
	{"alien_traces", FAULT_ALIEN_TRACES, COMMIT_YES, 0, 0, 1, 0},
	{"swapped_traces", FAULT_SWAPPED_TRACES, COMMIT_YES, 0, 0, 1, 0},
	{"missing_results", FAULT_MISSING_RESULTS, COMMIT_YES, 0, 0, 1, 0},
	{"repeated_results", FAULT_REPEATED_RESULTS, COMMIT_YES, 0, 0, 1, 0},
	{"alien_results", FAULT_ALIEN_RESULTS, COMMIT_YES, 0, 0, 1, 0},
	{"no_keys", FAULT_NO_KEYS, COMMIT_YES, 0, 0, 0, 0},
	{"partial_409", FAULT_STATUS, COMMIT_SOME, 409, 0, 0, 0},
};
/* clang-format on */

enum { PRESETS = sizeof presets / sizeof *presets };

/* One member of an object: where it goes. */
struct field {
	const char *name;
	json_type type; /* JSON_TRUE: a boolean; JSON_REAL: any number */
	void *to;
};

static bool
take_field(const struct field *f, const json_t *value, struct err *e)
{
	bool good = f->type == JSON_TRUE   ? json_is_boolean(value)
		    : f->type == JSON_REAL ? json_is_number(value)
					   : json_typeof(value) == f->type;

	if (!good)
		return err_set(e, ERR_USAGE, "%s: not the kind of value it takes", f->name);
	if (f->type == JSON_TRUE)
		*(bool *)f->to = json_is_true(value);
	else if (f->type == JSON_REAL)
		*(double *)f->to = json_number_value(value);
	else if (f->type == JSON_INTEGER)
		*(int64_t *)f->to = json_integer_value(value);
	else
		*(char **)f->to = mem_text(json_string_value(value));
	return true;
}

/* Takes what the fields name; `others` is a list of members that are taken elsewhere. */
static bool
take_fields(const json_t *object, const struct field *fields, size_t count, const char *others, struct err *e)
{
	const char *name;
	json_t *value;

	json_object_foreach((json_t *)object, name, value)
	{
		char word[64];
		size_t i = 0;

		while (i < count && strcmp(fields[i].name, name) != 0)
			i++;
		snprintf(word, sizeof word, " %s ", name);
		if (i < count ? !take_field(&fields[i], value, e) : strstr(others, word) == NULL) {
			return i < count ? false : err_set(e, ERR_USAGE, "%s: no such member", name);
		}
	}
	return true;
}

static bool
take_numbers(struct rule *rule, const json_t *value, struct err *e)
{
	size_t count = json_is_array(value) ? json_array_size(value) : 1;

	rule->numbers = mem_grow(NULL, count * sizeof *rule->numbers);
	for (size_t i = 0; i < count; i++) {
		const json_t *one = json_is_array(value) ? json_array_get(value, i) : value;

		if (!json_is_integer(one))
			return err_set(e, ERR_USAGE, "request: a number or an array of numbers");
		rule->numbers[rule->number_count++] = json_integer_value(one);
	}
	return true;
}

static bool
take_match(struct rule *rule, const json_t *match, struct err *e)
{
	char *method = NULL, *count = NULL;
	const struct field fields[] = {{"method", JSON_STRING, &method}, {"path", JSON_STRING, &rule->path},
		{"type", JSON_STRING, &rule->type}, {"body", JSON_STRING, &rule->body},
		{"from", JSON_INTEGER, &rule->from}, {"to", JSON_INTEGER, &rule->to},
		{"every", JSON_INTEGER, &rule->every}, {"count", JSON_STRING, &count},
		{"probability", JSON_REAL, &rule->probability}, {"times", JSON_INTEGER, &rule->times}};
	const json_t *request = json_object_get(match, "request");
	bool good;

	if (match != NULL && !json_is_object(match))
		return err_set(e, ERR_USAGE, "match: must be an object");
	good = take_fields(match, fields, sizeof fields / sizeof *fields, " request ", e);
	if (good && request != NULL)
		good = take_numbers(rule, request, e);
	if (good && method != NULL && (rule->method = request_method(method)) == METHOD_OTHER)
		good = err_set(e, ERR_USAGE, "method: %s is none", method);
	if (good && count != NULL && strcmp(count, "matching") != 0 && strcmp(count, "all") != 0)
		good = err_set(e, ERR_USAGE, "count: all or matching");
	rule->matching = count != NULL && strcmp(count, "matching") == 0;
	free(method);
	free(count);
	return good;
}

/* "503" and "commit_then_503" need no row in the table. */
static bool
take_status_name(struct fault *f, const char *name)
{
	static const char prefix[] = "commit_then_";
	bool commits = strncmp(name, prefix, sizeof prefix - 1) == 0;
	const char *digits = commits ? name + sizeof prefix - 1 : name;

	if (strlen(digits) != 3 || strspn(digits, "0123456789") != 3)
		return false;
	f->kind = FAULT_STATUS;
	f->commit = commits ? COMMIT_YES : COMMIT_NO;
	f->status = (int)strtol(digits, NULL, 10);
	return f->status >= 200;
}

static bool
take_name(struct fault *f, const char *name, struct err *e)
{
	int i = 0;

	f->name = mem_text(name);
	if (strcmp(name, "status") == 0) {
		f->kind = FAULT_STATUS;
		f->status = 500;
		return true;
	}
	while (i < PRESETS && strcmp(presets[i].name, name) != 0)
		i++;
	if (i == PRESETS)
		return take_status_name(f, name) || err_set(e, ERR_USAGE, "%s: no such fault", name);
	f->kind = presets[i].kind;
	f->commit = presets[i].commit;
	f->status = presets[i].status;
	f->at = presets[i].at;
	f->count = presets[i].count;
	f->delay_ms = presets[i].delay_ms;
	f->in_body = strcmp(name, "truncated_json") == 0;
	return true;
}

static bool
take_commit(struct fault *f, const json_t *commit, struct err *e)
{
	if (commit == NULL)
		return true;
	if (json_is_integer(commit)) {
		f->commit = COMMIT_SOME;
		f->inputs = json_integer_value(commit);
		return true;
	}
	f->commit = json_is_true(commit) ? COMMIT_YES : COMMIT_NO;
	return json_is_boolean(commit) || err_set(e, ERR_USAGE, "commit: true, false or a number of inputs");
}

static bool
take_fault(struct fault *f, const json_t *what, struct err *e)
{
	const char *name =
		json_is_string(what) ? json_string_value(what) : json_string_value(json_object_get(what, "fault"));
	int64_t status = 0;
	const struct field fields[] = {{"delay_ms", JSON_INTEGER, &f->delay_ms}, {"status", JSON_INTEGER, &status},
		{"at", JSON_INTEGER, &f->at}, {"in_body", JSON_TRUE, &f->in_body}, {"count", JSON_INTEGER, &f->count},
		{"every_ms", JSON_INTEGER, &f->every_ms}, {"retry_after", JSON_INTEGER, &f->retry_after},
		{"reset", JSON_TRUE, &f->reset}, {"policy", JSON_STRING, &f->policy}, {"body", JSON_STRING, &f->text},
		{"content_type", JSON_STRING, &f->content_type}, {"to", JSON_STRING, &f->to},
		{"message", JSON_STRING, &f->message}, {"commit_after_ms", JSON_INTEGER, &f->commit_after_ms}};

	f->retry_after = -1;
	f->inputs = 50;
	f->every_ms = 10;
	if (name == NULL)
		return err_set(e, ERR_USAGE, "do: the name of a fault, or an object with a member fault");
	if (!take_name(f, name, e))
		return false;
	if (json_is_string(what))
		return true;
	if (!take_fields(what, fields, sizeof fields / sizeof *fields, " fault commit ", e) ||
		!take_commit(f, json_object_get(what, "commit"), e))
		return false;
	if (status != 0)
		f->status = (int)status;
	if (json_object_get(what, "commit_after_ms") != NULL)
		f->commit = COMMIT_LATE;
	return (status >= 200 && status <= 999) || status == 0 ||
	       err_set(e, ERR_USAGE, "status: %lld is none", (long long)status);
}

static bool
take_rule(struct rule *rule, const json_t *object, struct err *e)
{
	static const struct field none[1];

	rule->method = METHOD_COUNT;
	rule->probability = 1;
	if (!json_is_object(object) || json_object_get(object, "do") == NULL)
		return err_set(e, ERR_USAGE, "a rule is an object with a member do");
	return take_fields(object, none, 0, " match do name ", e) &&
	       take_match(rule, json_object_get(object, "match"), e) &&
	       take_fault(&rule->fault, json_object_get(object, "do"), e);
}

static bool
take_missing(struct known *known, const json_t *missing, struct err *e)
{
	const char *name;
	json_t *ids, *id;
	size_t i;

	json_object_foreach((json_t *)missing, name, ids)
	{
		enum type type = type_find(name, strlen(name));

		if (type == TYPE_NONE || type < TYPE_ACTIVITIES)
			return err_set(
				e, ERR_USAGE, "missing_objects: %s: contacts, companies, deals or tickets", name);
		json_array_foreach(ids, i, id)
		{
			const char *text = json_is_string(id) ? json_string_value(id) : "";
			uint64_t n = json_is_integer(id) ? (uint64_t)json_integer_value(id) : 0;

			if (n == 0 && !known_number(text, strlen(text), &n))
				return err_set(e, ERR_USAGE, "missing_objects: %s: not an id", name);
			known_miss(known, type, n);
		}
	}
	return true;
}

static bool
take_rules(struct rules *f, const json_t *rules, struct err *e)
{
	size_t count = json_array_size(rules);

	if (rules != NULL && !json_is_array(rules))
		return err_set(e, ERR_USAGE, "rules: must be an array");
	f->list = mem_new(count * sizeof *f->list);
	for (size_t i = 0; i < count; i++) {
		f->count = i + 1;
		if (!take_rule(&f->list[i], json_array_get(rules, i), e))
			return err_place(e, "rule %zu", i + 1);
	}
	return true;
}

bool
faults_read(struct faults *f, struct known *known, const char *text, size_t size, struct err *e)
{
	static const struct field none[1];
	struct rules *fresh = mem_new(sizeof *fresh);
	json_error_t fault;
	json_t *root = json_loadb(text, size, JSON_REJECT_DUPLICATES, &fault);
	const json_t *seed = json_object_get(root, "seed");
	bool good = false;

	if (root == NULL || !json_is_object(root)) {
		err_set(e, ERR_USAGE, "line %d: %s", root == NULL ? fault.line : 1,
			root == NULL ? fault.text : "must be an object");
		goto out;
	}
	good = take_fields(root, none, 0, " seed rules missing_objects comment ", e) &&
	       take_rules(fresh, json_object_get(root, "rules"), e);
	if (good) {
		known_forget_missing(known);
		good = take_missing(known, json_object_get(root, "missing_objects"), e);
	}
	if (good && seed != NULL)
		f->seed = (uint64_t)json_integer_value(seed);
out:
	if (good) {
		fresh->older = f->rules;
		f->rules = fresh;
	} else {
		faults_clear_rules(fresh);
	}
	json_decref(root);
	return good;
}
