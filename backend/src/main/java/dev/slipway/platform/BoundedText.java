package dev.slipway.platform;

/**
 * A text of which a limited number of characters can be read. The limit stops a regular expression that would backtrack
 * almost without end over a text that a learner has written for that purpose. Not thread-safe.
 */
public final class BoundedText implements CharSequence {
    /**
     * Maximum number of reads, which together take a tenth of a second. A sensible pattern needs a hundredth of them
     * for the longest fact.
     */
    private static final int MAX_LOOKS = 5_000_000;

    private final String text;
    private int looks;

    public BoundedText(String text) {
        this.text = text;
    }

    /** Thrown when a pattern has read more characters than the limit. */
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
