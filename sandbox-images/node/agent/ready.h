/* Asks the node's engine until it answers, and then sends Ready. */
#ifndef READY_H
#define READY_H

#include <poll.h>

void ask_engine(void);
void stop_asking(void);

/* Returns the time until the next request in milliseconds, or -1 if none is planned. */
int time_to_ask(void);

void watch_engine(struct pollfd *polled);
void serve_engine(const struct pollfd *polled);

/* Returns a clock's milliseconds. */
long now(void);

#endif
