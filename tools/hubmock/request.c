#include "request.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

static const char *const names[METHOD_COUNT] = {"GET", "POST", "PUT", "PATCH", "DELETE", "OTHER"};

const char *
request_method_name(enum method m)
{
	return names[m];
}

enum method
request_method(const char *name)
{
	int m = 0;

	while (m < METHOD_OTHER && strcmp(names[m], name) != 0)
		m++;
	return (enum method)m;
}

const char *
request_next_arg(const struct request *r, const char *name, int *at)
{
	const char *found = NULL;

	while (*at < r->arg_count && found == NULL) {
		if (strcmp(r->args[*at].name, name) == 0)
			found = r->args[*at].value;
		(*at)++;
	}
	return found;
}

const char *
request_arg(const struct request *r, const char *name)
{
	int at = 0;

	return request_next_arg(r, name, &at);
}

void
request_add_arg(struct request *r, const char *name, const char *value)
{
	if (r->arg_count < REQUEST_ARGS)
		r->args[r->arg_count++] = (struct request_arg){mem_text(name), mem_text(value == NULL ? "" : value)};
}

void
request_clear(struct request *r)
{
	for (int i = 0; i < r->arg_count; i++) {
		free(r->args[i].name);
		free(r->args[i].value);
	}
	free(r->path);
	buf_clear(&r->body);
	*r = (struct request){0};
}
