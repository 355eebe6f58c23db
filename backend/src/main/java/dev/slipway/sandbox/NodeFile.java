package dev.slipway.sandbox;

/** Text file that the platform writes on a node, at an absolute path. */
public record NodeFile(String path, String content, boolean executable) {
    public NodeFile {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a node's file has an absolute path: " + path);
        }
    }
}
