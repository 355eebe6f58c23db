/* One caller at a time is connected to the holder; a new caller replaces the previous one. */
#define _GNU_SOURCE
#include "holder.h"

#include "frame.h"
#include "history.h"
#include "session.h"
#include "terminal.h"
#include "typing.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/time.h>
#include <unistd.h>

/* How far the holder reads ahead of its caller: two reads of a terminal. More would delay the effect of Ctrl-C. */
#define AHEAD (8 * 1024)

/* How much the shell may write without a caller before it must wait. */
#define UNHEARD (64 * 1024)

static struct {
    int listener;
    const char *path;
    uint64_t epoch;
    uint64_t sent, sent_ever; /* offset of the next byte for this caller, and the largest one for any caller */
} held;

static struct {
    int fd; /* -1: none */
    uint32_t may_send, due;
    int has_status; /* Exit is in the queue or was sent */
    struct buffer in, out;
} caller = {.fd = -1, .in.capacity = HEADER + TYPE_FIELDS + MAX_DATA, .out.capacity = 64 * 1024};

static void detach(void) {
    if (caller.fd >= 0) close(caller.fd);
    caller.fd = -1;
    buffer_free(&caller.in);
    buffer_free(&caller.out);
    forget_typing();
}

/* Sends the last frame before the connection is closed. The holder waits only a short time for a caller that does not read. */
static void send_last(enum frame_type frame, int code) {
    unsigned char byte = (unsigned char)code;
    if (caller.fd < 0 || !put_frame(&caller.out, frame, 0, &byte, 1)) return;
    struct timeval limit = {.tv_usec = 100 * 1000};
    fcntl(caller.fd, F_SETFL, 0);
    setsockopt(caller.fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    while (buffer_length(&caller.out) > 0 && buffer_write(&caller.out, caller.fd) > 0) {}
}

static void finish(void) __attribute__((noreturn));
static void finish(void) {
    unlink(held.path);
    detach();
    exit(0);
}

static void end_shell(void) {
    end_session(shell_process());
    wait_for_shell();
    unlink(held.path);
    if (caller.fd >= 0 && !caller.has_status) {
        put_frame(&caller.out, END, 0, NULL, 0);
        send_last(EXIT, exit_status());
    }
    finish();
}

static void send_opened(void) {
    unsigned char content[OPENED_SHELL + 16 * MAX_WRITERS];
    unsigned char *at = put64(put64(put64(content, held.epoch), held.sent), history_end());
    at = put_writers(put_terminal_size(at));
    put_frame(&caller.out, OPENED, 0, content, (size_t)(at - content));
}

static void attach(int fd, const unsigned char *open) {
    uint64_t epoch = get64(open + 7), offset = get64(open + 15);
    send_last(CLOSE, REPLACED);
    detach();
    fcntl(fd, F_SETFL, O_NONBLOCK);
    caller.fd = fd;
    caller.may_send = OUTPUT_CREDIT;
    caller.due = 0;
    caller.has_status = 0;
    int is_known = epoch == held.epoch && offset >= history_begin() && offset <= history_end();
    held.sent = is_known ? offset : history_begin();
    resize_terminal(get16(open + 3), get16(open + 5));
    send_opened();
}

/* Accepts a caller. Callers run as root and are quick; the holder does not wait for a silent one. */
static void accept_caller(void) {
    unsigned char bytes[HEADER + OPEN_SHELL];
    int fd = accept4(held.listener, NULL, NULL, SOCK_CLOEXEC);
    if (fd < 0) return;
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &(struct timeval){.tv_sec = 1}, sizeof(struct timeval));
    ssize_t length = read(fd, bytes, sizeof bytes);
    struct buffer first = {sizeof bytes, 0, length > 0 ? (size_t)length : 0, bytes};
    struct frame frame;
    int is_open = next_frame(&first, PLATFORM, &frame) > 0 && frame.type == OPEN;
    if (is_open && frame.content[0] == KIND_SHELL && frame.length == OPEN_SHELL) {
        attach(fd, frame.content);
        return;
    }
    if (is_open && frame.content[0] == KIND_END) end_shell(); /* the end of the connection is the answer */
    close(fd);
}

