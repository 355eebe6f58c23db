package dev.slipway.check.gather;

import dev.slipway.check.fact.FileFact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * The first entry of a tar archive as the node engine's archive API sends it. The archive may be truncated at any byte.
 *
 * @param link the target of a symbolic link; empty for other entries
 */
record TarFile(FileFact fact, Optional<String> link) {
    /** Maximum length of a path in Linux. */
    private static final int MAX_LINK_LENGTH = 4096;

    /**
     * Maximum number of headers before the content; no engine sends as many. The limit is needed because the library
     * calls itself recursively for each header.
     */
    private static final int MAX_HEADERS = 8;

    /**
     * Returns the first entry; empty if the bytes are not an archive.
     *
     * @param limit maximum number of bytes of the content that are kept
     */
    static Optional<TarFile> firstOf(byte[] archive, int limit) {
        var bytes = new ByteArrayInputStream(archive);
        try (var entries = new Entries(bytes)) {
            var entry = entries.getNextEntry();
            return entry == null ? Optional.empty() : read(entry, entries, Math.min(limit, bytes.available()));
        } catch (IOException | RuntimeException e) {
            // The node may send anything, and the library reports some malformed headers with unchecked exceptions.
            return Optional.empty();
        }
    }

    /**
     * @param limit maximum number of bytes to read; not more than the rest of the archive has, because the library
     *     throws an exception at the end of the archive
     */
    private static Optional<TarFile> read(TarArchiveEntry entry, TarArchiveInputStream content, int limit)
            throws IOException {
        if (entry.isSymbolicLink()) {
            var target = entry.getLinkName();
            return target.length() > MAX_LINK_LENGTH
                    ? Optional.empty()
                    : Optional.of(new TarFile(FileFact.of(FileFact.Kind.OTHER), Optional.of(target)));
        }
        if (entry.isDirectory()) {
            return Optional.of(new TarFile(FileFact.of(FileFact.Kind.DIRECTORY), Optional.empty()));
        }
        if (entry.isSparse() || !isFile(entry)) {
            // No engine sends a sparse file; a few bytes of it could describe petabytes.
            return Optional.of(new TarFile(FileFact.of(FileFact.Kind.OTHER), Optional.empty()));
        }
        return Optional.of(new TarFile(file(content, entry.getSize(), limit), Optional.empty()));
    }

    /**
     * Returns whether the entry is a regular file. The library's own method also returns true for links and devices.
     */
    private static boolean isFile(TarArchiveEntry entry) {
        return entry.getLinkFlag() == TarConstants.LF_NORMAL || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
    }

    private static FileFact file(TarArchiveInputStream content, long size, int limit) throws IOException {
        var text = new String(content.readNBytes((int) Math.min(size, limit)), StandardCharsets.UTF_8);
        return new FileFact(FileFact.Kind.FILE, text, size > limit);
    }

    /** An archive with a limited number of headers. */
    private static final class Entries extends TarArchiveInputStream {
        private int headers;

        Entries(InputStream archive) {
            // Lenient mode: numbers that are not needed here, such as the owner's id, may be malformed.
            super(
                    archive,
                    TarConstants.DEFAULT_BLKSIZE,
                    TarConstants.DEFAULT_RCDSIZE,
                    StandardCharsets.UTF_8.name(),
                    true);
        }

        @Override
        protected byte[] readRecord() throws IOException {
            headers++;
            if (headers > MAX_HEADERS) {
                throw new IOException("more than " + MAX_HEADERS + " headers");
            }
            return super.readRecord();
        }
    }
}
