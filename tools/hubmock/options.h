/* What the command line says. */
#ifndef HUBMOCK_OPTIONS_H
#define HUBMOCK_OPTIONS_H

#include "core/err.h"

#include <stdint.h>

#define OPTIONS_TOKEN "hubmock-test-token"

struct options {
	const char *port_file, *token, *token_file, *faults, *log, *key_property, *create_key, *known_objects, *owners;
	const char *scopes, *require, *sink, *timezone, *account_type, *tls_cert, *tls_key;
	int64_t port, portal, rate, ten_secondly, search_rate, daily, latency_ms, jitter_ms, seed, id_base, body_limit;
	double search_lag, clock_scale;
	bool unique_key, forget_bodies, log_bodies;
	bool help, version;
};

/* False with ERR_USAGE when the words cannot be understood. Strings point into argv. */
bool options_read(struct options *o, int argc, char **argv, struct err *e);

void options_help(void); /* to stdout */

/* Is `word` in a list separated by commas? */
bool options_list_has(const char *list, const char *word);

#endif
