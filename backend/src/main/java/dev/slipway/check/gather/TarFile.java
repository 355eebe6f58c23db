package dev.slipway.check.gather;

import dev.slipway.check.fact.FileFact;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The first entry of a tar archive as the node engine's archive API sends it (POSIX ustar, with extended headers where
 * a name is long). The archive may be truncated at any byte.
 *
 * @param link the target of a symbolic link; empty for other entries
 */
record TarFile(FileFact fact, Optional<String> link) {
    private static final int BLOCK = 512;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int TYPE_AT = 156;
    private static final int LINK_AT = 157;
    private static final int LINK_LENGTH = 100;
    /** Maximum number of extended headers in sequence; no engine sends that many. */
    private static final int MAX_HEADERS = 8;

    /** Returns the first entry; empty if the bytes are not an archive. */
    static Optional<TarFile> firstOf(byte[] archive, int limit) {
        var at = 0;
        for (var header = 0; header < MAX_HEADERS && at + BLOCK <= archive.length; header++) {
            var size = size(archive, at);
            var type = (char) archive[at + TYPE_AT];
            if (size < 0) {
                return Optional.empty();
            }
            switch (type) {
                case 'x', 'g', 'L', 'K' -> at = after(at, size, archive.length);
                case '0', '\0' -> {
                    return Optional.of(new TarFile(file(archive, at + BLOCK, size, limit), Optional.empty()));
                }
                case '2' -> {
                    var target = text(archive, at + LINK_AT, LINK_LENGTH);
                    return Optional.of(new TarFile(FileFact.of(FileFact.Kind.OTHER), Optional.of(target)));
                }
                case '5' -> {
                    return Optional.of(new TarFile(FileFact.of(FileFact.Kind.DIRECTORY), Optional.empty()));
                }
                default -> {
                    return Optional.of(new TarFile(FileFact.of(FileFact.Kind.OTHER), Optional.empty()));
                }
            }
        }
        return Optional.empty();
    }

    private static FileFact file(byte[] archive, int from, long size, int limit) {
        var end = (int) Math.min(archive.length, from + Math.min(size, limit));
        var text = new String(Arrays.copyOfRange(archive, from, end), StandardCharsets.UTF_8);
        return new FileFact(FileFact.Kind.FILE, text, end - from < size);
    }

    private static int after(int at, long size, int length) {
        var next = at + BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
        return (int) Math.min(next, length);
    }

    private static long size(byte[] archive, int header) {
        try {
            return Long.parseLong(text(archive, header + SIZE_AT, SIZE_LENGTH).strip(), 8);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String text(byte[] archive, int from, int length) {
        var end = from;
        while (end < from + length && archive[end] != 0) {
            end++;
        }
        return new String(archive, from, end - from, StandardCharsets.UTF_8);
    }
}
