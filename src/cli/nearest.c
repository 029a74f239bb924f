#include "cli/nearest.h"

#include <string.h>

enum { LONGEST = 40 };

static int
least(int a, int b, int c)
{
	int ab = a < b ? a : b;

	return ab < c ? ab : c;
}

/* Optimal string alignment distance; both words are at most LONGEST bytes. */
static int
distance(const char *a, const char *b)
{
	int rows[LONGEST + 1][LONGEST + 1];
	int m = (int)strlen(a), n = (int)strlen(b);

	for (int j = 0; j <= n; j++)
		rows[0][j] = j;
	for (int i = 1; i <= m; i++) {
		rows[i][0] = i;
		for (int j = 1; j <= n; j++) {
			int cost = a[i - 1] != b[j - 1];

			rows[i][j] = least(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + cost);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
				rows[i - 2][j - 2] + 1 < rows[i][j])
				rows[i][j] = rows[i - 2][j - 2] + 1;
		}
	}
	return rows[m][n];
}

void
nearest_offer(struct nearest *n, const char *known)
{
	size_t typed = strlen(n->word), size = strlen(known);
	int allowed = size < 4 ? 1 : size < 9 ? 2 : 3, d;

	if (typed < 2 || typed > LONGEST || size > LONGEST)
		return;
	d = distance(n->word, known);
	/* The beginning of a word is as good as a slip of the hand: --time for --timezone. */
	if (typed >= 3 && typed < size && memcmp(n->word, known, typed) == 0)
		d = 1;
	if (d <= allowed && d < (int)size && (n->best == NULL || d < n->distance)) {
		n->best = known;
		n->distance = d;
	}
}
