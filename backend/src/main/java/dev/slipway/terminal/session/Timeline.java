package dev.slipway.terminal.session;

import dev.slipway.sandbox.TerminalSize;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Size changes and resets of a terminal, each at its offset in the output. Not thread-safe; the session's lock guards
 * it.
 */
final class Timeline {
    /**
     * Maximum number of marks: about as many as there are size changes while a user drags a pane's edge for a minute.
     * Without a limit, marks could fill the memory.
     */
    private static final int MOST = 256;

    private final Deque<Mark> marks = new ArrayDeque<>();
    private TerminalSize first;
    private long next;

    /**
     * Size change or reset that happened before the byte at an offset. The number distinguishes marks at the same
     * offset.
     */
    sealed interface Mark {
        long number();

        long offset();
    }

    record Resized(long number, long offset, TerminalSize size) implements Mark {}

    record Cleared(long number, long offset) implements Mark {}

    /** @param first size at the start */
    Timeline(TerminalSize first) {
        this.first = first;
    }

    /** Removes all marks and restarts with another size. Call this before any viewer has received a frame. */
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

    /** Removes the first mark, because the buffer drops the output before the mark. */
    void forgetFirst() {
        forget(marks.removeFirst());
    }

    private void forget(Mark mark) {
        if (mark instanceof Resized resized) {
            first = resized.size();
        }
    }

    /** Returns the number of the first mark at or after this offset. */
    long numberAt(long offset) {
        return marks.stream()
                .filter(mark -> mark.offset() >= offset)
                .mapToLong(Mark::number)
                .findFirst()
                .orElse(next);
    }

    /** Returns the first mark with this number or a higher one. */
    Optional<Mark> from(long number) {
        return marks.stream().filter(mark -> mark.number() >= number).findFirst();
    }

    /** Returns the size of the terminal before the mark with this number. */
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
