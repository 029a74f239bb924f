/* dice: a small random number generator (splitmix64) whose numbers depend on nothing but what it was given.
 *
 * dice_at(seed, stream, number) starts a fresh sequence, so that a row can be made again, out of order and alone:
 * that is what lets the generator repeat a row, or deal the rows in any order, and keep none of them.
 */
#ifndef FIXTUREGEN_DICE_H
#define FIXTUREGEN_DICE_H

#include <stdbool.h>
#include <stdint.h>

struct dice {
	uint64_t state;
};

static inline uint64_t
dice_next(struct dice *d)
{
	uint64_t z = d->state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

static inline struct dice
dice_at(uint64_t seed, uint64_t stream, uint64_t number)
{
	struct dice d = {seed};

	d.state = dice_next(&d) ^ (stream * 0xd1342543de82ef95u);
	d.state = dice_next(&d) ^ number;
	d.state = dice_next(&d);
	return d;
}

/* A number from 0 to n - 1; n must not be 0. */
static inline uint32_t
dice_below(struct dice *d, uint32_t n)
{
	return (uint32_t)(((dice_next(d) >> 32) * n) >> 32);
}

/* True in `thousandths` of 1,000 throws. */
static inline bool
dice_chance(struct dice *d, uint32_t thousandths)
{
	return dice_below(d, 1000) < thousandths;
}

/* True for `millionths` of all numbers 0, 1, 2 ...: for one in each block of 1,000,000 / millionths, so that the share
 * holds in small files too, and is never passed. Where in the block is left to chance: shares do not fall into step. */
static inline bool
dice_every(uint64_t seed, uint64_t stream, uint64_t number, uint64_t millionths)
{
	uint64_t block = number * millionths / 1000000, start, end;
	struct dice d;

	if (millionths == 1000000)
		return true;
	if (block == 0)
		return false;
	start = (block * 1000000 + millionths - 1) / millionths;
	end = ((block + 1) * 1000000 + millionths - 1) / millionths;
	d = dice_at(seed, stream, block);
	return number == start + dice_below(&d, (uint32_t)(end - start));
}

#endif
