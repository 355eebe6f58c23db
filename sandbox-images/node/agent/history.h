/* The last part of a shell's output. Offsets count from the shell's start. */
#ifndef HISTORY_H
#define HISTORY_H

#include <stddef.h>
#include <stdint.h>

/* Returns the offset of the oldest byte that is kept, and of the next byte of the shell. */
uint64_t history_begin(void);
uint64_t history_end(void);

/* Reads from the terminal. Returns 0 if there was nothing. */
int read_history(int terminal);

/* Returns the bytes at an offset, and reduces the length to the number of bytes that follow each other in memory. */
const unsigned char *history_at(uint64_t offset, size_t *length);

#endif
