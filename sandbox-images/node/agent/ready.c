#define _GNU_SOURCE
#include "ready.h"

#include "connection.h"
#include "address.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

enum { PAUSE = 20 };

static int engine = -1; /* a connection that waits for the answer */
static long next_request = -1;

long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void ask_again(void) {
    if (engine >= 0) close(engine);
    engine = -1;
    next_request = now() + PAUSE;
}

void ask_engine(void) {
    static const char request[] = "GET /_ping HTTP/1.0\r\n\r\n";
    next_request = -1;
    engine = connect_to(engine_address());
    if (engine < 0 || write(engine, request, sizeof request - 1) != sizeof request - 1) ask_again();
}

void stop_asking(void) {
    if (engine >= 0) close(engine);
    engine = -1;
    next_request = -1;
}

int time_to_ask(void) {
    if (next_request < 0) return -1;
    long left = next_request - now();
    return left > 0 ? (int)left : 0;
}

void watch_engine(struct pollfd *polled) {
    *polled = (struct pollfd){engine, POLLIN, 0};
}

void serve_engine(const struct pollfd *polled) {
    if (time_to_ask() == 0) ask_engine();
    if (engine < 0 || !polled->revents) return;
    char answer[64] = "";
    ssize_t length = read(engine, answer, sizeof answer - 1);
    if (length < 0 && would_block()) return;
    if (length >= 12 && strncmp(answer, "HTTP/1.", 7) == 0 && strncmp(answer + 8, " 200", 4) == 0) {
        stop_asking();
        send_frame(READY, 0, NULL, 0);
    } else {
        ask_again();
    }
}
