/*
 * The holder of one shell: owns the master side of the terminal and the last part of its output. One caller at a time
 * provides an input and an output; a new caller replaces the previous one.
 */
#define _GNU_SOURCE
#include "shell.h"

#include <arpa/inet.h>
#include <endian.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

/* As much as the platform replays to a browser that reconnects. */
#define KEPT (512 * 1024)

/* How far the holder reads ahead of its caller: two reads of a terminal. More would delay the effect of Ctrl-C. */
#define AHEAD (8 * 1024)

/* How much the shell may write without a caller before it must wait. The rest of KEPT is for output in flight. */
#define UNHEARD (64 * 1024)

/* The largest frame of input. */
#define FRAME (64 * 1024)

/* Header before the output: its first offset, and the offset up to which it was sent before. All numbers are big-endian. */
struct __attribute__((packed)) preface {
    char magic[4];
    uint64_t epoch, from, history_end;
    uint16_t columns, rows;
};

static struct {
    int listener, terminal, slave;
    pid_t shell;
    int exited; /* 1: but output may remain unread; 2: and all output has been read */
    int status;
    uint64_t epoch;
    unsigned char kept[KEPT];
    uint64_t end, sent; /* offsets: of the next byte from the shell, of the next byte for the caller */
} held;

static struct {
    int control, in, out; /* -1: none */
    struct preface preface;
    size_t prefaced;
    unsigned char frame[3 + FRAME]; /* a kind, two bytes of length, content */
    size_t filled, typed;           /* bytes of the frame read; bytes of its content written to the terminal */
    uint64_t granted;               /* up to where output may be sent; a caller that never grants gets all */
} caller = {.control = -1, .in = -1, .out = -1};

static void detach(void) {
    close(caller.control);
    close(caller.in);
    close(caller.out);
    caller.control = caller.in = caller.out = -1;
}

static void finish(const char *path) {
    unlink(path);
    detach();
    exit(0);
}

static void resize(uint16_t columns, uint16_t rows) {
    struct winsize size = {.ws_row = rows, .ws_col = columns};
    if (columns && rows) ioctl(held.terminal, TIOCSWINSZ, &size);
}

static void attach(int control, struct request request, const int lent[2]) {
    detach();
    caller.control = control;
    caller.in = lent[0];
    caller.out = lent[1];
    fcntl(caller.in, F_SETFL, fcntl(caller.in, F_GETFL) | O_NONBLOCK);
    fcntl(caller.out, F_SETFL, fcntl(caller.out, F_GETFL) | O_NONBLOCK);
    caller.filled = caller.typed = caller.prefaced = 0;
    caller.granted = UINT64_MAX;
    held.sent = held.end > KEPT ? held.end - KEPT : 0;
    resize(request.columns, request.rows);
    struct winsize size;
    ioctl(held.terminal, TIOCGWINSZ, &size);
    caller.preface = (struct preface){{'s', 'h', 'l', '1'},      htobe64(held.epoch),  htobe64(held.sent),
                                      htobe64(held.end),         htons(size.ws_col),   htons(size.ws_row)};
}

/* Accepts a caller. Callers run as root and are quick; the holder does not wait for a silent one. */
static void serve(const char *path) {
    int control = accept4(held.listener, NULL, NULL, SOCK_CLOEXEC);
    if (control < 0) return;
    setsockopt(control, SOL_SOCKET, SO_RCVTIMEO, &(struct timeval){.tv_sec = 1}, sizeof(struct timeval));
    struct request request;
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(2 * sizeof(int))];
    } rights;
    struct iovec data = {&request, sizeof request};
    struct msghdr message = {
        .msg_iov = &data, .msg_iovlen = 1, .msg_control = &rights, .msg_controllen = sizeof rights};
    ssize_t length = recvmsg(control, &message, MSG_CMSG_CLOEXEC);
    struct cmsghdr *lent = length > 0 ? CMSG_FIRSTHDR(&message) : NULL;
    if (length == (ssize_t)sizeof request && request.what == ATTACH && lent &&
        lent->cmsg_len == CMSG_LEN(2 * sizeof(int))) {
        int fds[2];
        memcpy(fds, CMSG_DATA(lent), sizeof fds);
        attach(control, request, fds);
    } else if (length == (ssize_t)sizeof request && request.what == END) {
        end_session(held.shell);
        finish(path); /* which also closes control: that is the reply */
    } else {
        close(control);
    }
}

/* Reads from the terminal into the kept output. After the shell's end, the first read without data is the last one. */
static int hear(void) {
    size_t at = held.end % KEPT, room = KEPT - at;
    ssize_t length = read(held.terminal, held.kept + at, room < 4096 ? room : 4096);
    if (length > 0) held.end += (uint64_t)length;
    return length > 0;
}

static int typing(void) {
    return caller.filled >= 3 && caller.frame[0] == 'i' && caller.typed < caller.filled - 3;
}

/*
 * Returns how much of the output may be sent now. While input is blocked, all of it: the next grant may be queued behind
 * that input, and the program that should read the input may wait until its output is read.
 */
static uint64_t tellable(void) {
    uint64_t to = typing() || caller.granted > held.end ? held.end : caller.granted;
    return to > held.sent ? to - held.sent : 0;
}

