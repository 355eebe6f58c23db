/* The list of the shells, and the end of a shell. */
#define _GNU_SOURCE
#include "shell.h"

#include "connection.h"
#include "holder.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_SHELLS = CHUNK / 2 }; /* one frame, and more than the processes that a node may have */

static int is_running(int shell) {
    int holder = connect_to(holder_address(shell));
    if (holder >= 0) close(holder);
    return holder >= 0 || errno == EAGAIN; /* so many callers wait for it */
}

/* Returns -1 if this is not the name of a holder's socket. */
static int shell_named(const char *name) {
    int shell, length = 0;
    if (sscanf(name, "shell-%5d%n", &shell, &length) != 1 || name[length]) return -1;
    return shell >= 0 && shell <= UINT16_MAX ? shell : -1;
}

static int by_number(const void *one, const void *other) {
    return *(const uint16_t *)one - *(const uint16_t *)other;
}

static size_t find_shells(uint16_t *found) {
    size_t count = 0;
    DIR *folder = opendir(shells_folder());
    if (!folder) return 0;
    for (struct dirent *entry; count < MAX_SHELLS && (entry = readdir(folder));) {
        int shell = shell_named(entry->d_name);
        if (shell >= 0 && is_running(shell)) found[count++] = (uint16_t)shell;
    }
    closedir(folder);
    qsort(found, count, sizeof *found, by_number);
    return count;
}

static int list_shells(struct stream *stream, const struct frame *frame) {
    uint16_t found[MAX_SHELLS];
    unsigned char content[2 * MAX_SHELLS], *at = content;
    if (frame->length != 1) return 0;
    size_t count = find_shells(found);
    for (size_t i = 0; i < count; i++) at = put16(at, found[i]);
    opened(stream);
    if (count > 0) send_frame(DATA, stream->id, content, 2 * count);
    finish(stream, 0);
    return 1;
}

static void confirm_end(struct stream *stream) {
    opened(stream);
    finish(stream, 0);
}

static int end_shell(struct stream *stream, const struct frame *frame) {
    unsigned char open[HEADER + 3];
    if (frame->length != 3) return 0;
    put_header(open, OPEN, 0, 3);
    memcpy(open + HEADER, frame->content, 3);
    stream->out = connect_to(holder_address(get16(frame->content + 1)));
    if (stream->out < 0 && errno == EAGAIN) {
        refuse(stream, FAILED, "the shell has too many callers");
    } else if (stream->out < 0 || write(stream->out, open, sizeof open) < 0) {
        confirm_end(stream);
    }
    return 1;
}

/* The holder answers by closing the connection. */
static void read_end(struct stream *stream, int is_error) {
    (void)is_error;
    char none;
    if (read(stream->out, &none, 1) < 0 && would_block()) return;
    confirm_end(stream);
}

/* Only credit is allowed, and means nothing. */
static int receive_nothing(struct stream *stream, const struct frame *frame) {
    (void)stream;
    return frame->type == CREDIT;
}

const struct kind shell_lists = {0, list_shells, receive_nothing, NULL, NULL, NULL};
const struct kind shell_ends = {1, end_shell, receive_nothing, read_end, NULL, NULL};
