package dev.slipway.preview.proxy;

import java.util.List;

/**
 * Maximum size of a message's head, as large as browsers and most servers accept. If a head is larger, the browser gets
 * an error page that names the limit.
 */
final class HeadLimit {
    static final int BYTES = 64 * 1024;

    /**
     * Maximum size of a head that the platform's server reads and writes. It is larger than {@link #BYTES}, so that a
     * request whose head slightly exceeds the limit still gets the error page, and because a proxy in front of the
     * platform adds headers.
     */
    static final int SERVER_BYTES = BYTES + 8 * 1024;

    /** Number of characters of a header line besides its name and value: colon, blank and end of line. */
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
