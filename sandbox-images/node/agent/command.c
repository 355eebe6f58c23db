#define _GNU_SOURCE
#include "command.h"

#include "flow.h"
#include "process.h"
#include "words.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <unistd.h>

/* The standard streams of a command: the agent's ends and the command's ends. */
struct pipes {
    int agent[3], command[3];
};

static void close_pipes(const int ends[3]) {
    for (int i = 0; i < 3; i++)
        if (ends[i] >= 0) close(ends[i]);
}

static int make_pipes(struct pipes *pipes) {
    *pipes = (struct pipes){{-1, -1, -1}, {-1, -1, -1}};
    for (int i = 0; i < 3; i++) {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) < 0) {
            close_pipes(pipes->agent);
            close_pipes(pipes->command);
            return 0;
        }
        pipes->agent[i] = ends[i == 0 ? 1 : 0];
        pipes->command[i] = ends[i == 0 ? 0 : 1];
        fcntl(pipes->agent[i], F_SETFL, O_NONBLOCK);
    }
    return 1;
}

static void fail(int status, const char *doing, const char *what) {
    dprintf(2, "cannot %s \"%s\": %s\n", doing, what, strerror(errno));
    _exit(status);
}

static void execute(const struct words *words, const int standard[3], pid_t agent) {
    become_child(standard);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != agent) _exit(128 + SIGKILL);
    for (char **variable = words->variables; *variable; variable++) putenv(*variable);
    if (*words->folder && chdir(words->folder) < 0) fail(126, "change to the folder", words->folder);
    execvp(words->arguments[0], words->arguments);
    fail(errno == ENOENT ? 127 : 126, "execute", words->arguments[0]);
}

static void start(struct stream *stream, const struct words *words) {
    struct pipes pipes;
    if (!make_pipes(&pipes)) {
        refuse(stream, FAILED, strerror(errno));
        return;
    }
    pid_t agent = getpid();
    stream->process = fork();
    if (stream->process == 0) execute(words, pipes.command, agent);
    close_pipes(pipes.command);
    if (stream->process < 0) {
        stream->process = 0;
        close_pipes(pipes.agent);
        refuse(stream, FAILED, strerror(errno));
        return;
    }
    stream->in = pipes.agent[0];
    stream->out = pipes.agent[1];
    stream->error = pipes.agent[2];
    opened(stream);
}

static int open_command(struct stream *stream, const struct frame *frame) {
    struct words words;
    if (!read_words(frame->content + 1, frame->length - 1, &words)) return 0;
    start(stream, &words);
    free_words(&words);
    return 1;
}

static void finish_if_ended(struct stream *stream) {
    if (stream->has_exited && stream->out < 0 && stream->error < 0) finish(stream, stream->status);
}

static void read_command(struct stream *stream, int is_error) {
    int *file = is_error ? &stream->error : &stream->out;
    int *left = is_error ? &stream->left_of_error : &stream->left;
    ssize_t length = forward(stream, *file, is_error ? ERROR : DATA, stream->has_exited ? (size_t)*left : CHUNK);
    if (length > 0 && stream->has_exited) *left -= (int)length;
    if (length == 0 || (stream->has_exited && *left == 0)) close_output(stream, file);
    finish_if_ended(stream);
}

/* Output that another process writes later does not belong to the command any more. */
static void keep_written(struct stream *stream, int *file, int *left) {
    if (*file < 0) return;
    if (ioctl(*file, FIONREAD, left) < 0 || *left == 0) close_output(stream, file);
}

static void end_command(struct stream *stream) {
    close_input(stream);
    keep_written(stream, &stream->out, &stream->left);
    keep_written(stream, &stream->error, &stream->left_of_error);
    finish_if_ended(stream);
}

const struct kind commands = {0, open_command, receive_bytes, read_command, write_input, end_command};
