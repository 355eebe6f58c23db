/* A queue of bytes with a fixed capacity. Its memory is allocated with the first byte. */
#ifndef BUFFER_H
#define BUFFER_H

#include <stddef.h>
#include <sys/types.h>

struct buffer {
    size_t capacity, start, end;
    unsigned char *bytes;
};

size_t buffer_length(const struct buffer *buffer);

/* Returns space for this many bytes at the end of the queue, or NULL if they do not fit. buffer_grow adds them. */
unsigned char *buffer_space(struct buffer *buffer, size_t length);
void buffer_grow(struct buffer *buffer, size_t length);

/* Removes bytes from the beginning of the queue. */
void buffer_drop(struct buffer *buffer, size_t length);

/* Each does one read or write, and returns its result. buffer_read reads as much as fits. */
ssize_t buffer_read(struct buffer *buffer, int from);
ssize_t buffer_write(struct buffer *buffer, int to);

void buffer_free(struct buffer *buffer);

/* Returns 1 if the last read or write failed only because it would have to wait. */
int would_block(void);

#endif
