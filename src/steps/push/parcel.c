#include "steps/push/parcel.h"

#include "core/bag.h"
#include "core/file.h"
#include "core/hash.h"
#include "core/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MANIFEST_MAX = 1 << 20, JSON_MAX = 16 << 20 };

static const char *const paths[2][ACTIVITIES] = {
	{"data/calls.ndjson", "data/emails.ndjson", "data/meetings.ndjson", "data/notes.ndjson", "data/tasks.ndjson",
		"data/communications.ndjson", "data/postal_mail.ndjson"},
	{"data/updates/calls.ndjson", "data/updates/emails.ndjson", "data/updates/meetings.ndjson",
		"data/updates/notes.ndjson", "data/updates/tasks.ndjson", "data/updates/communications.ndjson",
		"data/updates/postal_mail.ndjson"}};

const char *
parcel_name(enum activity type, bool update)
{
	return paths[update][type];
}

static bool
take_identity(struct parcel *p, struct err *e)
{
	char *path = file_join(p->dir, "manifest-sha256.txt");
	struct buf text = {0};
	bool ok = file_read(path, MANIFEST_MAX, &text, e) && hash_of(text.bytes, text.size, p->sha256, e);

	buf_clear(&text);
	free(path);
	return ok;
}

static bool
take_json(struct parcel *p, struct err *e)
{
	char *path = file_join(p->dir, "data/bundle.json");
	struct buf text = {0};
	const char *type;
	json_t *counts, *one;
	bool ok = file_read(path, JSON_MAX, &text, e);

	if (ok) {
		p->json = json_loadb(text.bytes, text.size, JSON_REJECT_DUPLICATES, NULL);
		counts = json_object_get(p->json, "counts");
		ok = json_is_object(counts) && parcel_text(p, "key_property")[0] != '\0';
		if (!ok)
			err_set(e, ERR_REFUSED, "%s is no bundle.json of hubstage", path);
		json_object_foreach(counts, type, one) p->lines += json_integer_value(json_object_get(one, "new")) +
								   json_integer_value(json_object_get(one, "changed"));
	}
	buf_clear(&text);
	free(path);
	return ok;
}

static bool
open_files(struct parcel *p, struct err *e)
{
	bool ok = true;

	for (int u = 0; u < 2; u++) {
		for (int t = 0; t < ACTIVITIES && ok; t++) {
			char *path = file_join(p->dir, paths[u][t]);

			p->files[u][t] = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
			ok = p->files[u][t] >= 0 || errno == ENOENT || err_system(e, "%s", path);
			free(path);
		}
	}
	return ok;
}

struct parcel *
parcel_open(const char *dir, struct err *e)
{
	struct parcel *p = mem_new(sizeof *p);
	bool ok;

	p->dir = mem_text(dir);
	for (int t = 0; t < ACTIVITIES; t++)
		p->files[0][t] = p->files[1][t] = -1;
	ok = bag_verify(dir, NULL, NULL, e) && take_identity(p, e) && take_json(p, e) && open_files(p, e);
	if (!ok) {
		parcel_close(p);
		p = NULL;
	}
	return p;
}

void
parcel_close(struct parcel *p)
{
	if (p == NULL)
		return;
	for (int t = 0; t < ACTIVITIES; t++)
		for (int u = 0; u < 2; u++)
			if (p->files[u][t] >= 0)
				close(p->files[u][t]);
	json_decref(p->json);
	free(p->dir);
	free(p);
}

const char *
parcel_text(const struct parcel *p, const char *name)
{
	const char *text = json_string_value(json_object_get(p->json, name));

	return text == NULL ? "" : text;
}

const char *
parcel_rule_set(const struct parcel *p, const char *member)
{
	const char *text = json_string_value(json_object_get(json_object_get(p->json, "rule_set"), member));

	return text == NULL ? "" : text;
}

bool
parcel_read(
	struct parcel *p, enum activity type, bool update, int64_t offset, size_t size, struct buf *to, struct err *e)
{
	char *at = buf_room(to, size);
	size_t done = 0;

	while (done < size) {
		ssize_t n = pread(p->files[update][type], at + done, size - done, (off_t)(offset + (int64_t)done));

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_system(e, "%s/%s", p->dir, paths[update][type]);
		if (n == 0)
			return err_set(
				e, ERR_REFUSED, "%s/%s has changed since it was verified", p->dir, paths[update][type]);
		done += (size_t)n;
	}
	to->size += size;
	to->bytes[to->size] = '\0';
	return true;
}
