package dev.slipway.platform;

/**
 * A text of which a limited number of characters can be read. It stops a regular expression that backtracks without end
 * over a text that a learner has written for that purpose. Not safe for several threads.
 */
public final class BoundedText implements CharSequence {
    /** So many reads take a tenth of a second; a sensible pattern needs a hundredth of that for the longest fact. */
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
