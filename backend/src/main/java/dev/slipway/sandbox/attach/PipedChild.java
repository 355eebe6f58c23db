package dev.slipway.sandbox.attach;

import dev.slipway.sandbox.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Child process with pipes instead of a terminal. */
final class PipedChild implements Child {
    /**
     * Program that makes the process the leader of a new session and process group, so that the process cannot prompt
     * on the platform's terminal, and the platform can kill the whole group.
     */
    private static final String SETSID = "setsid";

    private final Process process;

    private PipedChild(Process process) {
        this.process = process;
        // Processes that the child has started and left running would keep the pipes open.
        var _ = process.onExit().thenRun(() -> ProcessGroup.signal(process.pid(), ProcessGroup.KILL));
    }

    static PipedChild start(List<String> words, Map<String, String> environment) throws IOException {
        var command = new ArrayList<>(List.of(SETSID));
        command.addAll(words);
        var builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new PipedChild(builder.start());
    }

    @Override
    public InputStream output() {
        return process.getInputStream();
    }

    @Override
    public InputStream error() {
        return process.getErrorStream();
    }

    @Override
    public OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public void endInput() throws IOException {
        process.getOutputStream().close();
    }

    @Override
    public void resize(TerminalSize size) {}

    @Override
    public void hangUp() {
        signal(ProcessGroup.HANGUP);
    }

    @Override
    public void kill() {
        signal(ProcessGroup.KILL);
    }

    private void signal(int signal) {
        if (process.isAlive()) {
            ProcessGroup.signal(process.pid(), signal);
        }
    }

    @Override
    public int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void release() throws IOException {
        try (var _ = process.getInputStream();
                var _ = process.getErrorStream()) {
            process.getOutputStream().close();
        }
    }
}
