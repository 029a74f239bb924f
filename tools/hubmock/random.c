#include "random.h"

/* splitmix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014. */
uint64_t
random_mix(uint64_t n)
{
	n += UINT64_C(0x9E3779B97F4A7C15);
	n = (n ^ (n >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	n = (n ^ (n >> 27)) * UINT64_C(0x94D049BB133111EB);
	return n ^ (n >> 31);
}

uint64_t
random_next(struct random *r)
{
	return random_mix(r->state++);
}

uint32_t
random_below(struct random *r, uint32_t limit)
{
	return (uint32_t)(((random_next(r) >> 32) * limit) >> 32);
}

void
random_uuid(struct random *r, struct buf *to)
{
	uint64_t a = random_next(r), b = random_next(r);

	a = (a & ~UINT64_C(0xF000)) | UINT64_C(0x4000);
	b = (b >> 2) | UINT64_C(0x8000000000000000);
	buf_format(to, "%08x-%04x-%04x-%04x-%012llx", (unsigned)(a >> 32), (unsigned)(a >> 16 & 0xFFFF),
		(unsigned)(a & 0xFFFF), (unsigned)(b >> 48), (unsigned long long)(b & UINT64_C(0xFFFFFFFFFFFF)));
}
