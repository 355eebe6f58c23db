package dev.slipway.engine;

/** What a command left behind. Output beyond the limit that the caller gave is cut off and {@code truncated} says so. */
public record CommandResult(int exitStatus, String output, String error, boolean truncated) {
    public boolean succeeded() {
        return exitStatus == 0;
    }
}
