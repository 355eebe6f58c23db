/* Starts holders, so that they do not depend on the agent in any way. */
#define _GNU_SOURCE
#include "holder.h"
#include "process.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WAITING_CALLERS = 8 };

const char *shells_folder(void) {
    const char *folder = getenv("SLIPWAY_SHELLS");
    return folder ? folder : "/run/slipway";
}

struct address holder_address(int shell) {
    char path[sizeof(struct sockaddr_un)];
    snprintf(path, sizeof path, "%s/shell-%d", shells_folder(), shell);
    return local_address(path);
}

pid_t start_holder(int shell) {
    pid_t child = fork();
    if (child != 0) return child;
    char number[16];
    snprintf(number, sizeof number, "%d", shell);
    int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    become_child((int[]){nowhere, nowhere, nowhere});
    execl("/proc/self/exe", "slipway-shell", number, (char *)NULL); /* also if the file was deleted */
    _exit(125);
}

/* Only one process at a time may look for a holder and start it. */
static int lock_folder(void) {
    char path[sizeof(struct sockaddr_un)];
    mkdir(shells_folder(), 0700);
    snprintf(path, sizeof path, "%s/lock", shells_folder());
    int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    return lock >= 0 && flock(lock, LOCK_EX) == 0 ? lock : -1;
}

static int is_running(const struct address *address) {
    int caller = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0); /* waits while the holder is busy */
    int is_connected = connect(caller, &address->at.any, address->length) == 0;
    close(caller);
    return is_connected;
}

int run_holder(int shell) {
    struct address address = holder_address(shell);
    prctl(PR_SET_NAME, "slipway-shell");
    int lock = lock_folder();
    if (lock < 0) return 1;
    if (is_running(&address)) return 0;
    unlink(address.at.local.sun_path); /* left by a killed holder */
    int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bind(listener, &address.at.any, address.length) < 0 || listen(listener, WAITING_CALLERS) < 0) return 1;
    pid_t child = fork();
    if (child != 0) return child < 0;
    setsid();
    close(lock);
    hold(listener, address.at.local.sun_path);
}
