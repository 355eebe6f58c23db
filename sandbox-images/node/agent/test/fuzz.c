/*
 * Fuzzes the decoder of frames, the fields of commands and the input of shells. With libFuzzer:
 *   clang -g -fsanitize=fuzzer,address,undefined -I.. fuzz.c ../frame.c ../buffer.c ../words.c ../typing.c && ./a.out corpus
 * Without, the program replays the files that are its arguments, each also with ROUNDS random changes.
 *
 * The first byte of the input is the sender of the frames and the size of the pieces in which they arrive.
 */
#include "frame.h"
#include "typing.h"
#include "words.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REQUIRE(condition)                                                        \
    do {                                                                          \
        if (!(condition)) {                                                       \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);       \
            abort();                                                              \
        }                                                                         \
    } while (0)

static uint64_t hash(uint64_t so_far, const void *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) so_far = (so_far ^ ((const unsigned char *)bytes)[i]) * 0x100000001b3;
    return so_far;
}

static void take_words(const struct frame *frame) {
    struct words words;
    if (!read_words(frame->content + 1, frame->length - 1, &words)) return;
    size_t length = 1 + 2 + 2 + 4 + strlen(words.folder);
    for (char **word = words.arguments; *word; word++) length += 4 + strlen(*word);
    for (char **word = words.variables; *word; word++) length += 4 + strlen(*word);
    REQUIRE(length == frame->length);
    free_words(&words);
}

static void take_typing(const struct frame *frame, int terminal) {
    size_t length = frame->length - TYPE_FIELDS;
    REQUIRE(add_typing(frame->content, frame->length));
    if (frame->stream & 1) return; /* waits for the next one */
    REQUIRE(type(terminal) >= length);
    unsigned char pairs[1 + 16 * MAX_WRITERS];
    REQUIRE(!is_typing() && put_writers(pairs) <= pairs + sizeof pairs);
    REQUIRE(get64(pairs + 1) == get64(frame->content));
    REQUIRE(get64(pairs + 9) >= get64(frame->content + 8) + length);
}

/* Returns a hash of all frames. */
static uint64_t decode(const uint8_t *data, size_t size, enum side sender, size_t piece) {
    static int terminal = -1;
    struct buffer queue = {.capacity = HEADER + MAX_OPEN};
    struct frame frame;
    uint64_t seen = 0;
    int found = 0;
    size_t waiting = 0;
    if (terminal < 0) terminal = open("/dev/null", O_WRONLY);
    for (size_t at = 0; at < size && found >= 0; at += piece) {
        size_t length = size - at < piece ? size - at : piece;
        unsigned char *space = buffer_space(&queue, length);
        REQUIRE(space); /* there is always room for the rest of a frame */
        memcpy(space, data + at, length);
        buffer_grow(&queue, length);
        while ((found = next_frame(&queue, sender, &frame)) > 0) {
            REQUIRE(frame.length <= MAX_OPEN);
            unsigned char header[HEADER];
            put_header(header, frame.type, frame.stream, frame.length);
            seen = hash(hash(seen, header, HEADER), frame.content, frame.length);
            if (frame.type == OPEN && frame.content[0] == KIND_COMMAND) take_words(&frame);
            if (frame.type == TYPE && (waiting += frame.length) <= INPUT_CREDIT) {
                take_typing(&frame, terminal);
                if (!is_typing()) waiting = 0;
            }
        }
    }
    buffer_free(&queue);
    forget_typing();
    return hash(seen, &found, sizeof found);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 1) return 0;
    enum side sender = data[0] & 1 ? AGENT : PLATFORM;
    uint64_t in_pieces = decode(data + 1, size - 1, sender, 1 + (size_t)(data[0] >> 1));
    uint64_t in_other_pieces = decode(data + 1, size - 1, sender, 8192);
    REQUIRE(in_pieces == in_other_pieces);
    return 0;
}

#ifndef __clang__
static void replay(const char *path, int rounds) {
    static uint8_t original[1 << 20], changed[1 << 20];
    FILE *file = fopen(path, "re");
    if (!file) exit(1);
    size_t size = fread(original, 1, sizeof original, file);
    fclose(file);
    LLVMFuzzerTestOneInput(original, size);
    for (int round = 0; round < rounds && size > 0; round++) {
        memcpy(changed, original, size);
        size_t part = rand() % 2 || size < 40 ? size : 40; /* headers are more interesting */
        for (int i = rand() % 5; i >= 0; i--) changed[(size_t)rand() % part] = (uint8_t)rand();
        LLVMFuzzerTestOneInput(changed, rand() % 4 ? size : 1 + (size_t)rand() % size);
    }
}

int main(int count, char *paths[]) {
    const char *rounds = getenv("ROUNDS");
    for (int i = 1; i < count; i++) replay(paths[i], rounds ? atoi(rounds) : 0);
    return 0;
}
#endif
