/* slipway-agent: opens shells, commands and connections in its node for the platform. See docs/agent-protocol.md. */
#define _GNU_SOURCE
#include "address.h"
#include "connection.h"
#include "holder.h"
#include "ready.h"
#include "shell.h"

#include <fcntl.h>
#include <libgen.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

enum {
    FIRST_PAUSE = 50,
    LONGEST_PAUSE = 1000,
    SOCKET_QUEUE = 32 * 1024, /* the echo of a key waits for what is in the socket, too; the usual size is 208 KiB */
};

static struct {
    const char *path;
    int pause; /* rises until the platform has sent Welcome */
    long at;
} reconnect = {.pause = FIRST_PAUSE};

static int child_signals; /* a signalfd */

static void keep_connected(void) {
    if (was_welcome()) reconnect.pause = FIRST_PAUSE;
    if (is_connected() || now() < reconnect.at) return;
    int platform = connect_to(local_address(reconnect.path));
    if (platform >= 0) {
        setsockopt(platform, SOL_SOCKET, SO_SNDBUF, &(int){SOCKET_QUEUE}, sizeof(int));
        begin_connection(platform, platform);
    }
    reconnect.at = now() + reconnect.pause;
    reconnect.pause = 2 * reconnect.pause < LONGEST_PAUSE ? 2 * reconnect.pause : LONGEST_PAUSE;
}

/* Returns milliseconds, or -1 if only events matter. */
static int time_to_wait(void) {
    if (is_connected()) return time_to_ask();
    long wait = reconnect.at - now();
    return wait > 0 ? (int)wait : 0;
}

/* Waits for events and handles them. */
static void turn(void) {
    static struct pollfd polled[2 + CONNECTION_POLLED + STREAM_POLLED * SLOTS];
    struct pollfd *children = polled, *engine = polled + 1, *connection = polled + 2;
    struct pollfd *streams = connection + CONNECTION_POLLED;
    *children = (struct pollfd){child_signals, POLLIN, 0};
    watch_engine(engine);
    watch_connection(connection);
    int count = watch_streams(streams);
    if (poll(polled, (nfds_t)(streams - polled + STREAM_POLLED * count), time_to_wait()) < 0) return;
    serve_engine(engine);
    serve_streams(streams, count);
    struct signalfd_siginfo signal;
    if (children->revents && read(child_signals, &signal, sizeof signal) > 0) reap_processes();
    serve_connection(connection);
}

/* Prevents that a file of the agent becomes a standard stream. */
static void open_standard_streams(void) {
    int file;
    while ((file = open("/dev/null", O_RDWR)) >= 0 && file < 3) {}
    if (file >= 3) close(file);
}

static void prepare_signals(void) {
    sigset_t child;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    sigprocmask(SIG_BLOCK, &child, NULL);
    child_signals = signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK);
    signal(SIGPIPE, SIG_IGN);
}

/* The variables that `docker exec` provides; the entrypoint's shell has added others. */
static void prepare_environment(void) {
    unsetenv("PWD");
    unsetenv("OLDPWD");
    unsetenv("SHLVL");
    unsetenv("_");
    setenv("HOME", "/root", 1);
    setenv("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", 0);
    setenv("LANG", "C.UTF-8", 0);
}

static int is_mounted(const char *socket_path) {
    char path[sizeof(struct sockaddr_un)];
    snprintf(path, sizeof path, "%s", socket_path);
    return access(dirname(path), F_OK) == 0;
}

static void serve_standard_streams(void) {
    fcntl(0, F_SETFL, fcntl(0, F_GETFL) | O_NONBLOCK);
    fcntl(1, F_SETFL, fcntl(1, F_GETFL) | O_NONBLOCK);
    begin_connection(0, 1);
    while (is_connected()) turn();
}

int main(int count, char *words[]) {
    if (count == 2 && strcmp(basename(words[0]), "slipway-shell") == 0) return run_holder(atoi(words[1]));
    open_standard_streams();
    prepare_signals();
    prepare_environment();
    if (count == 2 && strcmp(words[1], "--stdio") == 0) {
        serve_standard_streams();
        return 0;
    }
    reconnect.path = count == 2 ? words[1] : "/run/slipway-platform/agent.sock";
    if (is_mounted(reconnect.path)) start_first_shell();
    for (;;) {
        keep_connected();
        turn();
    }
}
