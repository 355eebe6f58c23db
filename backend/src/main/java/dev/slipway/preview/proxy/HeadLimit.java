package dev.slipway.preview.proxy;

import java.util.List;

/**
 * Maximum size of a message's head, as large as browsers and most servers accept. A larger head is answered with a page
 * that names the limit.
 */
final class HeadLimit {
    static final int BYTES = 64 * 1024;

    /**
     * Maximum that the platform's server reads and writes. It is larger, so that a head slightly above the limit still
     * gets that page, and because a proxy in front adds headers.
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
