#define _GNU_SOURCE
#include "address.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct address local_address(const char *path) {
    struct address address = {.length = sizeof address.at.local, .at.local.sun_family = AF_UNIX};
    snprintf(address.at.local.sun_path, sizeof address.at.local.sun_path, "%s", path);
    return address;
}

struct address loopback(int family, uint16_t port) {
    if (family == 6)
        return (struct address){sizeof(struct sockaddr_in6), {.ip6 = {.sin6_family = AF_INET6, .sin6_port = htons(port),
                                                                      .sin6_addr = IN6ADDR_LOOPBACK_INIT}}};
    return (struct address){sizeof(struct sockaddr_in), {.ip4 = {.sin_family = AF_INET, .sin_port = htons(port),
                                                                 .sin_addr.s_addr = htonl(INADDR_LOOPBACK)}}};
}

struct address engine_address(void) {
    const char *path = getenv("SLIPWAY_ENGINE");
    return local_address(path ? path : "/var/run/docker.sock");
}

int connect_to(struct address address) {
    int connection = socket(address.at.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (connection < 0) return -1;
    if (connect(connection, &address.at.any, address.length) == 0 || errno == EINPROGRESS) return connection;
    int why = errno;
    close(connection);
    errno = why;
    return -1;
}
