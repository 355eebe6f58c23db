#include "typing.h"

#include <string.h>
#include <unistd.h>

/* Consecutive input of one writer. */
struct piece {
    uint64_t writer, offset;
    size_t length;
};

struct writer {
    uint64_t id, accepted;
};

/* Bytes and pieces are rings of the same size, because a piece has at least one byte. */
static struct {
    unsigned char bytes[INPUT_CREDIT];
    size_t first, count;
    struct piece pieces[INPUT_CREDIT];
    size_t first_piece, piece_count;
} waiting;

/* The last one that has typed is the first. */
static struct writer writers[MAX_WRITERS];
static int writer_count;

static struct piece *piece_at(size_t number) {
    return &waiting.pieces[(waiting.first_piece + number) % INPUT_CREDIT];
}

static void add_piece(uint64_t writer, uint64_t offset, size_t length) {
    struct piece *last = waiting.piece_count ? piece_at(waiting.piece_count - 1) : NULL;
    if (last && last->writer == writer && last->offset + last->length == offset) {
        last->length += length;
    } else {
        *piece_at(waiting.piece_count++) = (struct piece){writer, offset, length};
    }
}

int add_typing(const unsigned char *content, size_t length) {
    size_t count = length - TYPE_FIELDS, at = (waiting.first + waiting.count) % INPUT_CREDIT;
    size_t until_wrap = INPUT_CREDIT - at;
    if (count > INPUT_CREDIT - waiting.count) return 0;
    size_t before = count < until_wrap ? count : until_wrap;
    memcpy(waiting.bytes + at, content + TYPE_FIELDS, before);
    memcpy(waiting.bytes, content + TYPE_FIELDS + before, count - before);
    waiting.count += count;
    add_piece(get64(content), get64(content + 8), count);
    return 1;
}

int is_typing(void) {
    return waiting.piece_count > 0;
}

void forget_typing(void) {
    waiting.first = waiting.count = waiting.first_piece = waiting.piece_count = 0;
}

/* Makes this writer the first. A writer that has not typed yet begins at the offset, and may replace the oldest one. */
static struct writer *writer_with(uint64_t id, uint64_t offset) {
    int i = 0;
    while (i < writer_count && writers[i].id != id) i++;
    struct writer found = i < writer_count ? writers[i] : (struct writer){id, offset};
    if (i == writer_count && writer_count < MAX_WRITERS) writer_count++;
    if (i == MAX_WRITERS) i--;
    memmove(writers + 1, writers, (size_t)i * sizeof *writers);
    writers[0] = found;
    return writers;
}

static void drop(size_t count) {
    struct piece *piece = piece_at(0);
    waiting.first = (waiting.first + count) % INPUT_CREDIT;
    waiting.count -= count;
    piece->offset += count;
    piece->length -= count;
    if (piece->length > 0) return;
    waiting.first_piece = (waiting.first_piece + 1) % INPUT_CREDIT;
    waiting.piece_count--;
    if (waiting.piece_count == 0) forget_typing(); /* begins at the front again, so that little memory is used */
}

/* Drops what the terminal has accepted before. Returns the number of bytes. */
static size_t skip(const struct writer *writer, const struct piece *piece) {
    if (piece->offset >= writer->accepted) return 0;
    uint64_t known = writer->accepted - piece->offset;
    size_t count = known < piece->length ? (size_t)known : piece->length;
    drop(count);
    return count;
}

static size_t type_piece(int terminal) {
    struct piece *piece = piece_at(0);
    struct writer *writer = writer_with(piece->writer, piece->offset);
    size_t skipped = skip(writer, piece);
    if (skipped > 0) return skipped;
    size_t length = piece->length, until_wrap = INPUT_CREDIT - waiting.first;
    ssize_t written = write(terminal, waiting.bytes + waiting.first, length < until_wrap ? length : until_wrap);
    if (written <= 0) return 0;
    writer->accepted = piece->offset + (uint64_t)written;
    drop((size_t)written);
    return (size_t)written;
}

size_t type(int terminal) {
    size_t all = 0, more;
    while (is_typing() && (more = type_piece(terminal)) > 0) all += more;
    return all;
}

unsigned char *put_writers(unsigned char *at) {
    *at++ = (unsigned char)writer_count;
    for (int i = 0; i < writer_count; i++) at = put64(put64(at, writers[i].id), writers[i].accepted);
    return at;
}
