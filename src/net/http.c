#include "net/http.h"

#include "core/clock.h"
#include "core/mem.h"
#include "net/http_flight.h"
#include "net/url.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CONNECT_MS = 15000, WAIT_MAX_MS = 1000 };

struct http {
	CURLM *multi;
	struct curl_slist *post_headers, *get_headers;
	char *base;
	char *ca_file;
	char *agent;
	bool loopback;
	int64_t timeout_ms;
	int running;
	struct http_flight *leaving;
	void (*began)(void *context, void *own, int64_t ticks);
	void *context;
};

static bool
open_multi(struct http *h, int connections)
{
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
		return false;
	h->multi = curl_multi_init();
	if (h->multi == NULL)
		return false;
	curl_multi_setopt(h->multi, CURLMOPT_MAXCONNECTS, (long)connections);
	curl_multi_setopt(h->multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, (long)connections);
	curl_multi_setopt(h->multi, CURLMOPT_PIPELINING, CURLPIPE_NOTHING);
	return true;
}

static void
set_headers(struct http *h, const char *token)
{
	char *authorization = mem_format("Authorization: Bearer %s", token);

	h->get_headers = curl_slist_append(NULL, authorization);
	h->get_headers = curl_slist_append(h->get_headers, "Accept: application/json");
	h->post_headers = curl_slist_append(NULL, authorization);
	h->post_headers = curl_slist_append(h->post_headers, "Accept: application/json");
	h->post_headers = curl_slist_append(h->post_headers, "Content-Type: application/json");
	h->post_headers = curl_slist_append(h->post_headers, "Expect:");
	explicit_bzero(authorization, strlen(authorization));
	free(authorization);
}

struct http *
http_open(const struct http_options *options, struct err *e)
{
	struct http *h;
	size_t size;

	if (!url_check(options->base_url, e))
		return NULL;
	if (options->ca_file != NULL && access(options->ca_file, R_OK) != 0) {
		err_system(e, "%s", options->ca_file);
		return NULL;
	}
	h = mem_new(sizeof *h);
	h->base = mem_text(options->base_url);
	for (size = strlen(h->base); size > 0 && h->base[size - 1] == '/'; size--)
		h->base[size - 1] = '\0';
	h->ca_file = options->ca_file == NULL ? NULL : mem_text(options->ca_file);
	h->agent = mem_text(options->agent);
	h->loopback = url_is_loopback(options->base_url);
	h->timeout_ms = options->timeout_ms;
	h->began = options->began;
	h->context = options->context;
	set_headers(h, options->token);
	if (!open_multi(h, options->connections)) {
		err_set(e, ERR_FAULT, "libcurl cannot be started");
		http_close(h);
		return NULL;
	}
	return h;
}

/* The list's memory held the token. */
static void
clear_headers(struct curl_slist *list)
{
	for (struct curl_slist *at = list; at != NULL; at = at->next)
		explicit_bzero(at->data, strlen(at->data));
	curl_slist_free_all(list);
}

void
http_close(struct http *h)
{
	if (h == NULL)
		return;
	curl_multi_cleanup(h->multi);
	clear_headers(h->get_headers);
	clear_headers(h->post_headers);
	free(h->base);
	free(h->ca_file);
	free(h->agent);
	free(h);
}

static void
set_security(struct http *h, CURL *easy)
{
	curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, h->loopback ? "http,https" : "https");
	curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
	curl_easy_setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	curl_easy_setopt(easy, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	curl_easy_setopt(easy, CURLOPT_UNRESTRICTED_AUTH, 0L);
	if (h->ca_file != NULL)
		curl_easy_setopt(easy, CURLOPT_CAINFO, h->ca_file);
	if (h->loopback)
		curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
}

static void
set_transfer(struct http *h, CURL *easy)
{
	curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
	curl_easy_setopt(easy, CURLOPT_USERAGENT, h->agent);
	curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)CONNECT_MS);
	curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)h->timeout_ms);
	curl_easy_setopt(easy, CURLOPT_TCP_NODELAY, 1L);
	curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
	curl_easy_setopt(easy, CURLOPT_HTTP09_ALLOWED, 0L);
}

static void
set_body(struct http *h, CURL *easy, const char *body, size_t size)
{
	curl_easy_setopt(easy, CURLOPT_HTTPHEADER, body == NULL ? h->get_headers : h->post_headers);
	if (body == NULL) {
		curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
		return;
	}
	curl_easy_setopt(easy, CURLOPT_POST, 1L);
	curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)size);
}

bool
http_start(struct http *h, const char *path, const char *body, size_t size, void *own, struct err *e)
{
	struct http_flight *f = http_flight_new(body, size);
	char *url = mem_format("%s%s", h->base, path);
	bool ok;

	f->exchange->own = own;
	f->leaving = &h->leaving;
	curl_easy_setopt(f->easy, CURLOPT_URL, url);
	set_security(h, f->easy);
	set_transfer(h, f->easy);
	set_body(h, f->easy, body, size);
	ok = curl_multi_add_handle(h->multi, f->easy) == CURLM_OK;
	if (ok)
		h->running++;
	else
		http_flight_free(f);
	free(url);
	return ok || err_set(e, ERR_FAULT, "libcurl cannot begin a request");
}

int
http_running(const struct http *h)
{
	return h->running;
}

/* Lets libcurl move bytes. What began to leave is told afterwards: when this program was held up in between, the later
 * time is the safe one, as it keeps the next request farther away. */
static CURLMcode
move(struct http *h, int *moving)
{
	CURLMcode code = curl_multi_perform(h->multi, moving);
	int64_t now = clock_ticks();

	for (struct http_flight *f = h->leaving; f != NULL; f = f->next_leaving)
		if (h->began != NULL)
			h->began(h->context, f->exchange->own, now);
	h->leaving = NULL;
	return code;
}

bool
http_wait(struct http *h, int64_t timeout_ms, struct err *e)
{
	int moving = 0;
	CURLMcode code = move(h, &moving);

	if (code == CURLM_OK && moving == h->running) {
		int wait = (int)(timeout_ms < WAIT_MAX_MS ? timeout_ms : WAIT_MAX_MS);

		code = curl_multi_poll(h->multi, NULL, 0, wait < 0 ? 0 : wait, NULL);
		if (code == CURLM_OK)
			code = move(h, &moving);
	}
	return code == CURLM_OK || err_set(e, ERR_FAULT, "libcurl: %s", curl_multi_strerror(code));
}

struct http_exchange *
http_next(struct http *h)
{
	struct http_flight *f = NULL;
	CURLMsg *message;
	int left;

	do
		message = curl_multi_info_read(h->multi, &left);
	while (message != NULL && message->msg != CURLMSG_DONE);
	if (message == NULL)
		return NULL;
	curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, (char **)&f);
	http_flight_end(f, message->data.result);
	curl_multi_remove_handle(h->multi, f->easy);
	h->running--;
	return f->exchange;
}

void
http_release(struct http *h, struct http_exchange *x)
{
	(void)h;
	http_flight_free(x->flight);
}
