#define _GNU_SOURCE
#include "stream.h"

#include "command.h"
#include "connection.h"
#include "dial.h"
#include "flow.h"
#include "shell.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static struct stream streams[SLOTS];
static int used;        /* the streams after this one are not in use */
static int next_turn;   /* the stream that is served first */
static uint32_t newest; /* the largest number that the platform has used on this connection */

static const struct kind *kind_of(uint8_t number) {
    switch (number) {
    case KIND_SHELL: return &shells;
    case KIND_COMMAND: return &commands;
    case KIND_TCP: return &tcp_ports;
    case KIND_ENGINE: return &engine_sockets;
    case KIND_LIST: return &shell_lists;
    case KIND_END: return &shell_ends;
    default: return NULL;
    }
}

static struct stream *find(uint32_t id) {
    for (int i = 0; i < used; i++)
        if (streams[i].kind && streams[i].id == id) return &streams[i];
    return NULL;
}

struct stream *new_stream(const struct kind *kind, uint32_t id) {
    int free = 0, open = 0;
    for (int i = 0; i < used; i++) open += streams[i].kind && streams[i].id;
    while (free < used && streams[free].kind) free++;
    if (open == MAX_STREAMS || free == SLOTS) return NULL;
    if (free == used) used++;
    streams[free] = (struct stream){.kind = kind, .id = id, .may_receive = INPUT_CREDIT, .may_send = OUTPUT_CREDIT,
                                    .in = -1, .out = -1, .error = -1, .input.capacity = INPUT_CREDIT};
    return &streams[free];
}

static void close_files(struct stream *stream) {
    if (stream->in >= 0 && stream->in != stream->out) close(stream->in);
    if (stream->out >= 0) close(stream->out);
    if (stream->error >= 0) close(stream->error);
    stream->in = stream->out = stream->error = -1;
    buffer_free(&stream->input);
    buffer_free(&stream->frames);
}

void reap(struct stream *stream) {
    if (stream->process) waitpid(stream->process, NULL, 0);
    stream->process = 0;
    stream->has_exited = 0;
}

static void release(struct stream *stream) {
    close_files(stream);
    reap(stream);
    stream->kind = NULL;
    while (used > 0 && !streams[used - 1].kind) used--;
}

static void send_code(const struct stream *stream, enum frame_type type, int code) {
    unsigned char byte = (unsigned char)code;
    send_frame(type, stream->id, &byte, 1);
}

static void release_cancelled(struct stream *stream) {
    if (stream->id) send_code(stream, CLOSE, CANCELLED);
    release(stream);
}

/* Ends the stream. If it has a process, the stream is released only when the process has ended. */
static void cancel(struct stream *stream) {
    close_files(stream);
    if (stream->process && !stream->is_cancelled) {
        kill(-stream->process, SIGKILL);
        kill(stream->process, SIGKILL); /* the process may not have a group of its own yet */
    }
    stream->is_cancelled = 1;
    if (!stream->process || stream->has_exited) release_cancelled(stream);
}

void close_stream(struct stream *stream, enum code code) {
    send_code(stream, CLOSE, code);
    stream->id = 0;
    cancel(stream);
}

static void send_refusal(uint32_t id, enum code code, const char *why) {
    unsigned char content[2 + 255] = {(unsigned char)code};
    size_t length = strnlen(why, 255);
    content[1] = (unsigned char)length;
    memcpy(content + 2, why, length);
    send_frame(REFUSED, id, content, 2 + length);
}

void refuse(struct stream *stream, enum code code, const char *why) {
    send_refusal(stream->id, code, why);
    stream->id = 0;
    cancel(stream);
}

void opened(struct stream *stream) {
    stream->is_open = 1;
    send_frame(OPENED, stream->id, NULL, 0);
}

void end_output(struct stream *stream) {
    if (!stream->output_ended) send_frame(END, stream->id, NULL, 0);
    stream->output_ended = 1;
}

