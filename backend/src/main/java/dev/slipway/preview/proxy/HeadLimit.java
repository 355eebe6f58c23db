package dev.slipway.preview.proxy;

import java.util.List;

/** How large the head of a message may be: what browsers and most servers bear. Beyond it, a page names the limit. */
final class HeadLimit {
    static final int BYTES = 64 * 1024;

    /**
     * What the platform's server reads and writes at most: some room beyond, so that what is a little too large still gets
     * that page, and for the headers that a proxy in front adds.
     */
    static final int SERVER_BYTES = BYTES + 8 * 1024;

    /** Colon, blank and end of line. */
    private static final int AROUND = 4;

    private HeadLimit() {}

    static boolean isExceeded(int firstLine, List<HeaderLine> head) {
        return firstLine
                        + head.stream()
                                .mapToLong(line ->
                                        line.name().length() + line.value().length() + AROUND)
                                .sum()
                > BYTES;
    }
}
