/*
 * The holder of a shell: a process that owns the shell's terminal, so that the shell survives the agent. See
 * docs/decisions/0005-holder.md.
 */
#ifndef HOLDER_H
#define HOLDER_H

#include "address.h"

#include <sys/types.h>

/* The folder of the holders' sockets. */
const char *shells_folder(void);

struct address holder_address(int shell);

/* Starts a process that starts the holder, unless it runs, and ends. Returns -1 on failure. */
pid_t start_holder(int shell);

/* The main function of that process. */
int run_holder(int shell);

/* Runs the shell and serves callers until the shell has ended and a caller has received its status. */
void hold(int listener, const char *path) __attribute__((noreturn));

#endif
