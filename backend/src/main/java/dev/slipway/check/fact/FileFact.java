package dev.slipway.check.fact;

/**
 * What lies at a path.
 *
 * @param text the file's beginning as UTF-8, empty for all but a file
 * @param truncated whether the file goes on after that
 */
public record FileFact(Kind kind, String text, boolean truncated) {

    /** A path at which there is no file with content. */
    public static FileFact of(Kind kind) {
        return new FileFact(kind, "", false);
    }

    /** What was found. */
    public enum Kind {
        /** There is no such container or image. */
        NO_SUBJECT,
        /** There is nothing at the path. */
        MISSING,
        FILE,
        DIRECTORY,
        /** A device, a socket, a link that leads nowhere. */
        OTHER
    }
}
