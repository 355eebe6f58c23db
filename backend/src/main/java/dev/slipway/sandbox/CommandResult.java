package dev.slipway.sandbox;

/**
 * The result of a command in a node. Output beyond the caller's limit is dropped, and {@code truncated} is true then.
 */
public record CommandResult(int exitStatus, String output, String error, boolean truncated) {
    /** Returns whether the exit status is 0. */
    public boolean succeeded() {
        return exitStatus == 0;
    }
}
