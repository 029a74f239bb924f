#include "core/bag.h"

#include "core/bag_format.h"
#include "core/file.h"
#include "core/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct entry {
	char *path;
	char hex[HASH_HEX];
};

struct bag {
	char *dir;
	struct entry *entries;
	size_t count;
	int64_t bytes; /* of the payload */
	struct buf info;
};

struct bag *
bag_open(const char *dir)
{
	struct bag *b = mem_new(sizeof *b);

	b->dir = mem_text(dir);
	return b;
}

static bool
is_hex(const char *hex)
{
	return strlen(hex) == HASH_HEX - 1 && strspn(hex, "0123456789abcdef") == HASH_HEX - 1;
}

bool
bag_add(struct bag *b, const char *path, const char *hex, int64_t size, struct err *err)
{
	size_t head = strlen(BAG_PAYLOAD "/");
	struct entry *entry;

	if (!file_is_inside(path, strlen(path)) || strchr(path, '%') != NULL ||
		strncmp(path, BAG_PAYLOAD "/", head) != 0)
		return err_set(err, ERR_FAULT, "%s: '%s' cannot be the path of a payload file", b->dir, path);
	if (!is_hex(hex) || size < 0)
		return err_set(err, ERR_FAULT, "%s: %s: has no hash", b->dir, path);
	if ((b->count & (b->count - 1)) == 0)
		b->entries = mem_grow(b->entries, (b->count == 0 ? 1 : 2 * b->count) * sizeof *b->entries);
	entry = &b->entries[b->count++];
	entry->path = mem_text(path);
	memcpy(entry->hex, hex, HASH_HEX);
	b->bytes += size;
	return true;
}

bool
bag_add_file(struct bag *b, const char *path, struct err *err)
{
	char *whole = file_join(b->dir, path), hex[HASH_HEX];
	int64_t size;
	int fd = open(whole, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	bool good = false;

	if (fd < 0) {
		err_system(err, "%s", whole);
		goto out;
	}
	if (!file_hash_fd(fd, whole, hex, &size, err))
		goto out;
	if (fsync(fd) != 0) {
		err_system(err, "%s: cannot be synced", whole);
		goto out;
	}
	good = bag_add(b, path, hex, size, err);
out:
	if (fd >= 0)
		close(fd);
	free(whole);
	return good;
}

/* A label of letters, digits and hyphens, and a value of one line that does not begin or end with a blank. */
static bool
is_info(const char *label, const char *value)
{
	size_t size = strlen(value);

	for (const char *c = value; *c != '\0'; c++)
		if ((unsigned char)*c < ' ' || *c == 0x7F)
			return false;
	if (size == 0 || value[0] == ' ' || value[size - 1] == ' ')
		return false;
	return label[0] != '\0' && strcmp(label, BAG_OXUM) != 0 &&
	       label[strspn(label, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

bool
bag_info(struct bag *b, const char *label, const char *value, struct err *err)
{
	if (!is_info(label, value))
		return err_set(err, ERR_FAULT, "%s: '%s' cannot be a line of " BAG_INFO, b->dir, label);
	buf_format(&b->info, "%s: %s\n", label, value);
	return true;
}

static int
by_path(const void *a, const void *b)
{
	return strcmp(((const struct entry *)a)->path, ((const struct entry *)b)->path);
}

/* Syncs the directories of the payload; those that the path before has in common are done. Paths are sorted. */
static bool
sync_payload(const struct bag *b, struct err *err)
{
	char *dir = file_join(b->dir, BAG_PAYLOAD);
	bool good = file_sync_dir(dir, err);

	free(dir);
	for (size_t i = 0; good && i < b->count; i++) {
		const char *path = b->entries[i].path, *before = i == 0 ? BAG_PAYLOAD "/" : b->entries[i - 1].path;

		for (const char *end = strchr(path, '/'); good && end != NULL; end = strchr(end + 1, '/')) {
			if (strncmp(path, before, (size_t)(end - path) + 1) == 0)
				continue;
			dir = mem_format("%s/%.*s", b->dir, (int)(end - path), path);
			good = file_sync_dir(dir, err);
			free(dir);
		}
	}
	return good;
}

static void
list(struct buf *to, const char *hex, const char *path)
{
	buf_format(to, "%s" BAG_SEPARATOR "%s\n", hex, path);
}

/* The manifest of the sorted entries. */
static bool
write_manifest(const struct bag *b, struct buf *manifest, struct err *err)
{
	for (size_t i = 0; i < b->count; i++) {
		if (i > 0 && strcmp(b->entries[i].path, b->entries[i - 1].path) == 0)
			return err_set(err, ERR_FAULT, "%s: %s: is listed twice", b->dir, b->entries[i].path);
		list(manifest, b->entries[i].hex, b->entries[i].path);
	}
	return true;
}

static bool
put(const struct bag *b, const char *name, const struct buf *text, struct err *err)
{
	char *path = file_join(b->dir, name);
	bool good = file_write(path, text->bytes, text->size, err);

	free(path);
	return good;
}

bool
bag_finish(struct bag *b, struct err *err)
{
	struct buf declaration = {0}, manifest = {0}, tags = {0};
	const struct {
		const char *name;
		const struct buf *text;
	} listed[] = {{BAG_INFO, &b->info}, {BAG_DECLARATION, &declaration}, {BAG_MANIFEST, &manifest}};
	bool good = false;

	if (b->count > 0)
		qsort(b->entries, b->count, sizeof *b->entries, by_path);
	if (!write_manifest(b, &manifest, err) || !sync_payload(b, err))
		goto out;
	buf_text(&declaration, BAG_DECLARATION_TEXT);
	buf_format(&b->info, BAG_OXUM ": %lld.%zu\n", (long long)b->bytes, b->count);
	for (size_t i = 0; i < sizeof listed / sizeof *listed; i++) {
		char hex[HASH_HEX];

		if (!hash_of(listed[i].text->bytes, listed[i].text->size, hex, err))
			goto out;
		list(&tags, hex, listed[i].name);
	}
	good = put(b, BAG_DECLARATION, &declaration, err) && put(b, BAG_INFO, &b->info, err) &&
	       put(b, BAG_TAGMANIFEST, &tags, err) && put(b, BAG_MANIFEST, &manifest, err);
out:
	buf_clear(&declaration);
	buf_clear(&manifest);
	buf_clear(&tags);
	return good;
}

void
bag_close(struct bag *b)
{
	if (b == NULL)
		return;
	for (size_t i = 0; i < b->count; i++)
		free(b->entries[i].path);
	free(b->entries);
	buf_clear(&b->info);
	free(b->dir);
	free(b);
}
