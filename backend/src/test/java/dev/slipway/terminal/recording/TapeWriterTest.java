package dev.slipway.terminal.recording;

import static dev.slipway.terminal.recording.Studio.print;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.RecordingProperties;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.recording.Studio.Event;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class TapeWriterTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Test
    void writesWhatHappenedWithTheTimeBetween() {
        var studio = new Studio(data);
        var session = studio.begin();

        print(session, "one\r\n");
        studio.clock.advance(Duration.ofMillis(1500));
        session.resized(new TerminalSize(100, 30));
        studio.clock.advance(Duration.ofMillis(250));
        studio.recordings.mark(Studio.TERMINAL.sandbox(), "page: Two");
        print(session, "two \"quoted\" \\ \u001b[1m\u0000");
        studio.clock.advance(Duration.ofSeconds(2));
        session.ended(new Exit(3));

        var file = studio.file();
        assertThat(studio.events(file))
                .containsExactly(
                        new Event(0, "o", "one\r\n"),
                        new Event(1.5, "r", "100x30"),
                        new Event(0.25, "m", "page: Two"),
                        new Event(0, "o", "two \"quoted\" \\ \u001b[1m\u0000"),
                        new Event(2, "x", "3"));
        assertThat(Studio.lines(file)).last().isEqualTo("# ended");
    }

    @Test
    void beginsWithTheTerminalAndTheTime() {
        var studio = new Studio(data);
        var session = studio.begin();
        session.resized(new TerminalSize(120, 40));
        print(session, "x");

        var header = studio.header(studio.file());

        assertThat(header.at("/version").asInt()).isEqualTo(3);
        assertThat(header.at("/term/cols").asInt()).isEqualTo(120);
        assertThat(header.at("/term/rows").asInt()).isEqualTo(40);
        assertThat(header.at("/timestamp").asLong())
                .isEqualTo(studio.clock.instant().getEpochSecond());
        assertThat(header.at("/title").asString()).isEqualTo("node1, terminal 1");
    }

    @Test
    void storesNothingOfASessionThatNeverSaidAnything() {
        try (var studio = new Studio(data)) {
            studio.begin().ended(new Closed(TerminalError.NODE_UNREACHABLE, ""));
        }

        assertThat(data.resolve("recordings")).doesNotExist();
    }

    @Test
    void isOnDiskSoonWithoutBeingAsked() {
        try (var studio = new Studio(data)) {
            print(studio.begin(), "here");

            studio.awaitOnDisk("here");
        }
    }

    @Test
    void goesOnAfterARestartOfThePlatform() {
        var before = new Studio(data);
        var session = before.begin();
        print(session, "before");
        before.clock.advance(Duration.ofSeconds(5));
        print(session, ".");
        session.ended(Studio.stopping());
        before.close();

        var after = new Studio(data);
        after.clock.advance(Duration.ofSeconds(12));
        print(after.writer.begin(Studio.TERMINAL, new TerminalSize(90, 20)), "after");

        assertThat(after.events(after.file()))
                .containsExactly(
                        new Event(0, "o", "before"),
                        new Event(5, "o", "."),
                        new Event(7, "m", "recording continued"),
                        new Event(0, "r", "90x20"),
                        new Event(0, "o", "after"));
    }

    @Test
    void goesOnAfterTheLastWholeLineThatAKilledPlatformLeft() throws IOException {
        var before = new Studio(data);
        print(before.begin(), "whole");
        var file = before.file();
        Files.writeString(file, "[0.000100, \"o\", \"cut in two", StandardOpenOption.APPEND);

        var after = new Studio(data);
        print(after.begin(), "after");

        assertThat(after.events(after.file()))
                .extracting(Event::data)
                .containsExactly("whole", "recording continued", "80x24", "after");
    }

    @Test
    void beginsAnewWhereNotEvenTheFirstLineIsWhole() throws IOException {
        var before = new Studio(data);
        print(before.begin(), "lost");
        var file = before.file();
        Files.writeString(file, "{\"version\": 3, \"te");

        var after = new Studio(data);
        after.clock.advance(Duration.ofSeconds(1));
        print(after.begin(), "kept");
        after.awaitOnDisk("kept");
        after.close();

        assertThat(after.recordings.of(Studio.TERMINAL.sandbox())).hasSize(2);
    }

    @Test
    void aNewShellIsANewRecording() {
        var studio = new Studio(data);
        var first = studio.begin();
        print(first, "first");
        first.ended(new Exit(0));
        print(studio.begin(), "second");
        studio.close();

        assertThat(studio.recordings.of(Studio.TERMINAL.sandbox()))
                .extracting(recording -> studio.output(studio.folder.path(recording.id())))
                .containsExactly("first", "second");
    }

    @Test
    void endsWithAMarkerWhenItIsTooLong() {
        var limit = DataSize.ofKilobytes(8);
        var studio = new Studio(data, Studio.settings(limit, DataSize.ofMegabytes(1), DataSize.ofBytes(0)));
        var session = studio.begin();

        for (var i = 0; i < 100; i++) {
            print(session, "x".repeat(500));
        }
        studio.awaitOnDisk("xxx");
        print(session, "late");

        var file = studio.file();
        assertThat(file.toFile().length()).isBetween(6 * 1024L, limit.toBytes());
        assertThat(studio.events(file))
                .last()
                .extracting(Event::data)
                .isEqualTo("recording ended: it has become too long");
        assertThat(studio.output(file)).doesNotContain("late");
    }

    @Test
    void shellsOfOneSandboxShareItsLimit() {
        var limit = DataSize.ofKilobytes(16);
        var studio = new Studio(data, Studio.settings(DataSize.ofKilobytes(8), limit, DataSize.ofBytes(0)));

        for (var shell = 0; shell < 6; shell++) {
            var session = studio.begin();
            for (var i = 0; i < 20; i++) {
                print(session, "x".repeat(500));
            }
            session.ended(new Exit(0));
        }
        studio.close();

        // Each shell above the limit writes only its header and the marker with the reason.
        assertThat(studio.folder.bytes(Studio.TERMINAL.sandbox())).isLessThan(limit.toBytes() + 6 * 512);
    }

    @Test
    void stopsWhereTheDiskIsNearlyFull() {
        var studio = new Studio(
                data, Studio.settings(DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), DataSize.ofTerabytes(100_000)));
        var session = studio.begin();

        print(session, "too much");

        assertThat(studio.events(studio.file()))
                .extracting(Event::data)
                .containsExactly("recording ended: the disk is nearly full");
    }

    @Test
    void aDiskThatRefusesStopsTheRecordingOnly() throws IOException {
        Files.writeString(data.resolve("recordings"), "a file where the folder should be");
        var studio = new Studio(data);
        var session = studio.begin();
        print(session, "nowhere to go");
        studio.close();

        print(session, "the terminal goes on");

        assertThat(((Tape) session).isDone()).isTrue();
    }

    @Test
    void saysHowMuchWasLostWhileTheDiskStoodStill() {
        var clock = new dev.slipway.terminal.session.SettableClock();
        var tape = new Tape(Studio.TERMINAL, Studio.SIZE, clock, () -> {});
        var chunk = new byte[Tape.CAPACITY / 4];

        for (var i = 0; i < 6; i++) {
            tape.output(chunk, chunk.length);
        }
        var taken = tape.take();
        print(tape, "again");

        assertThat(taken).last().isEqualTo(new TapeEvent.Lost(taken.getLast().at(), 3L * chunk.length));
        assertThat(tape.take()).singleElement().isInstanceOf(TapeEvent.Output.class);
    }

    @Test
    void aLossIsAMarkerInTheRecording() {
        var studio = new Studio(data);
        var session = studio.begin();
        print(session, "before");
        studio.awaitOnDisk("before");
        studio.close();

        // The writer has stopped, so it does not take the following output.
        var chunk = new byte[Tape.CAPACITY / 2];
        session.output(chunk, chunk.length);
        session.output(chunk, chunk.length);
        session.ended(new Exit(0));
        studio.writer.start();

        assertThat(studio.events(studio.file())).extracting(Event::data).contains(chunk.length + " bytes not recorded");
    }

    @Test
    void neverWaitsForTheDisk() throws InterruptedException {
        var studio = new Studio(data);
        studio.close();
        var session = studio.begin();
        var done = new CountDownLatch(1);

        Thread.ofVirtual().start(() -> {
            for (var i = 0; i < 1000; i++) {
                session.output(new byte[32 * 1024], 32 * 1024);
            }
            done.countDown();
        });

        assertThat(done.await(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void markersGoToTheSandboxTheyAreMeantFor() {
        var studio = new Studio(data);
        print(studio.begin(), "x");

        studio.recordings.mark(new SandboxId("zzzz9999"), "not here");
        studio.recordings.mark(Studio.TERMINAL.sandbox(), "passed: Two\nlines");

        assertThat(studio.events(studio.file())).extracting(Event::data).containsExactly("x", "passed: Two lines");
    }

    @Test
    void recordsNothingWhenSwitchedOff() {
        var off = new RecordingProperties(
                false, "", DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), DataSize.ofBytes(0), Duration.ofDays(1));
        try (var studio = new Studio(data, off)) {
            print(studio.begin(), "secret");
            assertThat(studio.recordings.consent()).isEmpty();
        }

        assertThat(data.resolve("recordings")).doesNotExist();
    }

    @Test
    void tellsHowLongRecordingsAreKept() {
        try (var studio = new Studio(data)) {
            assertThat(studio.recordings.consent()).contains("Recorded for 180 days.");
        }
    }

    @Test
    void timesAddUpToWhatPassed() {
        var studio = new Studio(data);
        var session = studio.begin();
        for (var i = 0; i < 1000; i++) {
            print(session, "tick ");
            studio.clock.advance(Duration.ofNanos(333_333));
        }
        session.ended(new Exit(0));

        assertThat(studio.events(studio.file()).stream()
                        .mapToDouble(Event::interval)
                        .sum())
                .isCloseTo(0.333333, within(0.000002));
    }
}
