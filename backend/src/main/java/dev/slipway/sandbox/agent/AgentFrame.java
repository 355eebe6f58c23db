package dev.slipway.sandbox.agent;

import dev.slipway.sandbox.TerminalSize;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Frame of the agent protocol, version 1. docs/agent-protocol.md explains each frame and each field. */
@SuppressWarnings("ArrayRecordComponent") // frames are never compared
sealed interface AgentFrame {

    /** Maximum number of data bytes in one frame. */
    int MAX_DATA = 32 * 1024;

    /** Maximum length of the content of Open, which contains a command with its environment. */
    int MAX_OPEN = 256 * 1024;

    /** Number of bytes of input that the platform may send on a new stream. */
    int INPUT_CREDIT = 64 * 1024;

    /** Number of bytes of output that the agent may send on a new stream. */
    int OUTPUT_CREDIT = 128 * 1024;

    /** Maximum number of streams that one connection has open at a time. */
    int MAX_STREAMS = 256;

    /** Maximum number of writers in Opened. */
    int MAX_WRITERS = 32;

    sealed interface FromPlatform extends AgentFrame {}

    sealed interface FromAgent extends AgentFrame {}

    record Data(byte[] bytes) implements FromPlatform, FromAgent {}

    record End() implements FromPlatform, FromAgent {}

    record Credit(long bytes) implements FromPlatform, FromAgent {}

    record Close(int code) implements FromPlatform, FromAgent {}

    record Welcome(int version) implements FromPlatform {}

    record Open(Target target) implements FromPlatform {}

    record Resize(TerminalSize size) implements FromPlatform {}

    record Type(long writer, long offset, byte[] bytes) implements FromPlatform {}

    record Hello(int oldest, int newest) implements FromAgent {}

    record Opened() implements FromAgent {}

    /**
     * Answer to the request for a shell.
     *
     * @param typed for each writer, how much of its input the terminal has accepted
     */
    record ShellOpened(long epoch, long from, long historyEnd, TerminalSize size, Map<Long, Long> typed)
            implements FromAgent {}

    record Refused(int code, String text) implements FromAgent {}

    record Exit(int status) implements FromAgent {}

    record ErrorData(byte[] bytes) implements FromAgent {}

    record Ready() implements FromAgent {}

    /** The endpoint of a stream. */
    sealed interface Target {

        /** @param columns columns of the terminal; 0 columns and rows keep the size of a running shell */
        record Shell(int number, int columns, int rows, long epoch, long offset) implements Target {}

        /** A command with at least one word, its additional environment as {@code NAME=VALUE}, and its working folder. */
        record Command(List<String> arguments, List<String> environment, String folder) implements Target {
            public Command {
                arguments = List.copyOf(arguments);
                environment = List.copyOf(environment);
                if (arguments.isEmpty()
                        || folder.indexOf(0) >= 0
                        || Stream.concat(arguments.stream(), environment.stream())
                                .anyMatch(word -> word.indexOf(0) >= 0)) {
                    throw new IllegalArgumentException("a command has at least one word, and no word a byte 0");
                }
            }
        }

        record Port(int number, boolean overIpv6) implements Target {}

        record Engine() implements Target {}

        record Shells() implements Target {}

        record EndShell(int number) implements Target {}
    }
}
