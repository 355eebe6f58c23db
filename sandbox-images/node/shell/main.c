/* slipway-shell: starts shells that survive their caller, and passes them the caller's input and output. */
#define _GNU_SOURCE
#include "shell.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define FOLDER "/run/slipway"

static void fail(const char *doing) {
    fprintf(stderr, "slipway-shell: %s: %s\n", doing, strerror(errno));
    exit(125);
}

static struct sockaddr_un address(const char *number) {
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    snprintf(at.sun_path, sizeof at.sun_path, FOLDER "/shell-%d", atoi(number));
    return at;
}

/* Connects to the holder of this shell; returns -1 if there is none. */
static int connected(const struct sockaddr_un *at) {
    int caller = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (caller < 0) fail("socket");
    if (connect(caller, (const struct sockaddr *)at, sizeof *at) == 0) return caller;
    close(caller);
    return -1;
}

static void start(const struct sockaddr_un *at, int lock, char *const command[]) {
    unlink(at->sun_path); /* left by a killed holder */
    int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listener < 0 || bind(listener, (const struct sockaddr *)at, sizeof *at) < 0 || listen(listener, 8) < 0)
        fail("listen");
    pid_t child = fork();
    if (child < 0) fail("fork");
    if (child > 0) {
        close(listener);
        return;
    }
    setsid();
    close(lock);
    int nowhere = open("/dev/null", O_RDWR);
    for (int standard = 0; standard < 3; standard++) dup2(nowhere, standard);
    close(nowhere);
    hold(listener, at->sun_path, command);
}

static void ask(int holder, struct request request, int with_stdio) {
    struct iovec data = {&request, sizeof request};
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(2 * sizeof(int))];
    } control;
    struct msghdr message = {.msg_iov = &data, .msg_iovlen = 1};
    if (with_stdio) {
        memset(&control, 0, sizeof control);
        message.msg_control = &control;
        message.msg_controllen = sizeof control;
        struct cmsghdr *rights = CMSG_FIRSTHDR(&message);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(2 * sizeof(int));
        memcpy(CMSG_DATA(rights), (int[]){0, 1}, 2 * sizeof(int));
    }
    if (sendmsg(holder, &message, MSG_NOSIGNAL) != (ssize_t)sizeof request) fail("ask");
}

/* Starts the shell if it does not run. Ends when the shell ends, after it has written its status to standard error, or when a
 * newer caller replaces it. */
static int attach(const char *number, int columns, int rows, char *const command[]) {
    struct sockaddr_un at = address(number);
    mkdir(FOLDER, 0700);
    int lock = open(FOLDER "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0 || flock(lock, LOCK_EX) < 0) fail(FOLDER "/lock");
    int holder = connected(&at);
    if (holder < 0) {
        start(&at, lock, command);
        holder = connected(&at);
        if (holder < 0) fail("connect");
    }
    close(lock);
    ask(holder, (struct request){ATTACH, (uint16_t)columns, (uint16_t)rows}, 1);
    /* The holder has duplicates now. Closes ours, so that a close in the holder takes effect. */
    close(0);
    close(1);
    unsigned char status;
    if (read(holder, &status, 1) != 1) return 125;
    fprintf(stderr, "exit %d\n", status);
    return status;
}

static int end(const char *number) {
    struct sockaddr_un at = address(number);
    int holder = connected(&at);
    if (holder < 0) return 0;
    ask(holder, (struct request){.what = END}, 0);
    char none;
    return read(holder, &none, 1) == 0 ? 0 : 125;
}

/* Prints the numbers of the running shells, one per line. */
static int list(void) {
    DIR *folder = opendir(FOLDER);
    if (!folder) return 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (strncmp(entry->d_name, "shell-", 6) != 0) continue;
        struct sockaddr_un at = address(entry->d_name + 6);
        int holder = connected(&at);
        if (holder < 0) continue;
        close(holder);
        puts(entry->d_name + 6);
    }
    closedir(folder);
    return 0;
}

int main(int count, char *words[]) {
    if (count >= 6 && strcmp(words[1], "attach") == 0)
        return attach(words[2], atoi(words[3]), atoi(words[4]), words + 5);
    if (count == 3 && strcmp(words[1], "end") == 0) return end(words[2]);
    if (count == 2 && strcmp(words[1], "list") == 0) return list();
    fputs("usage: slipway-shell attach NUMBER COLUMNS ROWS COMMAND… | end NUMBER | list\n", stderr);
    return 64;
}
