#include "flow.h"

#include "connection.h"

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Gives credit for input that was accepted, or that will never be accepted. Holders give their credit themselves. */
static void give_credit(struct stream *stream, size_t length) {
    if (stream->kind->is_relayed || stream->input_ended) return;
    stream->due += (uint32_t)length;
    if (stream->due < COLLECTED_CREDIT) return;
    unsigned char content[4];
    put32(content, stream->due);
    send_frame(CREDIT, stream->id, content, sizeof content);
    stream->may_receive += stream->due;
    stream->due = 0;
}

void close_input(struct stream *stream) {
    size_t length = buffer_length(&stream->input);
    buffer_drop(&stream->input, length);
    give_credit(stream, length);
    if (stream->in >= 0 && stream->in == stream->out) {
        shutdown(stream->in, SHUT_WR);
    } else if (stream->in >= 0) {
        close(stream->in);
    }
    stream->in = -1;
}

void close_output(struct stream *stream, int *file) {
    if (*file >= 0 && *file != stream->in) close(*file);
    *file = -1;
}

void write_input(struct stream *stream) {
    if (stream->in >= 0 && buffer_length(&stream->input) > 0) {
        ssize_t length = buffer_write(&stream->input, stream->in);
        if (length > 0) give_credit(stream, (size_t)length);
        if (length < 0 && !would_block()) close_input(stream);
    }
    int is_written = buffer_length(&stream->input) == 0;
    if (stream->in < 0 || (stream->input_ended && is_written)) close_input(stream);
}

ssize_t forward(struct stream *stream, int file, enum frame_type type, size_t limit) {
    /* The other source of this stream may have used up the credit in this turn. */
    if (stream->may_send == 0) return -1;
    size_t length = limit < CHUNK ? limit : CHUNK;
    if (length > stream->may_send) length = stream->may_send;
    ssize_t got = send_from(file, type, stream->id, length);
    if (got > 0) stream->may_send -= (uint32_t)got;
    return got < 0 && !would_block() ? 0 : got;
}

static int add_input(struct stream *stream, const struct frame *frame) {
    unsigned char *space = buffer_space(&stream->input, frame->length);
    if (!space) return 0;
    memcpy(space, frame->content, frame->length);
    buffer_grow(&stream->input, frame->length);
    return 1;
}

int receive_bytes(struct stream *stream, const struct frame *frame) {
    if ((frame->type != DATA && frame->type != END) || stream->input_ended) return 0;
    if (frame->length > stream->may_receive) return 0;
    if (frame->type == DATA && !add_input(stream, frame)) return 0;
    stream->may_receive -= frame->length;
    stream->input_ended = frame->type == END;
    if (stream->is_open) stream->kind->writable(stream);
    return 1;
}

int receive_credit(struct stream *stream, const struct frame *frame) {
    uint32_t credit = get32(frame->content);
    if (credit > OUTPUT_CREDIT - stream->may_send) return 0;
    stream->may_send += credit;
    return !stream->kind->is_relayed || stream->kind->receive(stream, frame);
}
