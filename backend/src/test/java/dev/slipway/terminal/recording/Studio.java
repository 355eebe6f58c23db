package dev.slipway.terminal.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.slipway.platform.PlatformProperties;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.Recording;
import dev.slipway.terminal.RecordingProperties;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.session.SettableClock;
import dev.slipway.terminal.wire.Frame.Closed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recordings in a folder with a running writer, and methods that read them for tests. */
final class Studio implements AutoCloseable {
    static final TerminalKey TERMINAL = new TerminalKey(new SandboxId("abcd1234"), new NodeName("node1"), 1);
    static final TerminalSize SIZE = new TerminalSize(80, 24);

    final SettableClock clock = new SettableClock();
    final RecordingFolder folder;
    final TapeWriter writer;
    final FileRecordings recordings;
    final RecordingProperties properties;

    /** Line of a recording after its header. */
    record Event(double interval, String code, String data) {}

    Studio(Path data) {
        this(data, settings(DataSize.ofMegabytes(32), DataSize.ofMegabytes(256), DataSize.ofBytes(0)));
    }

    Studio(Path data, RecordingProperties properties) {
        this.properties = properties;
        folder = new RecordingFolder(new PlatformProperties(data, URI.create("http://localhost")));
        writer = new TapeWriter(folder, properties, clock);
        recordings = new FileRecordings(folder, writer, properties);
        writer.start();
    }

    static RecordingProperties settings(DataSize max, DataSize perSandbox, DataSize free) {
        return new RecordingProperties(true, "Recorded for {days} days.", max, perSandbox, free, Duration.ofDays(180));
    }

    OutputListener begin() {
        return writer.begin(TERMINAL, SIZE);
    }

    static void print(OutputListener session, String text) {
        var bytes = text.getBytes(UTF_8);
        session.output(bytes, bytes.length);
    }

    static Closed stopping() {
        return new Closed(TerminalError.PLATFORM_STOPPING, "");
    }

    /** Stops the writer, which then has written all events, and returns the only recording. */
    Recording only() {
        close();
        var all = recordings.of(TERMINAL.sandbox());
        if (all.size() != 1) {
            throw new IllegalStateException("there are " + all.size() + " recordings");
        }
        return all.getFirst();
    }

    Path file() {
        return folder.path(only().id());
    }

    JsonNode header(Path file) {
        return JsonMapper.shared().readTree(lines(file).getFirst());
    }

    /** Returns the events of a recording. Throws an exception if a line is not valid JSON. */
    List<Event> events(Path file) {
        return lines(file).stream()
                .skip(1)
                .filter(line -> !line.startsWith("#"))
                .map(line -> JsonMapper.shared().readTree(line))
                .map(event -> new Event(
                        event.get(0).asDouble(),
                        event.get(1).asString(),
                        event.get(2).asString()))
                .toList();
    }

    /** Returns the output of a recording. */
    String output(Path file) {
        return String.join(
                "",
                events(file).stream()
                        .filter(event -> event.code().equals("o"))
                        .map(Event::data)
                        .toList());
    }

    void awaitOnDisk(String text) {
        await().until(() -> recordings.of(TERMINAL.sandbox()).stream()
                .anyMatch(recording -> output(folder.path(recording.id())).contains(text)));
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        writer.stop();
    }
}