static void type_input(void) {
    caller.due += (uint32_t)type(terminal());
    if (caller.due < COLLECTED_CREDIT || caller.fd < 0) return;
    unsigned char content[4];
    put32(content, caller.due);
    if (put_frame(&caller.out, CREDIT, 0, content, sizeof content)) caller.due = 0;
}

/* Returns 0 if the caller must not send this. */
static int receive(const struct frame *frame) {
    switch (frame->type) {
    case TYPE:
        return add_typing(frame->content, frame->length);
    case RESIZE:
        resize_terminal(get16(frame->content), get16(frame->content + 2));
        return 1;
    case CREDIT:
        if (get32(frame->content) > OUTPUT_CREDIT - caller.may_send) return 0;
        caller.may_send += get32(frame->content);
        return 1;
    case CLOSE: /* the caller has received the status */
        if (caller.has_status) finish();
        return 0;
    default:
        return 0;
    }
}

static void read_caller(void) {
    struct frame frame;
    int found;
    ssize_t length = buffer_read(&caller.in, caller.fd);
    if (length < 0 && would_block()) return;
    while ((found = next_frame(&caller.in, PLATFORM, &frame)) > 0)
        if (!receive(&frame)) break;
    type_input();
    if (length <= 0 || found != 0) detach();
}

static uint64_t unsent(void) {
    return history_end() - held.sent;
}

/* Queues output up to the caller's credit, and the status after all output. */
static void queue_output(void) {
    while (unsent() > 0 && caller.may_send > 0 && buffer_length(&caller.out) < CHUNK) {
        size_t length = unsent() < CHUNK ? (size_t)unsent() : CHUNK;
        if (length > caller.may_send) length = caller.may_send;
        const unsigned char *bytes = history_at(held.sent, &length);
        if (!put_frame(&caller.out, DATA, 0, bytes, length)) return;
        held.sent += length;
        caller.may_send -= (uint32_t)length;
    }
    if (held.sent > held.sent_ever) held.sent_ever = held.sent;
    if (unsent() > 0 || !is_output_complete() || caller.has_status) return;
    unsigned char status = (unsigned char)exit_status();
    caller.has_status = put_frame(&caller.out, END, 0, NULL, 0) && put_frame(&caller.out, EXIT, 0, &status, 1);
}

/* Continues until nothing may be sent or the caller's socket is full, because only the latter causes an event. */
static void write_caller(void) {
    for (queue_output(); buffer_length(&caller.out) > 0; queue_output()) {
        if (buffer_write(&caller.out, caller.fd) >= 0) continue;
        if (!would_block()) detach();
        return;
    }
}

static int may_read_terminal(void) {
    if (is_output_complete()) return 0;
    return caller.fd >= 0 ? unsent() < AHEAD : history_end() - held.sent_ever < UNHEARD;
}

/* Waits for events and handles them. */
static void turn(const sigset_t *waiting) {
    struct timespec at_once = {0};
    int may_read = may_read_terminal(), has_output = buffer_length(&caller.out) > 0;
    struct pollfd polled[] = {
        {held.listener, POLLIN, 0},
        {caller.fd, (short)(POLLIN | (has_output ? POLLOUT : 0)), 0},
        {terminal(), (short)((may_read ? POLLIN : 0) | (is_typing() ? POLLOUT : 0)), 0},
    };
    if (ppoll(polled, 3, has_shell_exited() && may_read ? &at_once : NULL, waiting) < 0 && !would_block()) exit(125);
    look_for_exit();
    if (polled[1].revents & (POLLIN | POLLHUP | POLLERR)) read_caller();
    if (polled[2].revents & POLLOUT) type_input();
    while (may_read_terminal() && read_terminal()) {}
    if (caller.fd >= 0) write_caller();
    if (polled[0].revents) accept_caller();
}

static void child_ended(int number) {
    (void)number; /* only interrupts ppoll */
}

void hold(int listener, const char *path) {
    held.listener = listener;
    held.path = path;
    signal(SIGPIPE, SIG_IGN);
    sigaction(SIGCHLD, &(struct sigaction){.sa_handler = child_ended}, NULL);
    sigset_t blocked, waiting;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGCHLD);
    sigprocmask(SIG_BLOCK, &blocked, &waiting);
    while (held.epoch == 0)
        if (getrandom(&held.epoch, sizeof held.epoch, 0) < 0) exit(125);
    start_shell();
    for (;;) turn(&waiting);
}
