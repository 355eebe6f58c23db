package dev.slipway.sandbox.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.engine.EngineStream;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.fake.FakeProcess;
import dev.slipway.engine.fake.InMemoryStream;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.sandbox.agent.AgentFrame.Target;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * An agent in a fake node, as the process that {@code docker exec} starts. Its engine is ready at once;
 * shells, ports and the engine echo their input. Locking: the output's monitor keeps frames whole.
 */
public final class FakeAgent implements FakeProcess {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final AgentFrame.ShellOpened SHELL =
            new AgentFrame.ShellOpened(1, 0, 0, new TerminalSize(80, 24), Map.of());

    private final Function<ExecSpec, FakeProcess> commands;
    private final Map<Long, EngineStream> running = new ConcurrentHashMap<>();

    private FakeAgent(Function<ExecSpec, FakeProcess> commands) {
        this.commands = commands;
    }

    /** @param commands returns the process of each command that the platform runs */
    public static FakeProcess running(Function<ExecSpec, FakeProcess> commands) {
        return new FakeAgent(commands);
    }

    /** Returns whether the process is to be an agent. */
    public static boolean isStartedBy(ExecSpec process) {
        return process.command().contains("--stdio");
    }

    /** Connects an agent to the platform's socket for a node, as a node does when it boots. */
    public static AutoCloseable connected(Path folder, Function<ExecSpec, FakeProcess> commands) throws IOException {
        var channel = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("agent.sock")));
        Thread.ofVirtual().name("fake-agent").start(() -> {
            try (channel) {
                new FakeAgent(commands).serve(Channels.newInputStream(channel), Channels.newOutputStream(channel));
            } catch (IOException closed) {
                // The node has stopped, or the platform has ended the connection.
            }
        });
        return channel;
    }

    @Override
    public int run(Console console) throws IOException {
        return serve(console.input(), console.output());
    }

    private int serve(InputStream frames, OutputStream output) throws IOException {
        var input = new DataInputStream(frames);
        send(output, 0, new AgentFrame.Hello(1, 1));
        AgentSide.read(input);
        send(output, 0, new AgentFrame.Ready());
        try {
            while (true) {
                receive(output, AgentSide.read(input));
            }
        } finally {
            running.values().forEach(EngineStream::close);
        }
    }

    private void receive(OutputStream output, AgentSide.Addressed next) throws IOException {
        var stream = next.stream();
        var process = running.get(stream);
        switch (next.frame()) {
            case AgentFrame.Open(Target.Command command) ->
                start(output, stream, commands.apply(process(command)), new AgentFrame.Opened());
            case AgentFrame.Open(Target.Shell _) -> start(output, stream, FakeProcess.echoing(), SHELL);
            case AgentFrame.Open(Target.Port _), AgentFrame.Open(Target.Engine _) ->
                start(output, stream, FakeProcess.echoing(), new AgentFrame.Opened());
            case AgentFrame.Open(Target.Shells _), AgentFrame.Open(Target.EndShell _) -> {
                send(output, stream, new AgentFrame.Opened());
                end(output, stream, 0);
            }
            case AgentFrame.Data data when process != null -> write(output, stream, process, data.bytes());
            case AgentFrame.Type typed when process != null -> write(output, stream, process, typed.bytes());
            case AgentFrame.End() when process != null -> process.input().close();
            case AgentFrame.Close _ when process != null -> close(output, stream, process);
            default -> {}
        }
    }

    private void start(OutputStream output, long stream, FakeProcess program, AgentFrame.FromAgent answer)
            throws IOException {
        var process = InMemoryStream.to(program);
        running.put(stream, process);
        send(output, stream, answer);
        Thread.ofVirtual().name("fake-agent-" + stream).start(() -> serve(output, stream, process));
    }

    private void close(OutputStream output, long stream, EngineStream process) throws IOException {
        process.close();
        if (running.remove(stream) != null) {
            send(output, stream, new AgentFrame.Close(Codes.CANCELLED));
        }
    }

    private static ExecSpec process(Target.Command command) {
        return ExecSpec.command(command.arguments().toArray(String[]::new));
    }

    private static void write(OutputStream output, long stream, EngineStream process, byte[] bytes) throws IOException {
        process.input().write(bytes);
        send(output, stream, new AgentFrame.Credit(bytes.length));
    }

    private void serve(OutputStream output, long stream, EngineStream process) {
        try {
            var buffer = new byte[AgentFrame.MAX_DATA];
            for (int length; (length = process.output().read(buffer)) >= 0; ) {
                send(output, stream, new AgentFrame.Data(Arrays.copyOf(buffer, length)));
            }
            var status = process.exitStatus(PATIENCE);
            if (!process.error().isEmpty()) {
                send(output, stream, new AgentFrame.ErrorData(process.error().getBytes(UTF_8)));
            }
            if (running.remove(stream) != null) {
                end(output, stream, status);
            }
        } catch (IOException closed) {
            process.close();
        }
    }

    private static void end(OutputStream output, long stream, int status) throws IOException {
        send(output, stream, new AgentFrame.End());
        send(output, stream, new AgentFrame.Exit(status));
    }

    private static void send(OutputStream output, long stream, AgentFrame.FromAgent frame) throws IOException {
        synchronized (output) {
            output.write(AgentSide.encode(stream, frame));
        }
    }
}
