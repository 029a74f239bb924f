#include "steps/push/links.h"

#include "core/number.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

const char *const link_types[LINK_TYPES] = {"contacts", "companies", "deals", "tickets"};

/* HubSpot's association type ids from activity to record, the same in every portal. */
static const short type_ids[ACTIVITIES][LINK_TYPES] = {[CALLS] = {194, 182, 206, 220},
	[EMAILS] = {198, 186, 210, 224},
	[MEETINGS] = {200, 188, 212, 226},
	[NOTES] = {202, 190, 214, 228},
	[TASKS] = {204, 192, 216, 230},
	[COMMUNICATIONS] = {81, 87, 85, 83},
	[POSTAL_MAIL] = {453, 459, 457, 455}};

static int
to_type_of(enum activity type, int64_t id)
{
	for (int i = 0; i < LINK_TYPES; i++)
		if (type_ids[type][i] == id)
			return i;
	return -1;
}

static void
take_types(enum activity type, int64_t to_id, const json_t *types, struct link_list *list)
{
	const json_t *one;
	size_t i;

	json_array_foreach(types, i, one)
	{
		int64_t id = json_integer_value(json_object_get(one, "associationTypeId"));
		const char *category = json_string_value(json_object_get(one, "associationCategory"));
		int to = to_type_of(type, id);

		if (to < 0 || category == NULL || list->count == LINKS_MAX) {
			list->strange = true;
			continue;
		}
		list->links[list->count] = (struct link){.to_type = to, .to_id = to_id, .type_id = id};
		snprintf(list->links[list->count++].category, sizeof list->links[0].category, "%s", category);
	}
}

void
links_read(enum activity type, const struct line *line, struct link_list *list)
{
	json_t *root = json_loadb(line->associations.bytes, line->associations.size, 0, NULL);
	const json_t *one;
	size_t i;

	list->count = 0;
	list->strange = root == NULL;
	json_array_foreach(root, i, one)
	{
		const json_t *id = json_object_get(json_object_get(one, "to"), "id");
		int64_t n = json_integer_value(id);

		if (json_is_string(id) &&
			number_int64(json_string_value(id), json_string_length(id), false, &n) != NUMBER_GOOD)
			n = 0;
		if (n > 0)
			take_types(type, n, json_object_get(one, "types"), list);
		else
			list->strange = true;
	}
	json_decref(root);
}

int
links_inputs(const struct link_list *list, int to_type, int64_t hubspot_id, bool first, struct buf *to)
{
	int n = 0;

	for (int i = 0; i < list->count; i++) {
		const struct link *l = &list->links[i];

		if (l->to_type != to_type)
			continue;
		buf_format(to,
			"%s{\"from\":{\"id\":\"%lld\"},\"to\":{\"id\":\"%lld\"},\"types\":[{\"associationCategory\":\"%"
			"s\","
			"\"associationTypeId\":%lld}]}",
			first && n == 0 ? "" : ",", (long long)hubspot_id, (long long)l->to_id, l->category,
			(long long)l->type_id);
		n++;
	}
	return n;
}
