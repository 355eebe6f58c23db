package dev.slipway.sandbox;

/**
 * The result of a command in a node. {@code truncated} is true if the command wrote more than the caller's limit; the
 * rest was dropped.
 */
public record CommandResult(int exitStatus, String output, String error, boolean truncated) {
    /** Returns whether the exit status is 0. */
    public boolean succeeded() {
        return exitStatus == 0;
    }
}
