package dev.slipway.check.fact;

/**
 * The state of a path in a container, an image or a node.
 *
 * @param text the beginning of the file as UTF-8, empty unless the path is a file
 * @param truncated whether the file is longer than {@code text}
 */
public record FileFact(Kind kind, String text, boolean truncated) {

    /** Returns the fact for a path that is not a file. */
    public static FileFact of(Kind kind) {
        return new FileFact(kind, "", false);
    }

    /** The kind of object at a path. */
    public enum Kind {
        /** The container or image does not exist. */
        NO_SUBJECT,
        /** Nothing exists at the path. */
        MISSING,
        FILE,
        DIRECTORY,
        /** A device, a socket, or symbolic links that form a loop. */
        OTHER
    }
}
