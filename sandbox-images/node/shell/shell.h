/* A shell of a node that survives its viewers. See docs/decisions/0005-holder.md. */
#ifndef SHELL_H
#define SHELL_H

#include <stdint.h>
#include <sys/types.h>

/* Requests of a caller to a holder, on its socket. ATTACH carries the caller's standard input and output. */
enum { ATTACH = 'a', END = 'e' };

/* 0 columns or rows: keeps the current size. */
struct request {
    char what;
    uint16_t columns, rows;
};

/* Runs the shell and serves callers until the shell has ended and a caller has received its status. */
void hold(int listener, const char *path, char *const command[]) __attribute__((noreturn));

/* Sends SIGHUP to a session, as a closed terminal does, and kills the remaining processes a second later. */
void end_session(pid_t session);

#endif
