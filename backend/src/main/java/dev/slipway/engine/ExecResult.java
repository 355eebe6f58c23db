package dev.slipway.engine;

/**
 * The result of a process in a container. {@code truncated} is true if the process wrote more than the caller's limit;
 * the rest was dropped.
 */
public record ExecResult(int exitStatus, String output, String error, boolean truncated) {
    /** Returns whether the exit status is 0. */
    public boolean succeeded() {
        return exitStatus == 0;
    }
}
