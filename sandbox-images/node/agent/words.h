/* The fields of Open for a command. */
#ifndef WORDS_H
#define WORDS_H

#include <stdint.h>

struct words {
    char **arguments, **variables; /* each ends with NULL */
    char *folder;
    char *text;
};

/* Returns 0 if the fields are invalid. Otherwise the caller must call free_words. */
int read_words(const unsigned char *fields, uint32_t length, struct words *words);
void free_words(struct words *words);

#endif
