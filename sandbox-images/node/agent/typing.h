/* Input that waits for the terminal, and how much input of each writer the terminal has accepted. */
#ifndef TYPING_H
#define TYPING_H

#include "frame.h"

/* Takes the content of a Type frame. Returns 0 if the caller has sent more than it may. */
int add_typing(const unsigned char *content, size_t length);

int is_typing(void);

/* Writes to the terminal. Returns the number of bytes that do not wait any more. */
size_t type(int terminal);

/* Discards what waits. The platform sends it again, because the terminal has not accepted it. */
void forget_typing(void);

/* Writes the number of writers and the pairs for Opened. Returns the end. */
unsigned char *put_writers(unsigned char *at);

#endif
