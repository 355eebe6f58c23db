/* Tests parts of the agent in one process: frames, buffers, commands' fields, writers, credit. */
#define _GNU_SOURCE
#include "connection.h"
#include "flow.h"
#include "history.h"
#include "stream.h"
#include "typing.h"
#include "words.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int failed;

#define CHECK(condition)                                                          \
    do {                                                                          \
        if (!(condition)) {                                                       \
            printf("FAIL  %s:%d: %s\n", __FILE__, __LINE__, #condition);          \
            failed = 1;                                                           \
        }                                                                         \
    } while (0)

/* --- a connection that only counts, and one kind of stream, whose input goes into a pipe --------------------------- */

static struct {
    enum frame_type type;
    uint32_t credit;
    int count;
} sent;

void send_frame(enum frame_type type, uint32_t stream, const void *content, size_t length) {
    (void)stream;
    (void)length;
    sent.type = type;
    if (type == CREDIT) sent.credit += get32(content);
    sent.count++;
}

ssize_t send_from(int file, enum frame_type type, uint32_t stream, size_t length) {
    static char bytes[CHUNK];
    (void)type;
    (void)stream;
    return read(file, bytes, length);
}

int has_room(void) {
    return 1;
}

static int reader, output;

static int open_pipe(struct stream *stream, const struct frame *frame) {
    int in[2], out[2];
    (void)frame;
    CHECK(pipe2(in, O_NONBLOCK) == 0 && pipe2(out, O_NONBLOCK) == 0);
    stream->in = in[1];
    stream->out = out[0];
    reader = in[0];
    output = out[1];
    opened(stream);
    return 1;
}

static void read_pipe(struct stream *stream, int is_error) {
    (void)is_error;
    forward(stream, stream->out, DATA, CHUNK);
}

const struct kind commands = {0, open_pipe, receive_bytes, read_pipe, write_input, NULL};
const struct kind shells, shell_lists, shell_ends, tcp_ports, engine_sockets;

/* --- tests --------------------------------------------------------------------------------------------------------- */

static int decode(enum frame_type type, size_t length, enum side sender) {
    static unsigned char content[0x1000000];
    struct buffer queue = {.capacity = sizeof content + HEADER};
    struct frame frame;
    memset(content, 1, 64);
    put_frame(&queue, type, 7, content, length);
    int found = next_frame(&queue, sender, &frame);
    if (found > 0) CHECK(frame.type == type && frame.length == length && frame.stream == 7 && buffer_length(&queue) == 0);
    buffer_free(&queue);
    return found;
}

static void frames_have_their_lengths(void) {
    static const struct {
        enum frame_type type;
        size_t shortest, longest;
        int by_platform, by_agent;
    } all[] = {
        {DATA, 1, 32768, 1, 1},  {END, 0, 0, 1, 1},      {CREDIT, 4, 4, 1, 1},    {CLOSE, 1, 1, 1, 1},
        {WELCOME, 2, 2, 1, 0},   {OPEN, 1, 262144, 1, 0}, {RESIZE, 4, 4, 1, 0},   {TYPE, 17, 32784, 1, 0},
        {HELLO, 8, 8, 0, 1},     {OPENED, 0, 541, 0, 1}, {REFUSED, 2, 257, 0, 1}, {EXIT, 1, 1, 0, 1},
        {ERROR, 1, 32768, 0, 1}, {READY, 0, 0, 0, 1},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        CHECK(decode(all[i].type, all[i].shortest, PLATFORM) == (all[i].by_platform ? 1 : -1));
        CHECK(decode(all[i].type, all[i].longest, AGENT) == (all[i].by_agent ? 1 : -1));
        enum side sender = all[i].by_platform ? PLATFORM : AGENT;
        CHECK(decode(all[i].type, all[i].longest, sender) == 1);
        CHECK(decode(all[i].type, all[i].longest + 1, sender) == -1);
        if (all[i].shortest > 0) CHECK(decode(all[i].type, all[i].shortest - 1, sender) == -1);
        CHECK(decode(all[i].type, 0xffffff, sender) == -1);
    }
    for (int type = 0; type < 256; type++) {
        int is_known = 0;
        for (size_t i = 0; i < sizeof all / sizeof *all; i++) is_known |= (int)all[i].type == type;
        if (is_known) continue;
        CHECK(decode((enum frame_type)type, 1, PLATFORM) == -1);
        CHECK(decode((enum frame_type)type, 1, AGENT) == -1);
    }
}

static void wrong_header_is_noticed_before_the_content(void) {
    unsigned char header[HEADER];
    struct frame frame;
    put_header(header, DATA, 1, MAX_DATA + 1);
    CHECK(next_frame(&(struct buffer){HEADER, 0, HEADER, header}, PLATFORM, &frame) == -1);
    put_header(header, DATA, 1, MAX_DATA);
    CHECK(next_frame(&(struct buffer){HEADER, 0, HEADER, header}, PLATFORM, &frame) == 0);
    CHECK(next_frame(&(struct buffer){HEADER, 0, HEADER - 1, header}, PLATFORM, &frame) == 0);
}

static void buffer_moves_its_content_to_make_room(void) {
    struct buffer buffer = {.capacity = 10};
    memcpy(buffer_space(&buffer, 10), "0123456789", 10);
    buffer_grow(&buffer, 10);
    CHECK(buffer_space(&buffer, 1) == NULL);
    buffer_drop(&buffer, 7);
    unsigned char *space = buffer_space(&buffer, 7);
    CHECK(space != NULL && memcmp(buffer.bytes + buffer.start, "789", 3) == 0 && buffer_length(&buffer) == 3);
    CHECK(buffer_space(&buffer, 8) == NULL);
    buffer_free(&buffer);
}

static void words_are_read(void) {
    static const unsigned char good[] = "\0\2\0\0\0\2ls\0\0\0\0\0\1\0\0\0\3A=b\0\0\0\1/";
    unsigned char bad[sizeof good + 1];
    struct words words;
    CHECK(read_words(good, sizeof good - 1, &words));
    CHECK(!strcmp(words.arguments[0], "ls") && !*words.arguments[1] && !words.arguments[2]);
    CHECK(!strcmp(words.variables[0], "A=b") && !words.variables[1] && !strcmp(words.folder, "/"));
    free_words(&words);
    for (uint32_t length = 0; length < sizeof good - 1; length++) CHECK(!read_words(good, length, &words));
    memcpy(bad, good, sizeof good);
    CHECK(!read_words(bad, sizeof good, &words)); /* one byte too many */
    bad[1] = 3;
    CHECK(!read_words(bad, sizeof good - 1, &words));
}

static void add(uint64_t writer, uint64_t offset, const char *text) {
    unsigned char content[100];
    put64(put64(content, writer), offset);
    memcpy(content + TYPE_FIELDS, text, strlen(text));
    CHECK(add_typing(content, TYPE_FIELDS + strlen(text)));
}

static void terminal_gets_each_byte_once(void) {
    int terminal[2];
    char typed[100] = "";
    unsigned char pairs[1 + 16 * MAX_WRITERS];
    CHECK(pipe2(terminal, O_NONBLOCK) == 0);
    add(5, 0, "abc");
    add(5, 3, "def"); /* one piece with the last one */
    add(5, 1, "bcdefg");
    add(6, 9, "X");
    add(5, 8, "i");
    add(5, 2, "cd");
    CHECK(type(terminal[1]) == 16 && !is_typing());
    CHECK(read(terminal[0], typed, sizeof typed) == 9 && !strcmp(typed, "abcdefgXi"));
    CHECK(put_writers(pairs) == pairs + 33 && pairs[0] == 2);
    CHECK(get64(pairs + 1) == 5 && get64(pairs + 9) == 9 && get64(pairs + 17) == 6 && get64(pairs + 25) == 10);
    add(7, 0, "waits");
    forget_typing();
    CHECK(!is_typing() && type(terminal[1]) == 0);
    close(terminal[0]);
    close(terminal[1]);
}

static void waiting_input_is_bounded(void) {
    static unsigned char content[TYPE_FIELDS + MAX_DATA];
    CHECK(add_typing(content, sizeof content) && add_typing(content, sizeof content));
    CHECK(!add_typing(content, TYPE_FIELDS + 1));
    forget_typing();
    for (int i = 0; i < INPUT_CREDIT; i++) {
        put64(content, (uint64_t)i % 3);
        CHECK(add_typing(content, TYPE_FIELDS + 1));
    }
    CHECK(!add_typing(content, TYPE_FIELDS + 1));
    int nowhere = open("/dev/null", O_WRONLY);
    CHECK(type(nowhere) == INPUT_CREDIT);
    close(nowhere);
}

static void history_keeps_the_last_bytes(void) {
    int terminal[2];
    static unsigned char bytes[4096];
    CHECK(pipe2(terminal, O_NONBLOCK) == 0);
    for (int i = 0; i < 200; i++) {
        memset(bytes, i, sizeof bytes);
        CHECK(write(terminal[1], bytes, 4000) == 4000 && read_history(terminal[0]));
        while (read_history(terminal[0])) {}
    }
    CHECK(history_end() == 800000 && history_begin() == 800000 - 512 * 1024);
    for (uint64_t at = history_begin(); at < history_end();) {
        size_t length = 1000;
        const unsigned char *part = history_at(at, &length);
        CHECK(length >= 1 && length <= 1000 && *part == (unsigned char)(at / 4000));
        at += length < history_end() - at ? length : history_end() - at;
    }
    close(terminal[0]);
    close(terminal[1]);
}

static int receive(enum frame_type type, const void *content, size_t length) {
    struct frame frame = {(uint8_t)type, (uint32_t)length, 1, content};
    return receive_on_stream(&frame);
}

static int credit(uint32_t amount) {
    unsigned char content[4];
    put32(content, amount);
    return receive(CREDIT, content, 4);
}

static void read_output(void) {
    struct pollfd polled[STREAM_POLLED * SLOTS];
    int count = watch_streams(polled);
    poll(polled, (nfds_t)(STREAM_POLLED * count), 0);
    serve_streams(polled, count);
}

static void platform_sends_no_more_than_it_may(void) {
    static unsigned char bytes[MAX_DATA];
    unsigned char kind = KIND_COMMAND;
    CHECK(receive(OPEN, &kind, 1) && sent.type == OPENED);
    fcntl(reader, F_SETPIPE_SZ, 4096);
    CHECK(receive(DATA, bytes, MAX_DATA) && receive(DATA, bytes, MAX_DATA));
    CHECK(sent.credit == 4096); /* what the pipe has accepted */
    CHECK(receive(DATA, bytes, 4096) && !receive(DATA, bytes, 1));
    for (ssize_t all = 0; all < 2 * MAX_DATA + 4096;) {
        ssize_t length = read(reader, bytes, sizeof bytes);
        if (length > 0) all += length;
        read_output();
    }
    CHECK(sent.credit <= 2 * MAX_DATA + 4096 && sent.credit > 2 * MAX_DATA);
    CHECK(receive(END, NULL, 0) && !receive(END, NULL, 0) && !receive(DATA, bytes, 1));
}

static void agent_sends_no_more_than_it_may(void) {
    static unsigned char bytes[MAX_DATA];
    CHECK(!credit(1)); /* more than the initial credit */
    for (int i = 0; i < 20; i++) {
        CHECK(write(output, bytes, CHUNK) == CHUNK || i > 8);
        read_output();
    }
    int waiting = 0;
    while (read_output(), write(output, bytes, CHUNK) > 0) waiting++;
    CHECK(waiting <= 4); /* only the pipe takes more */
    CHECK(credit(OUTPUT_CREDIT) && !credit(1));
    read_output();
    CHECK(credit(CHUNK) && !credit(1));
    unsigned char code = CANCELLED;
    CHECK(receive(CLOSE, &code, 1) && sent.type == CLOSE);
    CHECK(credit(1) && receive(CLOSE, &code, 1)); /* the stream has ended */
    close(reader);
    close(output);
}

static void numbers_only_rise(void) {
    unsigned char kind = KIND_COMMAND;
    CHECK(!receive(OPEN, &kind, 1));
    struct frame frame = {DATA, 1, 99, &kind};
    CHECK(!receive_on_stream(&frame));
    end_streams();
}

int main(void) {
    frames_have_their_lengths();
    wrong_header_is_noticed_before_the_content();
    buffer_moves_its_content_to_make_room();
    words_are_read();
    terminal_gets_each_byte_once();
    waiting_input_is_bounded();
    history_keeps_the_last_bytes();
    platform_sends_no_more_than_it_may();
    agent_sends_no_more_than_it_may();
    numbers_only_rise();
    printf("%s  parts of the agent\n", failed ? "FAIL" : "ok  ");
    return failed;
}
