package dev.slipway.sandbox.agent;

import dev.slipway.engine.support.BoundedOutput;
import dev.slipway.engine.support.Deadline;
import dev.slipway.engine.support.Remaining;
import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.sandbox.agent.AgentFrame.Target;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Streams into one node through its agent. Each stream uses the connection that is open when the stream is opened.
 *
 * @param typed callback that is called before each input of a shell is written
 */
public record AgentStreams(Agents agents, String container, Runnable typed) {
    /** Number of bytes that are kept of the standard error of a stream that is not read as a command. */
    private static final int ERROR_LIMIT = 4096;

    private static final String FOLDER = "/root";
    private static final long NO_OFFSET = 0;
    private static final long NO_EPOCH = 0;

    /** Maximum number of bytes in a list of shells. */
    private static final int LIST_LIMIT = 16 * 1024;

    private static final Duration LIST_TIME = Duration.ofSeconds(10);

    /** @throws NodeException if the node cannot be reached */
    public NodeStream open(StreamRequest request) {
        return switch (request) {
            case StreamRequest.Shell shell -> shell(shell);
            case StreamRequest.Command command -> plain(target(command), ERROR_LIMIT);
            case StreamRequest.Port(int number, boolean overIpv6) ->
                plain(new Target.Port(number, overIpv6), ERROR_LIMIT);
            case StreamRequest.Probe(int number) -> probe(new Target.Port(number, false));
            case StreamRequest.NodeEngine() -> plain(new Target.Engine(), ERROR_LIMIT);
        };
    }

    private NodeStream shell(StreamRequest.Shell request) {
        var columns = request.size().map(TerminalSize::columns).orElse(0);
        var rows = request.size().map(TerminalSize::rows).orElse(0);
        var target = new Target.Shell(request.number(), columns, rows, NO_EPOCH, NO_OFFSET);
        var stream = agents.connection(container)
                .open(target, (connection, number, memory) -> new ShellStream(connection, number, memory, typed));
        try {
            stream.awaitShell(agents.answerTime());
            return stream;
        } catch (NodeException e) {
            stream.close();
            throw e;
        }
    }

    private AgentStream probe(Target target) {
        return agents.connection(container)
                .open(target, (connection, number, memory) -> new ProbeStream(connection, number, memory, ERROR_LIMIT));
    }

    private AgentStream plain(Target target, int errorLimit) {
        return agents.connection(container)
                .open(target, (connection, number, memory) -> new AgentStream(connection, number, memory, errorLimit));
    }

    private static Target.Command target(StreamRequest.Command command) {
        return new Target.Command(command.command(), List.of(), FOLDER);
    }

    /**
     * Runs a command and waits until it ends; output and error are cut at {@code outputLimit} bytes each.
     *
     * @throws NodeException if the command cannot be started or has not ended after the timeout
     */
    public CommandResult run(StreamRequest.Command command, Duration timeout, int outputLimit) {
        var remaining = Remaining.of(timeout);
        var output = new BoundedOutput(outputLimit);
        var stream = plain(target(command), outputLimit);
        var deadline = Deadline.closing(stream, remaining.time());
        try (stream;
                deadline) {
            stream.input().close();
            output.readAll(stream.output(), BoundedOutput.MOST_OF_A_COMMAND);
            var status = stream.exitStatus(remaining.time());
            return new CommandResult(
                    status, output.text(), stream.error(), output.truncated() || stream.errorTruncated());
        } catch (IOException | NodeException e) {
            var reason = deadline.expired() ? Reason.TIMED_OUT : Reason.UNREACHABLE;
            throw new NodeException(
                    reason, command.command().getFirst() + " in " + container + ": " + e.getMessage(), e);
        }
    }

    /** Returns the numbers of the shells that run in the node. */
    public Set<Integer> shells() {
        var stream = plain(new Target.Shells(), ERROR_LIMIT);
        try (stream;
                var _ = Deadline.closing(stream, LIST_TIME)) {
            var numbers = numbers(stream.output());
            stream.exitStatus(LIST_TIME);
            return numbers;
        } catch (IOException e) {
            throw new NodeException(Reason.UNREACHABLE, "the shells of " + container + " are unknown", e);
        }
    }

    private static Set<Integer> numbers(InputStream output) throws IOException {
        var list = output.readNBytes(LIST_LIMIT);
        var numbers = new TreeSet<Integer>();
        var source = new DataInputStream(new ByteArrayInputStream(list));
        while (source.available() >= Short.BYTES) {
            numbers.add(source.readUnsignedShort());
        }
        return numbers;
    }

    /** Ends a shell and all processes in it, and waits for that. */
    public void endShell(int number) {
        var stream = plain(new Target.EndShell(number), ERROR_LIMIT);
        try (stream;
                var _ = Deadline.closing(stream, LIST_TIME)) {
            stream.output().readNBytes(1);
            stream.exitStatus(LIST_TIME);
        } catch (IOException e) {
            throw new NodeException(Reason.UNREACHABLE, "shell " + number + " of " + container + " was not ended", e);
        }
    }
}
