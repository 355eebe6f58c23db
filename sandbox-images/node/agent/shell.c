#define _GNU_SOURCE
#include "shell.h"

#include "connection.h"
#include "flow.h"
#include "holder.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum {
    /* Room for all input that the platform may send, even if each frame has one byte, and for control frames. The memory is
     * used only if a holder reads that slowly. */
    INPUT = (HEADER + TYPE_FIELDS + 1) * INPUT_CREDIT + 64 * 1024,
    /* A holder that is just ending accepts a connection and closes it. */
    ATTEMPTS = 6,
};

/* Sends a small frame to a holder whose socket has room. Returns 0 on failure. */
static int tell_holder(int holder, enum frame_type type, const void *content, size_t length) {
    unsigned char frame[HEADER + OPEN_SHELL];
    put_header(frame, type, 0, length);
    memcpy(frame + HEADER, content, length);
    return write(holder, frame, HEADER + length) == (ssize_t)(HEADER + length);
}

static void fail(struct stream *stream, const char *why) {
    if (stream->is_open) {
        close_stream(stream, FAILED);
    } else {
        refuse(stream, FAILED, why);
    }
}

/* Connects to the holder of the shell, or starts it and is called again when that is done. */
static void attach(struct stream *stream) {
    if (stream->attempts++ == ATTEMPTS) {
        fail(stream, "the shell does not start");
        return;
    }
    stream->out = connect_to(holder_address(stream->shell));
    if (stream->out >= 0 && tell_holder(stream->out, OPEN, stream->open, OPEN_SHELL)) return;
    close_output(stream, &stream->out);
    pid_t starter = start_holder(stream->shell);
    if (starter < 0) {
        fail(stream, strerror(errno));
    } else {
        stream->process = starter;
    }
}

static void holder_started(struct stream *stream) {
    reap(stream);
    attach(stream);
}

static int open_shell(struct stream *stream, const struct frame *frame) {
    if (frame->length != OPEN_SHELL) return 0;
    memcpy(stream->open, frame->content, OPEN_SHELL);
    stream->shell = get16(frame->content + 1);
    stream->input.capacity = INPUT;
    stream->frames.capacity = HEADER + MAX_DATA;
    attach(stream);
    return 1;
}

static void write_shell(struct stream *stream) {
    if (stream->in >= 0 && buffer_length(&stream->input) > 0) buffer_write(&stream->input, stream->in);
}

static int receive_for_shell(struct stream *stream, const struct frame *frame) {
    if (frame->type == TYPE) {
        uint32_t length = frame->length - TYPE_FIELDS;
        if (length > stream->may_receive) return 0;
        stream->may_receive -= length;
    } else if (frame->type != RESIZE && frame->type != CREDIT) {
        return 0;
    }
    if (put_frame(&stream->input, frame->type, 0, frame->content, frame->length)) {
        write_shell(stream);
    } else {
        fail(stream, "the shell does not read its input");
    }
    return 1;
}

static int relay_opened(struct stream *stream, const struct frame *frame) {
    if (frame->length < OPENED_SHELL) return 0;
    if (frame->length != OPENED_SHELL + 16u * frame->content[OPENED_SHELL - 1]) return 0;
    stream->is_open = 1;
    stream->in = stream->out;
    send_frame(OPENED, stream->id, frame->content, frame->length);
    write_shell(stream);
    return 1;
}

static int relay_data(struct stream *stream, const struct frame *frame) {
    if (stream->output_ended || frame->length > stream->may_send) return 0;
    stream->may_send -= frame->length;
    send_frame(DATA, stream->id, frame->content, frame->length);
    return 1;
}

static int relay_credit(struct stream *stream, const struct frame *frame) {
    uint32_t credit = get32(frame->content);
    if (credit > INPUT_CREDIT - stream->may_receive) return 0;
    stream->may_receive += credit;
    send_frame(CREDIT, stream->id, frame->content, frame->length);
    return 1;
}

/* The holder keeps the status until the agent has received it. */
static int relay_exit(struct stream *stream, const struct frame *frame) {
    unsigned char code = CANCELLED;
    if (!stream->output_ended) return 0;
    tell_holder(stream->out, CLOSE, &code, 1);
    finish(stream, frame->content[0]);
    return 1;
}

/* Returns 0 if a holder does not send this. The stream may no longer exist afterwards. */
static int relay(struct stream *stream, const struct frame *frame) {
    if (stream->is_open == (frame->type == OPENED)) return 0;
    switch (frame->type) {
    case OPENED:
        return relay_opened(stream, frame);
    case DATA:
        return relay_data(stream, frame);
    case CREDIT:
        return relay_credit(stream, frame);
    case END:
        end_output(stream);
        return 1;
    case EXIT:
        return relay_exit(stream, frame);
    case CLOSE:
        close_stream(stream, frame->content[0]);
        return 1;
    default:
        return 0;
    }
}

static void lose_holder(struct stream *stream) {
    if (stream->is_open) {
        close_stream(stream, KILLED);
        return;
    }
    close_output(stream, &stream->out);
    buffer_free(&stream->frames);
    attach(stream);
}

static void read_shell(struct stream *stream, int is_error) {
    (void)is_error;
    struct frame frame;
    int found = 0;
    ssize_t length = buffer_read(&stream->frames, stream->out);
    if (length < 0 && would_block()) return;
    while (stream->kind && (found = next_frame(&stream->frames, AGENT, &frame)) > 0)
        if (!relay(stream, &frame)) break;
    if (!stream->kind) return;
    if (found != 0) {
        fail(stream, "the program that holds the shell sent an invalid frame");
    } else if (length <= 0) {
        lose_holder(stream);
    }
}

void start_first_shell(void) {
    pid_t starter = start_holder(1);
    struct stream *stream = starter > 0 ? new_stream(&shells, 0) : NULL;
    if (!stream) return;
    stream->process = starter;
    stream->is_cancelled = 1; /* only waits for the end of the process */
}

const struct kind shells = {1, open_shell, receive_for_shell, read_shell, write_shell, holder_started};
