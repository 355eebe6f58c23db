package dev.slipway.terminal.recording;

import dev.slipway.engine.TerminalSize;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/** Something to write into a recording. {@code at} is in microseconds since the epoch. */
sealed interface TapeEvent {

    long at();

    record Output(long at, ByteBuffer bytes) implements TapeEvent {}

    record Resized(long at, TerminalSize size) implements TapeEvent {}

    record Marked(long at, String label) implements TapeEvent {}

    /** So many bytes of output came faster than they could be written. */
    record Lost(long at, long bytes) implements TapeEvent {}

    /** The session is over. */
    record Ended(long at, OptionalInt status) implements TapeEvent {}

    /** The platform stops; the session may go on later. */
    record Paused(long at) implements TapeEvent {}
}
