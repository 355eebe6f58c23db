package dev.slipway;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A wait names its condition and ends when the condition is met, so no code pauses for a fixed time. The test reads the
 * sources of all modules, with their tests, because ArchUnit cannot see the arguments of a call.
 */
class PausesTest {
    /** The classes that may pause, each with the reason. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "Remaining.java", "an engine and a machine do not report when a command has ended or a reset is complete",
            "Pause.java", "a benchmark simulates people and slow browsers, and measures for a fixed time",
            "TerminalInputE2eIT.java", "a hidden page shows nothing for which the test could wait");

    private static final List<Pattern> PAUSES = List.of(
            Pattern.compile("\\.sleep\\(\\s*[^)\\s]"),
            Pattern.compile("import static .*\\.(sleep|parkNanos|parkUntil);"),
            Pattern.compile("\\.park(Nanos|Until)\\("),
            Pattern.compile("\\bwait\\(\\s*[^)\\s]"),
            Pattern.compile("\\.waitForTimeout\\("),
            // Awaitility waits for so long before it looks at its condition for the first time.
            Pattern.compile("\\.pollDelay\\(\\s*(?!Duration\\.ZERO\\s*\\))"));

    @Test
    void noCodePauses() throws IOException {
        var sources = sources();

        assertThat(sources).hasSizeGreaterThan(500);
        assertThat(sources.stream().filter(PausesTest::pauses).filter(not(PausesTest::isAnException)))
                .isEmpty();
    }

    @Test
    void eachExceptionPauses() throws IOException {
        var pausing = sources().stream()
                .filter(PausesTest::pauses)
                .map(source -> source.getFileName().toString());

        assertThat(pausing).containsAll(EXCEPTIONS.keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread.sleep(100);",
                "TimeUnit.SECONDS.sleep(1);",
                "LockSupport.parkNanos(\n    1);",
                "LockSupport.parkUntil(soon);",
                "import static java.lang.Thread.sleep;",
                "wait(100);",
                "lock.wait(100, 0);",
                "page.waitForTimeout(100);",
                "await().pollDelay(Duration.ofMillis(500)).until(() -> true);",
                "await().pollDelay(500, MILLISECONDS)"
            })
    void findsPauses(String code) {
        assertThat(hasPause(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wait();",
                "FakeBrowser.this.wait();",
                "pulse.sleep() == Sleep.AWAKE",
                "LockSupport.park();",
                "await().pollDelay(Duration.ZERO).until(done);",
                "await().during(Duration.ofMillis(300)).until(() -> !done);",
                "closed.await(100, MILLISECONDS)",
                "\"sleep 0.5; stty size\""
            })
    void allowsWaitsForAConditionAndOtherWords(String code) {
        assertThat(hasPause(code)).isFalse();
    }

    private static boolean hasPause(String code) {
        return PAUSES.stream().anyMatch(pause -> pause.matcher(code).find());
    }

    private static boolean pauses(Path source) {
        try {
            return hasPause(Files.readString(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAnException(Path source) {
        return EXCEPTIONS.containsKey(source.getFileName().toString());
    }

    private static List<Path> sources() throws IOException {
        var sources = new ArrayList<Path>();
        for (var module : List.of("backend", "frontend", "bench")) {
            try (var files = Files.walk(Path.of("..", module, "src"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.endsWith("PausesTest.java"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }
}