/* Writes kept output to the caller. */
static void tell(void) {
    const unsigned char *from = (const unsigned char *)&caller.preface + caller.prefaced;
    size_t length = sizeof caller.preface - caller.prefaced;
    if (length == 0) {
        size_t at = held.sent % KEPT, until_wrap = KEPT - at;
        from = held.kept + at;
        length = tellable();
        if (length > until_wrap) length = until_wrap;
    }
    ssize_t written = write(caller.out, from, length);
    if (written < 0 && errno != EAGAIN && errno != EINTR) {
        detach();
    } else if (written > 0 && caller.prefaced < sizeof caller.preface) {
        caller.prefaced += (size_t)written;
    } else if (written > 0) {
        held.sent += (uint64_t)written;
    }
}

static size_t frame_length(void) {
    return 3 + ((size_t)caller.frame[1] << 8 | caller.frame[2]);
}

static void next_frame(void) {
    if (caller.filled < 3 || caller.filled < frame_length() || typing()) return;
    if (caller.frame[0] == 'r' && caller.filled == 7) {
        uint16_t size[2];
        memcpy(size, caller.frame + 3, sizeof size);
        resize(ntohs(size[0]), ntohs(size[1]));
    }
    if (caller.frame[0] == 'g' && caller.filled == 11) {
        uint64_t granted;
        memcpy(&granted, caller.frame + 3, sizeof granted);
        caller.granted = be64toh(granted);
    }
    caller.filled = caller.typed = 0;
}

/* Reads from the caller, never beyond the frame. End of file means that the caller has disconnected. */
static void listen_in(void) {
    size_t wanted = caller.filled < 3 ? 3 - caller.filled : frame_length() - caller.filled;
    if (wanted > 0) {
        ssize_t length = read(caller.in, caller.frame + caller.filled, wanted);
        if (length == 0 || (length < 0 && errno != EAGAIN && errno != EINTR)) {
            detach();
            return;
        }
        if (length > 0) caller.filled += (size_t)length;
    }
    next_frame();
}

/* Writes the frame's content to the terminal. */
static void type(void) {
    ssize_t written = write(held.terminal, caller.frame + 3 + caller.typed, caller.filled - 3 - caller.typed);
    if (written > 0) caller.typed += (size_t)written;
    next_frame();
}

static void child_ended(int signal) {
    (void)signal; /* only interrupts poll */
}

static void start_shell(char *const command[]) {
    if (openpty(&held.terminal, &held.slave, NULL, NULL, &(struct winsize){.ws_row = 24, .ws_col = 80}) < 0) exit(125);
    fcntl(held.terminal, F_SETFD, FD_CLOEXEC);
    fcntl(held.terminal, F_SETFL, O_NONBLOCK);
    held.shell = fork();
    if (held.shell < 0) exit(125);
    if (held.shell == 0) {
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, NULL);
        login_tty(held.slave);
        execvp(command[0], command);
        _exit(127);
    }
    /* Kept open, so that the terminal never hangs up while a process other than the shell may still use it. */
    fcntl(held.slave, F_SETFD, FD_CLOEXEC);
}

/* Waits for events and handles them. */
static void turn(const char *path, const sigset_t *waiting) {
    int attached = caller.control >= 0;
    int may_hear = held.exited < 2 && held.end - held.sent < (attached ? AHEAD : UNHEARD);
    int may_tell = attached && (caller.prefaced < sizeof caller.preface || tellable() > 0);
    struct pollfd look[] = {
        {held.listener, POLLIN, 0},
        {caller.control, 0, 0}, /* poll always reports its end */
        {typing() ? -1 : caller.in, POLLIN, 0},
        {may_tell ? caller.out : -1, POLLOUT, 0},
        {held.terminal, (short)((may_hear && !held.exited ? POLLIN : 0) | (typing() ? POLLOUT : 0)), 0},
    };
    struct timespec now = {0};
    if (ppoll(look, 5, held.exited == 1 && may_hear ? &now : NULL, waiting) < 0 && errno != EINTR) exit(125);
    if (!held.exited && waitpid(held.shell, &held.status, WNOHANG) == held.shell) held.exited = 1;
    if (look[4].revents & POLLOUT) type();
    int heard = may_hear && (held.exited || look[4].revents & POLLIN) && hear();
    if (held.exited && may_hear && !heard) held.exited = 2;
    if (look[3].revents) tell();
    if (caller.in >= 0 && look[2].revents) listen_in();
    if (look[1].revents) detach();
    if (look[0].revents) serve(path);
}

void hold(int listener, const char *path, char *const command[]) {
    held.listener = listener;
    signal(SIGPIPE, SIG_IGN);
    sigaction(SIGCHLD, &(struct sigaction){.sa_handler = child_ended}, NULL);
    sigset_t blocked, waiting;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGCHLD);
    sigprocmask(SIG_BLOCK, &blocked, &waiting);
    if (getrandom(&held.epoch, sizeof held.epoch, 0) < 0) exit(125);
    start_shell(command);
    for (;;) {
        turn(path, &waiting);
        int all_told = caller.control >= 0 && caller.prefaced == sizeof caller.preface && held.sent == held.end;
        if (held.exited == 2 && all_told) {
            unsigned char status = (unsigned char)(WIFEXITED(held.status) ? WEXITSTATUS(held.status)
                                                                          : 128 + WTERMSIG(held.status));
            if (write(caller.control, &status, 1) == 1) finish(path);
            detach();
        }
    }
}
