/* embed FILE...: prints a C table that holds the bytes of the files, for `struct embedded` in rules/embedded.h.
 *
 * Bytes, not string literals: a literal over 4,095 bytes is not portable C, and escaping changes what it should carry.
 * The files must be given sorted by name, as the table is searched by halving.
 */
#include <stdio.h>
#include <stdlib.h>

static void
bytes(const char *path, int number)
{
	FILE *f = fopen(path, "rb");
	int c, column = 0;

	if (f == NULL) {
		perror(path);
		exit(1);
	}
	printf("static const unsigned char file_%d[] = {", number);
	while ((c = getc(f)) != EOF)
		printf("%s%d,", column++ % 24 == 0 ? "\n\t" : "", c);
	printf("%s0};\n", column == 0 ? "" : "\n\t");
	if (ferror(f)) {
		perror(path);
		exit(1);
	}
	fclose(f);
}

int
main(int argc, char **argv)
{
	printf("/* Made by tools/embed: do not edit. */\n#include \"rules/embedded.h\"\n");
	for (int i = 1; i < argc; i++)
		bytes(argv[i], i);
	printf("const struct embedded embedded_files[] = {\n");
	for (int i = 1; i < argc; i++)
		printf("\t{\"%s\", file_%d, sizeof file_%d - 1},\n", argv[i], i, i);
	printf("};\nconst int embedded_count = %d;\n", argc - 1);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		perror("embed");
		return 1;
	}
	return 0;
}
