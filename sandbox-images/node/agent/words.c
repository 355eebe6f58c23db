#include "words.h"

#include "frame.h"

#include <stdlib.h>
#include <string.h>

struct cursor {
    const unsigned char *at, *end;
    char *text; /* where the next string is copied to */
};

static int read_count(struct cursor *cursor, size_t *count) {
    if (cursor->end - cursor->at < 2) return 0;
    *count = get16(cursor->at);
    cursor->at += 2;
    return 1;
}

/* Copies a string. It needs no more space than in the frame, where it has a length of four bytes. */
static char *read_string(struct cursor *cursor) {
    if (cursor->end - cursor->at < 4) return NULL;
    uint32_t length = get32(cursor->at);
    cursor->at += 4;
    if (length > (size_t)(cursor->end - cursor->at) || memchr(cursor->at, 0, length)) return NULL;
    char *copy = cursor->text;
    memcpy(copy, cursor->at, length);
    copy[length] = 0;
    cursor->at += length;
    cursor->text += length + 1;
    return copy;
}

static char **read_strings(struct cursor *cursor) {
    size_t count;
    if (!read_count(cursor, &count)) return NULL;
    char **strings = calloc(count + 1, sizeof *strings);
    for (size_t i = 0; strings && i < count; i++) {
        strings[i] = read_string(cursor);
        if (strings[i]) continue;
        free(strings);
        return NULL;
    }
    return strings;
}

static int are_variables(char **strings) {
    for (; *strings; strings++)
        if (**strings == '=' || !strchr(*strings, '=')) return 0;
    return 1;
}

int read_words(const unsigned char *fields, uint32_t length, struct words *words) {
    *words = (struct words){.text = malloc(length + 1)};
    struct cursor cursor = {fields, fields + length, words->text};
    if (words->text && (words->arguments = read_strings(&cursor)) && words->arguments[0] &&
        (words->variables = read_strings(&cursor)) && are_variables(words->variables) &&
        (words->folder = read_string(&cursor)) && cursor.at == cursor.end)
        return 1;
    free_words(words);
    return 0;
}

void free_words(struct words *words) {
    free(words->arguments);
    free(words->variables);
    free(words->text);
    *words = (struct words){0};
}
