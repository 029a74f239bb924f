/* hubmock: a HubSpot to test against. README.md says what it answers, which faults it knows, what its truth means. */
#include "options.h"
#include "server.h"

#include <malloc.h>
#include <stdio.h>

int
main(int argc, char **argv)
{
	struct options o;
	struct mock m = {0};
	struct err e;
	bool good;

	err_clear(&e);
	if (!options_read(&o, argc, argv, &e)) {
		fprintf(stderr, "hubmock: %s\n", e.text);
		return (int)e.kind;
	}
	if (o.help) {
		options_help();
		return 0;
	}
	if (o.version) {
		printf("hubmock %s\n", HUBSTAGE_VERSION);
		return 0;
	}
	mallopt(M_MMAP_THRESHOLD, 1 << 30); /* bodies come and go: their memory stays */
	mallopt(M_TRIM_THRESHOLD, 1 << 30);
	good = mock_init(&m, &o, &e) && server_run(&m, &e);
	if (!good)
		fprintf(stderr, "hubmock: %s\n", e.text);
	mock_clear(&m);
	return good ? 0 : (int)e.kind;
}
