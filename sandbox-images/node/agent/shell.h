/* Streams of shells: the agent relays frames between the platform and the holder of the shell. */
#ifndef SHELL_H
#define SHELL_H

#include "stream.h"

extern const struct kind shells, shell_lists, shell_ends;

/* Starts the shell that every node has, so that its prompt is there before it is opened. */
void start_first_shell(void);

#endif
