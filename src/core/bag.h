/* BagIt 1.0 (RFC 8493) with SHA-256: a directory that says of itself what belongs in it, byte for byte.
 *
 *   DIR/bagit.txt  DIR/bag-info.txt  DIR/manifest-sha256.txt  DIR/tagmanifest-sha256.txt  DIR/data/...
 *
 * The manifest comes last: a directory without one is no bag. A bag shows accidents and clumsy changes, not malice: who
 * can write all of it can seal it anew.
 */
#ifndef CORE_BAG_H
#define CORE_BAG_H

#include "core/err.h"

#include <stdint.h>

/* A bag in the making. The caller makes DIR and DIR/data and writes the payload there; paths are relative to DIR, begin
 * with data/ and are safe by file_is_inside(); a per cent sign, which BagIt would encode, is refused. */
struct bag;

struct bag *bag_open(const char *dir); /* never NULL */

/* Lists a payload file that is written and synced, with its hash and size as file_hex() and file_size() give them. */
bool bag_add(struct bag *b, const char *path, const char *hex, int64_t size, struct err *err);

/* Hashes, syncs and lists a payload file that is there. */
bool bag_add_file(struct bag *b, const char *path, struct err *err);

/* A line of bag-info.txt, in the order of the calls: Bagging-Date, Bag-Software-Agent ... Payload-Oxum comes by
 * itself. */
bool bag_info(struct bag *b, const char *label, const char *value, struct err *err);

/* Writes the four tag files, the manifest last; all of the bag is on the disk when it returns true. */
bool bag_finish(struct bag *b, struct err *err);

void bag_close(struct bag *b);

/* Checks that the bag in `dir` is complete and valid, and no more than that: just these tag files, exactly as
 * bag_finish() writes them (lines in the order of their bytes, lower-case hex), every listed file there with its hash,
 * none unlisted, no link or other special file, Payload-Oxum right. Empty directories under data/ do not count.
 *
 * False with ERR_REFUSED and the first problem, which names the file; ERR_ENVIRONMENT when something cannot be read.
 * When `tell` is not NULL it is called with every problem, and the check goes on after it. Payload files are read as a
 * stream, whatever their size; a tag file has at most 64 MiB. */
bool bag_verify(const char *dir, void (*tell)(void *own, const char *problem), void *own, struct err *err);

#endif
