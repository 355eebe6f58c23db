/* The streams of the connection, and what all kinds of them have in common. */
#ifndef STREAM_H
#define STREAM_H

#include "frame.h"

#include <poll.h>
#include <sys/types.h>

enum {
    MAX_STREAMS = 256,
    SLOTS = 2 * MAX_STREAMS, /* also for streams of an earlier connection whose processes have not ended yet */
    STREAM_POLLED = 3,       /* each slot needs so many entries in the array for poll */
};

struct stream {
    const struct kind *kind; /* NULL: not in use */
    uint32_t id;             /* 0: the platform does not wait for the end of this stream */
    uint32_t may_receive, may_send, due; /* credit; credit that the platform has not received yet */
    int in, out, error;                  /* input goes to in, output comes from the others; a socket is both in and out */
    struct buffer input;
    int is_open; /* Opened was sent; until then input is kept */
    int input_ended, output_ended, is_cancelled;
    pid_t process; /* 0: none. It is not reaped before the stream ends, so that its number is not used again */
    int has_exited, status;
    int left, left_of_error; /* commands: number of bytes to read after the exit */
    int shell, attempts;     /* shells: the number; how often the agent has tried to reach the holder */
    unsigned char open[OPEN_SHELL];
    struct buffer frames; /* shells: from the holder */
};

/* The functions that return int return 0 if the platform must not send the frame. */
struct kind {
    int is_relayed; /* the output are frames, and credit is counted at the other end */
    int (*open)(struct stream *stream, const struct frame *frame);
    int (*receive)(struct stream *stream, const struct frame *frame);
    void (*readable)(struct stream *stream, int is_error);
    void (*writable)(struct stream *stream);
    void (*exited)(struct stream *stream);
};

/* Returns NULL if there are too many streams. */
struct stream *new_stream(const struct kind *kind, uint32_t id);

/* After these functions the stream may no longer exist. */
void refuse(struct stream *stream, enum code code, const char *why);
void close_stream(struct stream *stream, enum code code);
void finish(struct stream *stream, int status);

/* Forgets a process that has exited. */
void reap(struct stream *stream);

void opened(struct stream *stream);
void end_output(struct stream *stream);

int receive_on_stream(const struct frame *frame);
void end_streams(void);

/* Returns the number of slots for which there are entries. */
int watch_streams(struct pollfd *polled);
void serve_streams(const struct pollfd *polled, int count);
void reap_processes(void);

#endif
