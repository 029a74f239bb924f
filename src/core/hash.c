#include "core/hash.h"

#include "core/mem.h"

#include <openssl/evp.h>
#include <stdlib.h>

enum { DIGEST = 32 };

struct hash {
	EVP_MD_CTX *context;
	bool good;
};

static void
begin(struct hash *h)
{
	h->good = h->context != NULL && EVP_DigestInit_ex(h->context, EVP_sha256(), NULL) == 1;
}

struct hash *
hash_open(void)
{
	struct hash *h = mem_new(sizeof *h);

	h->context = EVP_MD_CTX_new();
	begin(h);
	return h;
}

void
hash_add(struct hash *h, const void *bytes, size_t size)
{
	h->good = h->good && EVP_DigestUpdate(h->context, bytes, size) == 1;
}

bool
hash_end(struct hash *h, char hex[HASH_HEX], struct err *err)
{
	static const char digits[] = "0123456789abcdef";
	unsigned char digest[EVP_MAX_MD_SIZE] = {0};
	bool good = h->good && EVP_DigestFinal_ex(h->context, digest, NULL) == 1;

	for (size_t i = 0; i < DIGEST; i++) {
		hex[2 * i] = digits[digest[i] >> 4];
		hex[2 * i + 1] = digits[digest[i] & 0xF];
	}
	hex[HASH_HEX - 1] = '\0';
	begin(h);
	return good || err_set(err, ERR_FAULT, "libcrypto cannot compute a SHA-256");
}

void
hash_close(struct hash *h)
{
	if (h == NULL)
		return;
	EVP_MD_CTX_free(h->context);
	free(h);
}

bool
hash_of(const void *bytes, size_t size, char hex[HASH_HEX], struct err *err)
{
	struct hash *h = hash_open();
	bool good;

	hash_add(h, bytes, size);
	good = hash_end(h, hex, err);
	hash_close(h);
	return good;
}