void finish(struct stream *stream, int status) {
    end_output(stream);
    send_code(stream, EXIT, status);
    release(stream);
}

static int open_stream(const struct frame *frame) {
    const struct kind *kind = kind_of(frame->content[0]);
    if (!kind || frame->stream <= newest) return 0;
    newest = frame->stream;
    struct stream *stream = new_stream(kind, frame->stream);
    if (stream) return kind->open(stream, frame);
    send_refusal(frame->stream, TOO_MANY, "too many streams");
    return 1;
}

int receive_on_stream(const struct frame *frame) {
    if (frame->stream == 0) return 0;
    if (frame->type == OPEN) return open_stream(frame);
    struct stream *stream = find(frame->stream);
    if (!stream) return frame->stream <= newest; /* the frame was sent before the end of the stream was received */
    if (stream->is_cancelled) return 1;
    if (frame->type == CREDIT) return receive_credit(stream, frame);
    if (frame->type != CLOSE) return stream->kind->receive(stream, frame);
    cancel(stream);
    return 1;
}

void end_streams(void) {
    for (int i = 0, all = used; i < all; i++) {
        if (!streams[i].kind) continue;
        streams[i].id = 0;
        cancel(&streams[i]);
    }
    newest = 0;
}

int watch_streams(struct pollfd *polled) {
    for (int i = 0; i < used; i++) {
        const struct stream *stream = &streams[i];
        struct pollfd *at = polled + STREAM_POLLED * i;
        int exists = stream->kind != NULL;
        int may_read = exists && has_room() && (stream->may_send > 0 || stream->kind->is_relayed);
        int must_write = exists && (!stream->is_open || buffer_length(&stream->input) > 0);
        /* Even without POLLOUT, poll reports when the reader of the input has ended. */
        at[0] = (struct pollfd){exists ? stream->in : -1, must_write ? POLLOUT : 0, 0};
        at[1] = (struct pollfd){may_read ? stream->out : -1, POLLIN, 0};
        at[2] = (struct pollfd){may_read ? stream->error : -1, POLLIN, 0};
    }
    return used;
}

/* Returns 0 if output waits because the queue to the platform is full. */
static int serve_stream(struct stream *stream, const struct pollfd *polled) {
    if (polled[0].revents && stream->kind && stream->in == polled[0].fd) {
        if (stream->is_open && polled[0].revents & (POLLERR | POLLHUP)) close_input(stream);
        stream->kind->writable(stream);
    }
    for (int is_error = 0; is_error < 2; is_error++) {
        if (!polled[1 + is_error].revents || !stream->kind) continue;
        if ((is_error ? stream->error : stream->out) != polled[1 + is_error].fd) continue;
        if (!has_room()) return 0;
        stream->kind->readable(stream, is_error);
    }
    return 1;
}

/* Each stream sends at most one chunk of each source per turn. A stream that could not send is the first of the next turn. */
void serve_streams(const struct pollfd *polled, int count) {
    int first = count > 0 ? next_turn % count : 0, is_denied = 0;
    for (int i = 0; i < count; i++) {
        int slot = (first + i) % count;
        if (serve_stream(&streams[slot], polled + STREAM_POLLED * slot) || is_denied) continue;
        is_denied = 1;
        next_turn = slot;
    }
}

void reap_processes(void) {
    for (int i = 0, all = used; i < all; i++) {
        struct stream *stream = &streams[i];
        siginfo_t end = {0};
        if (!stream->kind || !stream->process || stream->has_exited) continue;
        if (waitid(P_PID, (id_t)stream->process, &end, WEXITED | WNOHANG | WNOWAIT) < 0 || !end.si_pid) continue;
        stream->has_exited = 1;
        stream->status = end.si_code == CLD_EXITED ? end.si_status : 128 + end.si_status;
        if (stream->is_cancelled) {
            release_cancelled(stream);
        } else {
            stream->kind->exited(stream);
        }
    }
}
