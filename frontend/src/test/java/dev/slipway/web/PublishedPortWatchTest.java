package dev.slipway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.support.GenericApplicationContext;

class PublishedPortWatchTest {
    private static final Instant READY = Instant.parse("2030-01-01T08:00:00Z");

    @TempDir
    Path folder;

    @Test
    void onlyANoteOfThisPlatformsTimeIsAboutIt() throws IOException {
        var note = folder.resolve("unreachable");
        var watch = new PublishedPortWatch(
                new ConnectionProperties(1, Duration.ofSeconds(1), note.toString()),
                Clock.fixed(READY, ZoneOffset.UTC));

        Files.createFile(note);
        assertThat(watch.isAboutUs(note)).as("before the platform is ready").isFalse();

        watch.on(new ApplicationReadyEvent(
                new SpringApplication(), new String[0], new GenericApplicationContext(), Duration.ZERO));
        written(note, READY.minusSeconds(60));
        assertThat(watch.isAboutUs(note)).as("from before this start").isFalse();
        written(note, READY.plusSeconds(5));
        assertThat(watch.isAboutUs(note))
                .as("from a request that was sent before it was ready")
                .isFalse();
        written(note, READY.plusSeconds(60));
        assertThat(watch.isAboutUs(note)).as("while the platform runs").isTrue();

        Files.delete(note);
        assertThat(watch.isAboutUs(note)).as("without a file").isFalse();
    }

    private static void written(Path note, Instant at) throws IOException {
        Files.setLastModifiedTime(note, FileTime.from(at));
    }
}
