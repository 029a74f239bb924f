#include "net/url.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* What follows the scheme; NULL when it is another one. */
static const char *
behind(const char *url, const char *scheme)
{
	size_t size = strlen(scheme);

	return strncasecmp(url, scheme, size) == 0 ? url + size : NULL;
}

static const char *
authority(const char *url)
{
	const char *at = behind(url, "https://");

	return at != NULL ? at : behind(url, "http://");
}

static bool
is_port(const char *at, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (!isdigit((unsigned char)at[i]))
			return false;
	return size > 0 && size <= 5;
}

/* The size of the host at the beginning of an authority; 0 when it is none, or what follows is no port. */
static size_t
host_size(const char *at, size_t size)
{
	const char *end = at[0] == '[' ? memchr(at, ']', size) : memchr(at, ':', size);
	size_t host = end == NULL ? size : (size_t)(end - at) + (at[0] == '[');

	if (at[0] == '[' && end == NULL)
		return 0;
	if (host < size && (at[host] != ':' || !is_port(at + host + 1, size - host - 1)))
		return 0;
	return host;
}

static bool
is_host_char(char c)
{
	return isalnum((unsigned char)c) || strchr("-._[]:", c) != NULL;
}

bool
url_is_loopback(const char *url)
{
	const char *at = authority(url);
	size_t host = at == NULL ? 0 : host_size(at, strcspn(at, "/"));

	if (host == 0)
		return false;
	if (host == 9 && strncasecmp(at, "localhost", host) == 0)
		return true;
	if (host == 5 && strncmp(at, "[::1]", host) == 0)
		return true;
	return strncmp(at, "127.", 4) == 0 && strspn(at, "0123456789.") == host;
}

bool
url_check(const char *url, struct err *e)
{
	const char *at = authority(url);
	size_t size, host;

	if (at == NULL)
		return err_set(e, ERR_USAGE, "the base URL must begin with https://");
	size = strcspn(at, "/?#");
	if (memchr(at, '@', size) != NULL)
		return err_set(e, ERR_USAGE, "the base URL may not hold a user or a password");
	host = host_size(at, size);
	for (size_t i = 0; i < host; i++)
		if (!is_host_char(at[i]))
			host = 0;
	if (host == 0)
		return err_set(e, ERR_USAGE, "the base URL has no proper host");
	if (strpbrk(at + size, "?# \t\r\n\\") != NULL)
		return err_set(e, ERR_USAGE, "the base URL may not hold a query, a fragment or a blank");
	if (behind(url, "http://") != NULL && !url_is_loopback(url))
		return err_set(e, ERR_USAGE,
			"http to %.*s: the token would be readable on the way; https only, except to this machine",
			(int)host, at);
	return true;
}
