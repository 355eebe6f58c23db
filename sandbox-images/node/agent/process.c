#define _GNU_SOURCE
#include "process.h"

#include <signal.h>
#include <unistd.h>

void become_child(const int standard[3]) {
    sigset_t none;
    setsid();
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    /* The agent ignores SIGPIPE, and a shell script ignores SIGINT and SIGQUIT for its background processes. */
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    for (int i = 0; i < 3; i++) dup2(standard[i], i);
}
