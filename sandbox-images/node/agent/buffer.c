#include "buffer.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

size_t buffer_length(const struct buffer *buffer) {
    return buffer->end - buffer->start;
}

static void move_to_front(struct buffer *buffer) {
    if (buffer->start == 0) return;
    memmove(buffer->bytes, buffer->bytes + buffer->start, buffer_length(buffer));
    buffer->end -= buffer->start;
    buffer->start = 0;
}

unsigned char *buffer_space(struct buffer *buffer, size_t length) {
    if (length > buffer->capacity - buffer_length(buffer)) return NULL;
    if (!buffer->bytes && !(buffer->bytes = malloc(buffer->capacity))) return NULL;
    if (length > buffer->capacity - buffer->end) move_to_front(buffer);
    return buffer->bytes + buffer->end;
}

void buffer_grow(struct buffer *buffer, size_t length) {
    buffer->end += length;
}

void buffer_drop(struct buffer *buffer, size_t length) {
    buffer->start += length;
    if (buffer->start == buffer->end) buffer->start = buffer->end = 0;
}

ssize_t buffer_read(struct buffer *buffer, int from) {
    size_t room = buffer->capacity - buffer_length(buffer);
    unsigned char *space = buffer_space(buffer, room);
    if (!space) {
        errno = ENOMEM;
        return -1;
    }
    ssize_t length = read(from, space, room);
    if (length > 0) buffer_grow(buffer, (size_t)length);
    return length;
}

ssize_t buffer_write(struct buffer *buffer, int to) {
    ssize_t length = write(to, buffer->bytes + buffer->start, buffer_length(buffer));
    if (length > 0) buffer_drop(buffer, (size_t)length);
    return length;
}

void buffer_free(struct buffer *buffer) {
    free(buffer->bytes);
    *buffer = (struct buffer){.capacity = buffer->capacity};
}

int would_block(void) {
    return errno == EAGAIN || errno == EINTR;
}
