/* A shell of a node that outlives whoever looks at it. See docs/decisions/0005-holder.md. */
#ifndef SHELL_H
#define SHELL_H

#include <stdint.h>
#include <sys/types.h>

/* What a caller asks of a holder, on its socket. With ATTACH come the caller's standard input and output. */
enum { ATTACH = 'a', END = 'e' };

/* 0 columns or rows: as large as it is. */
struct request {
    char what;
    uint16_t columns, rows;
};

/* Runs the shell and serves callers until it has ended and somebody knows. */
void hold(int listener, const char *path, char *const command[]) __attribute__((noreturn));

/* Hangs up a session as a closed terminal does, and kills what is still there a second later. */
void end_session(pid_t session);

#endif
