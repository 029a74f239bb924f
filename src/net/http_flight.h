/* One request of net/http.c on its way: libcurl's handle, the body that leaves once, the answer that grows. For
 * http.c only. */
#ifndef NET_HTTP_FLIGHT_H
#define NET_HTTP_FLIGHT_H

#include "net/http.h"

#include <curl/curl.h>

struct http_flight {
	CURL *easy;
	struct http_exchange *exchange;
	const char *body; /* NULL: a GET */
	size_t size, handed;
	int starts; /* how often libcurl was about to send it */
	size_t header_bytes;
	bool too_large;
	char words[CURL_ERROR_SIZE];
	struct http_flight **leaving; /* http.c's list of those that began to leave since it looked last */
	struct http_flight *next_leaving;
};

struct http_flight *http_flight_new(const char *body, size_t size);
void http_flight_free(struct http_flight *f);

/* Fills what is known only at the end. */
void http_flight_end(struct http_flight *f, CURLcode code);

#endif
