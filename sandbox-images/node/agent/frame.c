#include "frame.h"

#include <string.h>

struct rule {
    int senders;
    uint32_t shortest, longest;
};

static struct rule rule_of(uint8_t type) {
    switch (type) {
    case DATA: return (struct rule){PLATFORM | AGENT, 1, MAX_DATA};
    case END: return (struct rule){PLATFORM | AGENT, 0, 0};
    case CREDIT: return (struct rule){PLATFORM | AGENT, 4, 4};
    case CLOSE: return (struct rule){PLATFORM | AGENT, 1, 1};
    case WELCOME: return (struct rule){PLATFORM, 2, 2};
    case OPEN: return (struct rule){PLATFORM, 1, MAX_OPEN};
    case RESIZE: return (struct rule){PLATFORM, 4, 4};
    case TYPE: return (struct rule){PLATFORM, TYPE_FIELDS + 1, TYPE_FIELDS + MAX_DATA};
    case HELLO: return (struct rule){AGENT, 8, 8};
    case OPENED: return (struct rule){AGENT, 0, OPENED_SHELL + 16 * MAX_WRITERS};
    case REFUSED: return (struct rule){AGENT, 2, 2 + 255};
    case EXIT: return (struct rule){AGENT, 1, 1};
    case ERROR: return (struct rule){AGENT, 1, MAX_DATA};
    case READY: return (struct rule){AGENT, 0, 0};
    default: return (struct rule){0, 0, 0};
    }
}

/* An offset of a writer must not overflow. */
static int has_valid_content(const struct frame *frame) {
    if (frame->type == TYPE) return get64(frame->content + 8) <= UINT64_MAX - (frame->length - TYPE_FIELDS);
    if (frame->type == CREDIT) return get32(frame->content) > 0;
    return 1;
}

int next_frame(struct buffer *queue, enum side sender, struct frame *frame) {
    size_t available = buffer_length(queue);
    if (available < HEADER) return 0;
    const unsigned char *at = queue->bytes + queue->start;
    *frame = (struct frame){at[0], get32(at) & 0xffffff, get32(at + 4), at + HEADER};
    struct rule rule = rule_of(frame->type);
    if (!(rule.senders & (int)sender) || frame->length < rule.shortest || frame->length > rule.longest) return -1;
    if (available < HEADER + frame->length) return 0;
    if (!has_valid_content(frame)) return -1;
    buffer_drop(queue, HEADER + frame->length);
    return 1;
}

void put_header(unsigned char *at, enum frame_type type, uint32_t stream, size_t length) {
    put32(put32(at, (uint32_t)type << 24 | (uint32_t)length), stream);
}

int put_frame(struct buffer *queue, enum frame_type type, uint32_t stream, const void *content, size_t length) {
    unsigned char *space = buffer_space(queue, HEADER + length);
    if (!space) return 0;
    put_header(space, type, stream, length);
    if (length > 0) memcpy(space + HEADER, content, length);
    buffer_grow(queue, HEADER + length);
    return 1;
}
