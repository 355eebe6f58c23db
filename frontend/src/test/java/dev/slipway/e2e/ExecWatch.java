package dev.slipway.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Records the processes that the host engine starts in nodes, by its events. */
final class ExecWatch implements AutoCloseable {
    private static final String SOCKET = System.getProperty("slipway.engine.socket", "unix:///run/slipway/engine.sock");

    /** Time in which the engine reports an event. */
    private static final Duration DELAY = Duration.ofSeconds(2);

    private final Path lines;
    private final Process events;

    private ExecWatch(Path lines, Process events) {
        this.lines = lines;
        this.events = events;
    }

    static ExecWatch begin() throws IOException {
        var lines = Files.createTempFile("slipway-execs", ".txt");
        var format = "{{.Actor.Attributes.name}}: {{.Action}}";
        var events = docker("events", "--filter", "event=exec_create", "--format", format)
                .redirectOutput(lines.toFile())
                .start();
        return new ExecWatch(lines, events);
    }

    private static ProcessBuilder docker(String... arguments) {
        var command = new ArrayList<>(List.of("docker", "-H", SOCKET));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** Starts a process in a node, which must be recorded. */
    void startOne() throws IOException, InterruptedException {
        var nodes = docker("ps", "--quiet").start();
        var first = new String(nodes.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        docker("exec", first, "true").start().waitFor();
    }

    /** Returns a line for each process. */
    List<String> seen() throws IOException, InterruptedException {
        events.waitFor(DELAY.toMillis(), TimeUnit.MILLISECONDS);
        return Files.readAllLines(lines);
    }

    @Override
    public void close() throws IOException {
        events.destroy();
        Files.delete(lines);
    }
}
