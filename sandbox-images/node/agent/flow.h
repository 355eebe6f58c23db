/* The bytes of streams, and their credit. */
#ifndef FLOW_H
#define FLOW_H

#include "stream.h"

/* Takes Data and End for a process or a connection. */
int receive_bytes(struct stream *stream, const struct frame *frame);

/* Writes input, and closes it at its end or when its reader has ended. Then in is -1, and further input is discarded. */
void write_input(struct stream *stream);
void close_input(struct stream *stream);

/* Sends a chunk of output. Returns its length, 0 at the end of the file, or -1 if there is nothing yet. */
ssize_t forward(struct stream *stream, int file, enum frame_type type, size_t limit);
void close_output(struct stream *stream, int *file);

/* Takes Credit. */
int receive_credit(struct stream *stream, const struct frame *frame);

#endif
