package dev.slipway.terminal.session;

import dev.slipway.engine.TerminalSize;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What happened to a terminal between its bytes of output: new sizes and resets, each at its offset. Not for use by
 * several threads at once; its session's lock guards it.
 */
final class Timeline {
    /** Somebody who drags a pane's edge for a minute; more would only serve to fill memory. */
    private static final int MOST = 256;

    private final Deque<Mark> marks = new ArrayDeque<>();
    private TerminalSize first;
    private long next;

    /** Something that happened before the byte at an offset. Numbers tell marks at one offset apart. */
    sealed interface Mark {
        long number();

        long offset();
    }

    record Resized(long number, long offset, TerminalSize size) implements Mark {}

    record Cleared(long number, long offset) implements Mark {}

    /** @param first the size at the start */
    Timeline(TerminalSize first) {
        this.first = first;
    }

    /** Starts again with another size; nothing was told to anybody. */
    void startWith(TerminalSize size) {
        marks.clear();
        first = size;
    }

    void resized(long offset, TerminalSize size) {
        if (marks.peekLast() instanceof Resized last && last.offset() == offset) {
            marks.removeLast();
        }
        add(new Resized(next++, offset, size));
    }

    void cleared(long offset) {
        add(new Cleared(next++, offset));
    }

    private void add(Mark mark) {
        marks.addLast(mark);
        if (marks.size() > MOST) {
            forget(marks.removeFirst());
        }
    }

    Optional<Mark> first() {
        return Optional.ofNullable(marks.peekFirst());
    }

    /** Forgets the first mark, because the output before it is forgotten. */
    void forgetFirst() {
        forget(marks.removeFirst());
    }

    private void forget(Mark mark) {
        if (mark instanceof Resized resized) {
            first = resized.size();
        }
    }

    /** Number of the first mark at this offset or behind. */
    long numberAt(long offset) {
        return marks.stream()
                .filter(mark -> mark.offset() >= offset)
                .mapToLong(Mark::number)
                .findFirst()
                .orElse(next);
    }

    /** The first mark of this number or a later one. */
    Optional<Mark> from(long number) {
        return marks.stream().filter(mark -> mark.number() >= number).findFirst();
    }

    /** The size that holds before the mark of this number. */
    TerminalSize sizeBefore(long number) {
        var size = first;
        for (var mark : marks) {
            if (mark.number() >= number) {
                break;
            }
            if (mark instanceof Resized resized) {
                size = resized.size();
            }
        }
        return size;
    }
}
