package dev.slipway.terminal.recording;

import static dev.slipway.terminal.recording.Studio.TERMINAL;
import static dev.slipway.terminal.recording.Studio.print;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.RecordingId;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.wire.Frame.Exit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FileRecordingsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Test
    void idsAreTextAndBack() {
        var id = new RecordingId(
                new TerminalKey(new SandboxId("abcd1234"), new NodeName("worker-1-2"), 8),
                Instant.ofEpochMilli(1_767_254_400_123L));

        assertThat(id).hasToString("abcd1234-worker-1-2-8-1767254400123");
        assertThat(RecordingId.parse(id.toString())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abcd1234",
                "../../../etc/passwd",
                "abcd1234-../x-1-1767254400123",
                "abcd1234-node1-9-1767254400123",
                "abcd1234-node1--1-1767254400123",
                "ABCD1234-node1-1-1767254400123",
                "abcd1234-node1-1-17672544001234"
            })
    void whatIsNoIdIsNone(String text) {
        assertThat(RecordingId.parse(text)).isEmpty();
    }

    @Test
    void unknownRecordingsAreNone() {
        try (var studio = new Studio(data)) {
            assertThat(studio.recordings.open(new RecordingId(TERMINAL, Instant.EPOCH.plusSeconds(2_000_000_000))))
                    .isEmpty();
            assertThat(studio.recordings.of(TERMINAL.sandbox())).isEmpty();
        }
    }

    @Test
    void givesWholeLinesOnlyWhereTheLastOneIsCut() throws IOException {
        var studio = new Studio(data);
        print(studio.begin(), "whole");
        var recording = studio.only();
        var whole = Files.readString(studio.folder.path(recording.id()));
        Files.writeString(studio.folder.path(recording.id()), "[0.1, \"o", StandardOpenOption.APPEND);

        var cast = studio.recordings.open(recording.id()).orElseThrow();

        assertThat(read(cast.v3())).isEqualTo(whole);
        assertThat(cast.length()).isEqualTo(whole.getBytes(UTF_8).length);
    }

    @Test
    void version2CountsFromTheStartAndKnowsNoExit() throws IOException {
        var studio = new Studio(data);
        var session = studio.begin();
        print(session, "a");
        studio.clock.advance(Duration.ofMillis(1100));
        studio.recordings.mark(TERMINAL.sandbox(), "here");
        studio.clock.advance(Duration.ofMillis(2200));
        print(session, "b");
        session.ended(new Exit(0));

        var cast = studio.recordings.open(studio.only().id()).orElseThrow();

        assertThat(read(cast.v2()).lines())
                .containsExactly(
                        "{\"version\":2,\"width\":80,\"height\":24,\"timestamp\":"
                                + Instant.parse("2026-01-01T08:00:00Z").getEpochSecond()
                                + ",\"title\":\"node1, terminal 1\",\"env\":{\"TERM\":\"xterm-256color\"}}",
                        "[0.000000, \"o\", \"a\"]",
                        "[1.100000, \"m\", \"here\"]",
                        "[3.300000, \"o\", \"b\"]");
    }

    @Property(tries = 60)
    void whatWasWrittenIsReadBackInBothVersions(
            @ForAll @Size(max = 30) List<String> outputs, @ForAll @IntRange(min = 0, max = 3_000_000) int micros)
            throws IOException {
        var folder = Files.createTempDirectory("slipway-cast");
        var studio = new Studio(folder);
        var session = studio.begin();
        print(session, "$");
        for (var output : outputs) {
            studio.clock.advance(Duration.ofNanos(1000L * micros));
            print(session, output);
        }

        var cast = studio.recordings.open(studio.only().id()).orElseThrow();

        var expected = new String(("$" + String.join("", outputs)).getBytes(UTF_8), UTF_8);
        var version3 = events(cast.v3());
        var version2 = events(cast.v2());
        assertThat(text(version3)).isEqualTo(expected);
        assertThat(text(version2)).isEqualTo(expected);
        assertThat(version2).hasSameSizeAs(version3);
        var sum = 0L;
        for (var i = 0; i < version3.size(); i++) {
            sum += micros(version3.get(i));
            assertThat(micros(version2.get(i))).isEqualTo(sum);
        }
        Files.delete(studio.folder.path(studio.only().id()));
    }

    @Test
    void removesOldRecordingsAndTheirEmptyFolders() throws IOException {
        var studio = new Studio(data);
        print(studio.begin(), "old");
        print(
                studio.writer.begin(new TerminalKey(new SandboxId("young123"), new NodeName("a"), 1), Studio.SIZE),
                "new");
        studio.close();
        var now = studio.clock.instant();
        for (var sandbox : studio.folder.sandboxes()) {
            for (var recording : studio.recordings.of(sandbox)) {
                var days = sandbox.equals(TERMINAL.sandbox()) ? 181 : 179;
                Files.setLastModifiedTime(
                        studio.folder.path(recording.id()), FileTime.from(now.minus(Duration.ofDays(days))));
            }
        }

        new Retention(studio.folder, studio.properties, studio.clock).removeOld();

        assertThat(studio.folder.sandboxes()).containsExactly(new SandboxId("young123"));
        assertThat(studio.recordings.of(new SandboxId("young123"))).hasSize(1);
    }

    @Test
    void onlyThePlatformMayLookIntoTheFolder() throws IOException {
        var studio = new Studio(data);
        print(studio.begin(), "x");

        assertThat(Files.getPosixFilePermissions(studio.file().getParent()))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE", "OWNER_EXECUTE");
    }

    private static String read(InputStream content) throws IOException {
        try (content) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    private static List<JsonNode> events(InputStream content) throws IOException {
        var events = new ArrayList<JsonNode>();
        // Not lines(), which also splits at line ends that asciicast does not have.
        for (var line : read(content).split("\n", -1)) {
            if (line.startsWith("[")) {
                events.add(JsonMapper.shared().readTree(line));
            }
        }
        return events;
    }

    private static String text(List<JsonNode> events) {
        return String.join(
                "", events.stream().map(event -> event.get(2).asString()).toList());
    }

    private static long micros(JsonNode event) {
        return event.get(0).decimalValue().movePointRight(6).longValueExact();
    }
}
