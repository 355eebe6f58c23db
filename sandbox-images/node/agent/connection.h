/* The agent's connection to the platform. There is at most one at a time. */
#ifndef CONNECTION_H
#define CONNECTION_H

#include "frame.h"

#include <poll.h>

/* Number of entries that the connection needs in the array for poll. */
enum { CONNECTION_POLLED = 2 };

void begin_connection(int in, int out);
void end_connection(void);
int is_connected(void);

/* Returns 1 once after each Welcome. */
int was_welcome(void);

/* Returns 1 if the queue to the platform has room for data. Control frames always have room. */
int has_room(void);

void send_frame(enum frame_type type, uint32_t stream, const void *content, size_t length);

/*
 * Reads up to this many bytes from a file and sends them in one frame. Returns the result of the read. The file may have to
 * wait (would_block).
 */
ssize_t send_from(int file, enum frame_type type, uint32_t stream, size_t length);

void watch_connection(struct pollfd *polled);
void serve_connection(const struct pollfd *polled);

#endif
