package dev.slipway.terminal.recording;

import dev.slipway.sandbox.TerminalSize;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/** Event to write into a recording. {@code at} is in microseconds since the epoch. */
sealed interface TapeEvent {

    long at();

    record Output(long at, ByteBuffer bytes) implements TapeEvent {}

    record Resized(long at, TerminalSize size) implements TapeEvent {}

    record Marked(long at, String label) implements TapeEvent {}

    /** Marks output that was discarded because the queue was full. */
    record Lost(long at, long bytes) implements TapeEvent {}

    /** Marks the end of the session. */
    record Ended(long at, OptionalInt status) implements TapeEvent {}

    /** Marks a stop of the platform. The session may continue after the restart. */
    record Paused(long at) implements TapeEvent {}
}
