#define _GNU_SOURCE
#include "dial.h"

#include "address.h"
#include "flow.h"

#include <errno.h>
#include <netinet/tcp.h>
#include <string.h>

static void refuse_connection(struct stream *stream, int error) {
    int is_nothing_there = error == ECONNREFUSED || error == ENOENT;
    refuse(stream, is_nothing_there ? NOTHING_THERE : FAILED, strerror(error));
}

static void dial(struct stream *stream, struct address address) {
    stream->in = connect_to(address);
    if (stream->in < 0) refuse_connection(stream, errno);
}

static int dial_port(struct stream *stream, const struct frame *frame) {
    if (frame->length != 4 || (frame->content[3] != 4 && frame->content[3] != 6)) return 0;
    dial(stream, loopback(frame->content[3], get16(frame->content + 1)));
    return 1;
}

static int dial_engine(struct stream *stream, const struct frame *frame) {
    if (frame->length != 1) return 0;
    dial(stream, engine_address());
    return 1;
}

static void finish_if_ended(struct stream *stream) {
    if (stream->in < 0 && stream->out < 0) finish(stream, 0);
}

/* Returns 0 if there is no connection. */
static int is_dialled(struct stream *stream) {
    int error = 0;
    getsockopt(stream->in, SOL_SOCKET, SO_ERROR, &error, &(socklen_t){sizeof error});
    if (error) {
        refuse_connection(stream, error);
        return 0;
    }
    setsockopt(stream->in, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int)); /* fails on the engine's socket */
    stream->out = stream->in;
    opened(stream);
    return 1;
}

static void write_connection(struct stream *stream) {
    if (!stream->is_open && !is_dialled(stream)) return;
    write_input(stream);
    finish_if_ended(stream);
}

static void read_connection(struct stream *stream, int is_error) {
    (void)is_error;
    if (forward(stream, stream->out, DATA, CHUNK) != 0) return;
    end_output(stream);
    close_output(stream, &stream->out);
    finish_if_ended(stream);
}

const struct kind tcp_ports = {0, dial_port, receive_bytes, read_connection, write_connection, NULL};
const struct kind engine_sockets = {0, dial_engine, receive_bytes, read_connection, write_connection, NULL};
