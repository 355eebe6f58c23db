package dev.slipway.engine;

/**
 * The result of a process in a container. Output beyond the caller's limit is dropped, and {@code truncated} is true
 * then.
 */
public record ExecResult(int exitStatus, String output, String error, boolean truncated) {
    /** Returns whether the exit status is 0. */
    public boolean succeeded() {
        return exitStatus == 0;
    }
}
