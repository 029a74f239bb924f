#include "core/file.h"

#include "core/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	BUFFER = 256 * 1024,
	READ_STEP = 64 * 1024,
	EARLY_STEP = 8 * 1024 * 1024 /* bytes between two calls for early writing */
};

struct file {
	char *path;
	int fd; /* -1 once it is closed */
	unsigned options;
	bool failed;
	char *buffer;
	size_t used;	 /* bytes in the buffer */
	int64_t written; /* bytes the system has taken */
	int64_t started; /* bytes of them whose writing we have asked for */
	struct hash *hash;
	char hex[HASH_HEX];
};

bool
file_read_fd(int fd, const char *path, size_t max, struct buf *to, struct err *err)
{
	size_t before = to->size;
	ssize_t n;

	while ((n = read(fd, buf_room(to, READ_STEP), READ_STEP)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_system(err, "%s", path);
		to->size += (size_t)n;
		to->bytes[to->size] = '\0';
		if (to->size - before > max)
			return err_set(err, ERR_INPUT, "%s: is larger than %zu bytes", path, max);
	}
	return true;
}

bool
file_read(const char *path, size_t max, struct buf *to, struct err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool good;

	if (fd < 0)
		return err_system(err, "%s", path);
	good = file_read_fd(fd, path, max, to, err);
	close(fd);
	return good;
}

bool
file_hash_fd(int fd, const char *path, char hex[HASH_HEX], int64_t *size, struct err *err)
{
	struct hash *hash = hash_open();
	char buffer[READ_STEP];
	ssize_t n;
	bool good = true;

	*size = 0;
	while ((n = read(fd, buffer, sizeof buffer)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			good = err_system(err, "%s", path);
			break;
		}
		hash_add(hash, buffer, (size_t)n);
		*size += n;
	}
	good = good && hash_end(hash, hex, err);
	hash_close(hash);
	return good;
}

struct file *
file_open(const char *path, unsigned options, struct err *err)
{
	struct file *f;
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	if (fd < 0) {
		err_system(err, "%s", path);
		return NULL;
	}
	f = mem_new(sizeof *f);
	f->path = mem_text(path);
	f->fd = fd;
	f->options = options;
	f->buffer = mem_new(BUFFER);
	if ((options & FILE_HASH) != 0)
		f->hash = hash_open();
	return f;
}

/* Asks the system to begin writing what it has taken. A hint: a fault comes back from the sync at the end. */
static void
start_early(struct file *f)
{
#ifdef SYNC_FILE_RANGE_WRITE
	if ((f->options & FILE_EARLY) == 0 || f->written - f->started < EARLY_STEP)
		return;
	sync_file_range(f->fd, f->started, f->written - f->started, SYNC_FILE_RANGE_WRITE);
#endif
	f->started = f->written;
}

static bool
write_out(struct file *f, const char *bytes, size_t size, struct err *err)
{
	if (f->hash != NULL)
		hash_add(f->hash, bytes, size);
	while (size > 0) {
		ssize_t n = write(f->fd, bytes, size);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			f->failed = true;
			return err_system(err, "%s: at byte %lld", f->path, (long long)f->written);
		}
		bytes += n;
		size -= (size_t)n;
		f->written += n;
	}
	start_early(f);
	return true;
}

static bool
flush(struct file *f, struct err *err)
{
	size_t used = f->used;

	f->used = 0;
	return write_out(f, f->buffer, used, err);
}

/* False when nothing more may be done with the file. */
static bool
is_usable(struct file *f, struct err *err)
{
	if (f->failed)
		return err_set(err, ERR_ENVIRONMENT, "%s: writing has failed before", f->path);
	if (f->fd < 0)
		return err_set(err, ERR_FAULT, "%s: is finished already", f->path);
	return true;
}

bool
file_add(struct file *f, const void *bytes, size_t size, struct err *err)
{
	if (f->failed || f->fd < 0)
		return is_usable(f, err);
	if (size > BUFFER - f->used && !flush(f, err))
		return false;
	if (size >= BUFFER)
		return write_out(f, bytes, size, err);
	if (size > 0)
		memcpy(f->buffer + f->used, bytes, size);
	f->used += size;
	return true;
}

bool
file_finish(struct file *f, struct err *err)
{
	bool closed;

	if (!is_usable(f, err) || !flush(f, err))
		return false;
	f->failed = fsync(f->fd) != 0 && errno != EINVAL; /* EINVAL: a pipe or terminal has nothing to sync */
	if (f->failed)
		return err_system(err, "%s: cannot be synced", f->path);
	closed = close(f->fd) == 0 || errno == EINTR;
	f->fd = -1;
	f->failed = !closed;
	if (f->failed)
		return err_system(err, "%s: cannot be closed", f->path);
	return f->hash == NULL || hash_end(f->hash, f->hex, err);
}

int64_t
file_size(const struct file *f)
{
	return f->written + (int64_t)f->used;
}

const char *
file_hex(const struct file *f)
{
	return f->hex;
}

void
file_close(struct file *f)
{
	if (f == NULL)
		return;
	if (f->fd >= 0)
		close(f->fd);
	hash_close(f->hash);
	free(f->buffer);
	free(f->path);
	free(f);
}

bool
file_write(const char *path, const void *bytes, size_t size, struct err *err)
{
	char *partial = mem_format("%s.partial", path);
	struct file *f = file_open(partial, 0, err);
	bool good = f != NULL && file_add(f, bytes, size, err) && file_finish(f, err) && file_move(partial, path, err);

	if (f != NULL && !good)
		unlink(partial);
	file_close(f);
	free(partial);
	return good;
}
