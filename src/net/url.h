/* The address that requests go to: https to anywhere, http to this machine only, as a token travels with every
 * request. */
#ifndef NET_URL_H
#define NET_URL_H

#include "core/err.h"

/* Checks a base URL: `https://HOST[:PORT][/PATH]`, or http with a loopback host (localhost, 127.x.x.x, [::1]); no user,
 * password, query or fragment. False with ERR_USAGE, which never quotes more than scheme and host. */
bool url_check(const char *url, struct err *e);

/* True when the host is this machine. */
bool url_is_loopback(const char *url);

#endif
