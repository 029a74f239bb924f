# hubstage is offline, and the linker proves it: the program uses SQLite, so nm can see what it uses,
$ nm -D --undefined-only "$BUILD/hubstage" | grep -c ' sqlite3_step'
1

# it uses nothing that opens a connection or looks up a name,
$ nm -D --undefined-only "$BUILD/hubstage" | sed -e 's/.* //' -e 's/@.*//' | grep -E '^(socket|socketpair|connect|bind|listen|accept4?|send|sendto|sendmsg|recv|recvfrom|recvmsg|getaddrinfo|gethostby.*|curl_.*|PQ.*|SSL_.*|BIO_.*connect.*)$'
[exit 1]

# and no library that is there to do so.
$ nm -D "$BUILD/hubstage" >/dev/null && ldd "$BUILD/hubstage" | grep -E 'lib(curl|pq|ssl|ldap|resolv|nghttp2)\.'
[exit 1]
