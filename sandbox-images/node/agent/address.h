/* Addresses that the agent connects to. All connections are non-blocking. */
#ifndef ADDRESS_H
#define ADDRESS_H

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>

struct address {
    socklen_t length;
    union {
        struct sockaddr any;
        struct sockaddr_un local;
        struct sockaddr_in ip4;
        struct sockaddr_in6 ip6;
    } at;
};

struct address local_address(const char *path);

/* The family is 4 or 6. */
struct address loopback(int family, uint16_t port);

struct address engine_address(void);

/* Returns -1 and sets errno if the connection fails at once. */
int connect_to(struct address address);

#endif
