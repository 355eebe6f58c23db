package dev.slipway.sandbox.agent;

/** Codes of the frames Close and Refused. */
final class Codes {
    static final int CANCELLED = 1;
    static final int TOO_MANY = 4;

    private Codes() {}

    /** Returns a code as a sentence without its full stop. */
    static String text(int code) {
        return switch (code) {
            case 1 -> "the stream was cancelled";
            case 2 -> "a newer stream has replaced this one";
            case 3 -> "nothing listens there";
            case 4 -> "the node has too many open streams";
            case 6 -> "the shell was killed";
            default -> "the node's agent failed";
        };
    }
}
