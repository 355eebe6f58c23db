/* The shell of a holder, and its terminal. */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdint.h>
#include <sys/types.h>

void start_shell(void);
int terminal(void);
pid_t shell_process(void);

/* Keeps the size if a number is 0. */
void resize_terminal(uint16_t columns, uint16_t rows);
unsigned char *put_terminal_size(unsigned char *at);

/* Reads into the history. Returns 0 if there was nothing. */
int read_terminal(void);

void look_for_exit(void);
int has_shell_exited(void);

/* Waits up to a second. */
void wait_for_shell(void);

/* Returns 1 if the shell has exited, and all output that it has written before was read. */
int is_output_complete(void);
int exit_status(void);

#endif
