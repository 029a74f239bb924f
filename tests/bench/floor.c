/* floor OUT BYTES CSV...: the least that any program of this kind has to do. Parses the CSV files with libcsv, set as
 * src/core/csv.c sets it, and only counts; then writes BYTES bytes to OUT and syncs them. Prints two lines:
 *
 *   parse SECONDS BYTES RECORDS
 *   write SECONDS BYTES
 */
#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { BLOCK = 1 << 20 };

struct count {
	uint64_t bytes, records, field_bytes;
};

static char block[BLOCK];

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
die(const char *what)
{
	fprintf(stderr, "floor: %s: %s\n", what, strerror(errno));
	exit(1);
}

static int
no_space(unsigned char c)
{
	(void)c;
	return 0;
}

static void
take_field(void *bytes, size_t size, void *context)
{
	struct count *count = context;

	(void)bytes;
	count->field_bytes += size;
}

static void
take_record(int terminator, void *context)
{
	struct count *count = context;

	(void)terminator;
	count->records++;
}

static void
parse(const char *path, struct count *count)
{
	struct csv_parser parser;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got;

	if (fd < 0 || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL) != 0)
		die(path);
	csv_set_space_func(&parser, no_space);
	csv_set_blk_size(&parser, 1 << 16);
	while ((got = read(fd, block, sizeof block)) > 0) {
		if (csv_parse(&parser, block, (size_t)got, take_field, take_record, count) != (size_t)got)
			die(csv_strerror(csv_error(&parser)));
		count->bytes += (uint64_t)got;
	}
	if (got < 0 || csv_fini(&parser, take_field, take_record, count) != 0)
		die(path);
	csv_free(&parser);
	close(fd);
}

/* Bytes that no file system can make smaller. */
static void
fill_block(void)
{
	uint64_t word = UINT64_C(0x9E3779B97F4A7C15);

	for (size_t i = 0; i < BLOCK; i += sizeof word) {
		word ^= word << 13;
		word ^= word >> 7;
		word ^= word << 17;
		memcpy(block + i, &word, sizeof word);
	}
}

static void
write_file(const char *path, uint64_t bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	if (fd < 0)
		die(path);
	for (uint64_t left = bytes; left > 0;) {
		ssize_t put = write(fd, block, left < BLOCK ? (size_t)left : BLOCK);

		if (put < 0)
			die(path);
		left -= (uint64_t)put;
	}
	if (fsync(fd) != 0 || close(fd) != 0)
		die(path);
}

int
main(int argc, char **argv)
{
	struct count count = {0};
	double begun = now(), parsed;
	uint64_t bytes;

	if (argc < 4) {
		fputs("usage: floor OUT BYTES CSV...\n", stderr);
		return 2;
	}
	bytes = strtoull(argv[2], NULL, 10);
	for (int i = 3; i < argc; i++)
		parse(argv[i], &count);
	parsed = now();
	printf("parse %.3f %" PRIu64 " %" PRIu64 "\n", parsed - begun, count.bytes, count.records);
	fill_block();
	write_file(argv[1], bytes);
	printf("write %.3f %" PRIu64 "\n", now() - parsed, bytes);
	return fflush(stdout) == 0 ? 0 : 1;
}
