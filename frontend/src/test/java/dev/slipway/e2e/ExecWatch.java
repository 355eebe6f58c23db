package dev.slipway.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Records the processes that the host engine starts in nodes, by its events. */
final class ExecWatch implements AutoCloseable {
    private static final String SOCKET = System.getProperty("slipway.engine.socket", "unix:///run/slipway/engine.sock");

    /** Time in which the engine reports an event. */
    private static final Duration DELAY = Duration.ofSeconds(2);

    private final Process events;

    private ExecWatch(Process events) {
        this.events = events;
    }

    static ExecWatch begin() throws IOException {
        return new ExecWatch(new ProcessBuilder(
                        "docker",
                        "-H",
                        SOCKET,
                        "events",
                        "--filter",
                        "event=exec_create",
                        "--format",
                        "{{.Actor.Attributes.name}}: {{.Action}}")
                .redirectErrorStream(true)
                .start());
    }

    /** Ends the recording and returns a line for each process. */
    List<String> seen() throws IOException, InterruptedException {
        events.waitFor(DELAY.toMillis(), TimeUnit.MILLISECONDS);
        events.destroy();
        return new String(events.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Override
    public void close() {
        events.destroy();
    }
}
