package dev.slipway.sandbox.agent;

import dev.slipway.engine.support.BoundedOutput;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stream to a command, a port or the engine's socket. It is usable as soon as it was requested; a refusal ends its
 * output, with the reason as {@link #error()}. The connection's thread calls the methods that receive frames.
 */
class AgentStream implements NodeStream {
    private final AgentConnection connection;
    private final long number;
    private final ReceivedBytes output;
    private final SendCredit credit = new SendCredit();
    private final BoundedOutput error;
    private final CompletableFuture<AgentFrame.FromAgent> answer = new CompletableFuture<>();
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private final OutputStream input = new Input();
    private final long requested = System.nanoTime();

    // Only the connection's thread uses these fields.
    private long outputCredit = AgentFrame.OUTPUT_CREDIT;
    private boolean wasAnswered;
    private boolean outputEnded;

    AgentStream(AgentConnection connection, long number, ReceiveMemory memory, int errorLimit) {
        this.connection = connection;
        this.number = number;
        this.error = new BoundedOutput(errorLimit);
        this.output = new ReceivedBytes(memory, this::giveCredit);
    }

    final long number() {
        return number;
    }

    /**
     * Handles a frame of this stream.
     *
     * @return whether this was the stream's last frame
     * @throws AgentProtocolException if the frame is not allowed now
     */
    final boolean receive(AgentFrame.FromAgent frame) throws IOException {
        if (!wasAnswered && !isAnswer(frame)) {
            throw new AgentProtocolException("a stream sends frames before it is open");
        }
        switch (frame) {
            case AgentFrame.Opened _, AgentFrame.ShellOpened _ -> opened(frame);
            case AgentFrame.Refused refusal -> refused(refusal.text());
            case AgentFrame.Data(var bytes) -> data(bytes);
            case AgentFrame.ErrorData(var bytes) -> errorData(bytes);
            case AgentFrame.Credit(var bytes) -> credit.add(bytes);
            case AgentFrame.End() -> outputEnds();
            case AgentFrame.Exit(var code) -> exited(code);
            case AgentFrame.Close(var code) -> lost(Codes.text(code));
            case AgentFrame.Hello _, AgentFrame.Ready _ ->
                throw new AgentProtocolException("a stream sends a frame of the connection");
        }
        return frame instanceof AgentFrame.Refused
                || frame instanceof AgentFrame.Exit
                || frame instanceof AgentFrame.Close;
    }

    private static boolean isAnswer(AgentFrame.FromAgent frame) {
        return frame instanceof AgentFrame.Opened
                || frame instanceof AgentFrame.ShellOpened
                || frame instanceof AgentFrame.Refused
                || frame instanceof AgentFrame.Close;
    }

    private void opened(AgentFrame.FromAgent frame) throws AgentProtocolException {
        if (wasAnswered) {
            throw new AgentProtocolException("a stream is opened twice");
        }
        wasAnswered = true;
        answer.complete(frame);
    }

    private void refused(String text) throws AgentProtocolException {
        if (wasAnswered) {
            throw new AgentProtocolException("a stream is refused after it was opened");
        }
        complain(text);
        output.end();
        lost(text);
    }

    /** Stores the reason as the stream's error message, if it has none. */
    private void complain(String reason) {
        if (!status.isDone() && error.text().isEmpty()) {
            var bytes = reason.getBytes(StandardCharsets.UTF_8);
            error.write(bytes, 0, bytes.length);
        }
    }

    private void data(byte[] bytes) throws IOException {
        use(bytes.length);
        if (!output.add(bytes)) {
            connection.close(this, "too many bytes wait to be read");
        }
    }

    /** Standard error beyond its limit is dropped, so the agent gets new credit at once. */
    private void errorData(byte[] bytes) throws IOException {
        use(bytes.length);
        error.write(bytes, 0, bytes.length);
        giveCredit(bytes.length);
    }

    private void use(int bytes) throws AgentProtocolException {
        synchronized (this) {
            outputCredit -= bytes;
            if (outputEnded || outputCredit < 0) {
                throw new AgentProtocolException("a stream sends more than it may");
            }
        }
    }

    private void giveCredit(int bytes) throws IOException {
        synchronized (this) {
            outputCredit += bytes;
        }
        connection.sendNow(number, new AgentFrame.Credit(bytes));
    }

    private void outputEnds() throws AgentProtocolException {
        if (outputEnded) {
            throw new AgentProtocolException("a stream's output ends twice");
        }
        outputEnded = true;
        output.end();
    }

    private void exited(int code) throws AgentProtocolException {
        if (!outputEnded) {
            throw new AgentProtocolException("a stream exits before its output has ended");
        }
        status.complete(code);
        credit.fail("the process has ended");
    }

    /** Ends the stream: its process, or the connection to it, is gone. Any thread may call this. */
    final void lost(String reason) {
        var failure = new NodeException(Reason.UNREACHABLE, reason);
        complain(reason);
        answer.completeExceptionally(failure);
        status.completeExceptionally(failure);
        output.fail(reason);
        credit.fail(reason);
    }

    /** Returns whether the agent has answered the request. */
    final boolean answered() {
        return answer.isDone();
    }

    /** Returns the time of the request, as {@link System#nanoTime}. */
    final long requested() {
        return requested;
    }

    /** Ends the output this long after the stream was opened; a refused stream ends at once. */
    final void endOutputAfter(Duration time) {
        var _ = answer.thenRunAsync(
                output::end, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
    }

    /**
     * Waits until the stream is open.
     *
     * @throws NodeException if the agent refuses or does not answer in time
     */
    final AgentFrame.FromAgent awaitAnswer(Duration timeout) {
        return await(answer, timeout, "the node did not answer");
    }

    private static <T> T await(CompletableFuture<T> future, Duration timeout, String late) {
        try {
            return future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new NodeException(Reason.TIMED_OUT, late, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NodeException known) {
                throw new NodeException(known.reason(), String.valueOf(known.getMessage()), known);
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeException(Reason.UNREACHABLE, "interrupted while waiting for the node", e);
        }
    }

    @Override
    public InputStream output() {
        return output;
    }

    @Override
    public OutputStream input() {
        return input;
    }

    @Override
    public String error() {
        return error.text();
    }

    /** Returns whether standard error was longer than its limit. */
    final boolean errorTruncated() {
        return error.truncated();
    }

    /** Does nothing, because only a shell has a terminal. */
    @Override
    public void resize(TerminalSize size) {}

    /** Sends a frame of this stream, unless the stream has ended. */
    final void send(AgentFrame.FromPlatform frame) throws IOException {
        connection.send(number, frame);
    }

    @Override
    public int exitStatus(Duration timeout) {
        return await(status, timeout, "the process has not ended");
    }

    /** Also ends the process, unless it is a shell. */
    @Override
    public void close() {
        connection.close(this, "the stream was closed");
        output.drop();
    }

    /** Sends bytes, as the frames and within the credit that the protocol allows. */
    final void sendAll(byte[] bytes, int offset, int length, Framing framing) throws IOException {
        for (var sent = 0; sent < length; ) {
            var count = credit.take(Math.min(length - sent, AgentFrame.MAX_DATA));
            var from = offset + sent;
            if (!connection.send(number, framing.frame(Arrays.copyOfRange(bytes, from, from + count)))) {
                throw new IOException("the stream has ended");
            }
            sent += count;
        }
    }

    /** Makes a frame of bytes that are to be sent. */
    interface Framing {
        AgentFrame.FromPlatform frame(byte[] bytes);
    }

    private final class Input extends OutputStream {
        private volatile boolean ended;

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (ended) {
                throw new IOException("the input is closed");
            }
            sendAll(bytes, offset, length, AgentFrame.Data::new);
        }

        /** Does nothing if the process has ended. */
        @Override
        public void close() throws IOException {
            if (!ended) {
                ended = true;
                connection.sendNow(number, new AgentFrame.End());
            }
        }
    }
}
