package dev.slipway.shared;

/**
 * A text that can be looked at so often and no more: a pattern that goes back and forth over a text that a learner has
 * made for it would otherwise never come to an end. For one thread.
 */
public final class BoundedText implements CharSequence {
    /** A tenth of a second; a sensible pattern needs a hundredth of that for the longest fact. */
    private static final int MAX_LOOKS = 5_000_000;

    private final String text;
    private int looks;

    public BoundedText(String text) {
        this.text = text;
    }

    /** A pattern has looked too often. */
    public static final class ExhaustedException extends RuntimeException {
        ExhaustedException() {
            super("pattern takes too long");
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks > MAX_LOOKS) {
            throw new ExhaustedException();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
