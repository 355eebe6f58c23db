#define _GNU_SOURCE
#include "connection.h"

#include "ready.h"
#include "stream.h"

#include <stdio.h>
#include <unistd.h>

enum {
    VERSION = 1,
    /* Two frames of data: the echo of a key waits for no more in this queue, and a flood needs few writes. */
    FULL = 32 * 1024,
    /* With this much in the queue the agent reads no frames, so that a platform that does not read cannot fill it. */
    TOO_FULL = 64 * 1024,
    /* The rest is for control frames of streams: 256 streams need at most 64 KiB until the platform reads. */
    QUEUE = 256 * 1024,
    FRAMES = HEADER + MAX_OPEN,
};

static struct {
    int in, out; /* -1: not connected */
    int is_welcome, was_welcome;
    int has_failed; /* ends after the current turn, so that no stream ends while it is in use */
    struct buffer frames, queue; /* from the platform, to the platform */
} connection = {.in = -1, .out = -1, .frames.capacity = FRAMES, .queue.capacity = QUEUE};

void begin_connection(int in, int out) {
    static const unsigned char hello[] = {'S', 'L', 'P', 'A', 0, VERSION, 0, VERSION};
    connection.in = in;
    connection.out = out;
    connection.is_welcome = connection.has_failed = 0;
    send_frame(HELLO, 0, hello, sizeof hello);
}

void end_connection(void) {
    if (connection.out != connection.in) close(connection.out);
    close(connection.in);
    connection.in = connection.out = -1;
    buffer_free(&connection.frames);
    buffer_free(&connection.queue);
    stop_asking();
    end_streams();
}

int is_connected(void) {
    return connection.in >= 0;
}

int was_welcome(void) {
    int was = connection.was_welcome;
    connection.was_welcome = 0;
    return was;
}

int has_room(void) {
    return buffer_length(&connection.queue) < FULL;
}

/* The bounds above are such that a control frame always fits. If they are wrong, or memory is short, the connection fails. */
void send_frame(enum frame_type type, uint32_t stream, const void *content, size_t length) {
    if (is_connected() && !put_frame(&connection.queue, type, stream, content, length)) connection.has_failed = 1;
}

ssize_t send_from(int file, enum frame_type type, uint32_t stream, size_t length) {
    unsigned char *space = buffer_space(&connection.queue, HEADER + length);
    if (!space) return -1;
    ssize_t got = read(file, space + HEADER, length);
    if (got > 0) {
        put_header(space, type, stream, (size_t)got);
        buffer_grow(&connection.queue, HEADER + (size_t)got);
    }
    return got;
}

static void write_queue(void) {
    while (buffer_length(&connection.queue) > 0)
        if (buffer_write(&connection.queue, connection.out) < 0) {
            if (!would_block()) connection.has_failed = 1;
            return;
        }
}

static int receive(const struct frame *frame) {
    if (connection.is_welcome) return receive_on_stream(frame);
    if (frame->type != WELCOME || frame->stream != 0 || get16(frame->content) != VERSION) return 0;
    connection.is_welcome = connection.was_welcome = 1;
    ask_engine();
    return 1;
}

/* Returns 1 if frames may be left in the buffer because the queue is too full. */
static int receive_frames(void) {
    struct frame frame;
    while (!connection.has_failed && buffer_length(&connection.queue) < TOO_FULL) {
        int found = next_frame(&connection.frames, PLATFORM, &frame);
        if (found == 0) return 0;
        if (found > 0 && receive(&frame)) continue;
        fprintf(stderr, "slipway-agent: the platform sent an invalid frame of type %02x\n", frame.type);
        connection.has_failed = 1;
    }
    return 1;
}

static void read_frames(void) {
    ssize_t length = buffer_read(&connection.frames, connection.in);
    if (length == 0 || (length < 0 && !would_block())) connection.has_failed = 1;
}

void watch_connection(struct pollfd *polled) {
    int may_read = is_connected() && buffer_length(&connection.queue) < TOO_FULL;
    int may_write = is_connected() && buffer_length(&connection.queue) > 0;
    polled[0] = (struct pollfd){may_read ? connection.in : -1, POLLIN, 0};
    polled[1] = (struct pollfd){may_write ? connection.out : -1, POLLOUT, 0};
}

void serve_connection(const struct pollfd *polled) {
    if (!is_connected()) return;
    if (polled[0].revents) read_frames();
    int may_have_more = 1;
    while (may_have_more && !connection.has_failed) {
        may_have_more = receive_frames();
        write_queue();
        if (buffer_length(&connection.queue) >= TOO_FULL) break;
    }
    if (connection.has_failed) end_connection();
}
