#define _GNU_SOURCE
#include "terminal.h"

#include "frame.h"
#include "history.h"

#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

static struct {
    int master, slave;
    pid_t process;
    int has_exited, is_complete, status;
} shell;

static void execute_shell(void) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    login_tty(shell.slave);
    setenv("TERM", "xterm-256color", 1);
    setenv("COLORTERM", "truecolor", 1);
    setenv("HOME", "/root", 1);
    setenv("LANG", "C.UTF-8", 1);
    if (chdir("/root") < 0 && chdir("/") < 0) _exit(126);
    execl("/bin/bash", "/bin/bash", "-l", (char *)NULL);
    _exit(127);
}

void start_shell(void) {
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    if (openpty(&shell.master, &shell.slave, NULL, NULL, &size) < 0) exit(125);
    fcntl(shell.master, F_SETFD, FD_CLOEXEC);
    fcntl(shell.master, F_SETFL, O_NONBLOCK);
    shell.process = fork();
    if (shell.process < 0) exit(125);
    if (shell.process == 0) execute_shell();
    /* Kept open, so that the terminal never hangs up while a process other than the shell may still use it. */
    fcntl(shell.slave, F_SETFD, FD_CLOEXEC);
}

int terminal(void) {
    return shell.master;
}

pid_t shell_process(void) {
    return shell.process;
}

void resize_terminal(uint16_t columns, uint16_t rows) {
    struct winsize size = {.ws_row = rows, .ws_col = columns};
    if (columns && rows) ioctl(shell.master, TIOCSWINSZ, &size);
}

unsigned char *put_terminal_size(unsigned char *at) {
    struct winsize size = {0};
    ioctl(shell.master, TIOCGWINSZ, &size);
    return put16(put16(at, size.ws_col), size.ws_row);
}

/* After the shell's exit, the first read without data is the last one. */
int read_terminal(void) {
    int has_read = read_history(shell.master);
    if (!has_read && shell.has_exited) shell.is_complete = 1;
    return has_read;
}

void look_for_exit(void) {
    if (!shell.has_exited && waitpid(shell.process, &shell.status, WNOHANG) == shell.process) shell.has_exited = 1;
}

int has_shell_exited(void) {
    return shell.has_exited;
}

void wait_for_shell(void) {
    for (int i = 0; i < 50 && !shell.has_exited; i++) {
        look_for_exit();
        if (!shell.has_exited) usleep(20 * 1000);
    }
}

int is_output_complete(void) {
    return shell.is_complete;
}

int exit_status(void) {
    if (!shell.has_exited) return 128 + SIGKILL;
    return WIFEXITED(shell.status) ? WEXITSTATUS(shell.status) : 128 + WTERMSIG(shell.status);
}
