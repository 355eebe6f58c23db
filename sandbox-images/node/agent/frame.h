/* Frames of docs/agent-protocol.md, between platform and agent, and with stream 0 between agent and the holder of a shell. */
#ifndef FRAME_H
#define FRAME_H

#include "buffer.h"

#include <stdint.h>

enum frame_type {
    DATA = 0x01,
    END = 0x02,
    CREDIT = 0x03,
    CLOSE = 0x04,
    WELCOME = 0x10,
    OPEN = 0x11,
    RESIZE = 0x12,
    TYPE = 0x13,
    HELLO = 0x20,
    OPENED = 0x21,
    REFUSED = 0x22,
    EXIT = 0x23,
    ERROR = 0x24,
    READY = 0x25,
};

/* Codes of Close and Refused. */
enum code { CANCELLED = 1, REPLACED = 2, NOTHING_THERE = 3, TOO_MANY = 4, FAILED = 5, KILLED = 6 };

enum { KIND_SHELL = 1, KIND_COMMAND = 2, KIND_TCP = 3, KIND_ENGINE = 4, KIND_LIST = 5, KIND_END = 6 };

enum {
    HEADER = 8,
    MAX_DATA = 32768,
    MAX_OPEN = 262144,
    TYPE_FIELDS = 16,         /* writer and offset, before the bytes */
    CHUNK = 16384,            /* our largest Data frame: the echo of a key waits for at most one frame of each stream */
    INPUT_CREDIT = 65536,     /* of the platform, at the beginning of a stream */
    OUTPUT_CREDIT = 131072,   /* of the agent */
    COLLECTED_CREDIT = 4096,  /* a Credit frame is sent when this much is due */
    MAX_WRITERS = 32,
    OPENED_SHELL = 29,        /* length of Opened without the writers */
    OPEN_SHELL = 23,          /* length of Open of a shell, with its kind */
};

/* The side that sends frames. A holder sends as an agent, and an agent to a holder as the platform. */
enum side { PLATFORM = 1, AGENT = 2 };

struct frame {
    uint8_t type;
    uint32_t length, stream;
    const unsigned char *content;
};

/*
 * Takes the first frame from the queue. Returns 1 if there was one, 0 if more bytes are needed, and -1 if its sender must not
 * send it. The content is valid until the queue is read or written again.
 */
int next_frame(struct buffer *queue, enum side sender, struct frame *frame);

/* Appends a frame. Returns 0 if it does not fit. */
int put_frame(struct buffer *queue, enum frame_type type, uint32_t stream, const void *content, size_t length);

void put_header(unsigned char *at, enum frame_type type, uint32_t stream, size_t length);

static inline uint16_t get16(const unsigned char *at) {
    return (uint16_t)(at[0] << 8 | at[1]);
}

static inline uint32_t get32(const unsigned char *at) {
    return (uint32_t)get16(at) << 16 | get16(at + 2);
}

static inline uint64_t get64(const unsigned char *at) {
    return (uint64_t)get32(at) << 32 | get32(at + 4);
}

static inline unsigned char *put16(unsigned char *at, uint16_t value) {
    at[0] = (unsigned char)(value >> 8);
    at[1] = (unsigned char)value;
    return at + 2;
}

static inline unsigned char *put32(unsigned char *at, uint32_t value) {
    return put16(put16(at, (uint16_t)(value >> 16)), (uint16_t)value);
}

static inline unsigned char *put64(unsigned char *at, uint64_t value) {
    return put32(put32(at, (uint32_t)(value >> 32)), (uint32_t)value);
}

#endif
