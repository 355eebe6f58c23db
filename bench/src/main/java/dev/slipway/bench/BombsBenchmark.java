package dev.slipway.bench;

import dev.slipway.bench.SlipwayLine.Pace;
import dev.slipway.bench.SlipwayLine.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs the bombs in sandboxes of one account. At the same time, measures another account: the echo in a terminal, the
 * start of a lab, and the time to a verdict. Fails if the platform or the other account's machine fails, or if any part
 * of a sandbox remains afterwards. A time above its budget is reported, but does not fail the benchmark. {@code
 * SLIPWAY_BOMB_SECONDS} sets the duration of each bomb.
 */
final class BombsBenchmark implements Benchmark {
    private static final String QUIET_LAB = "commit-a-container";
    private static final String TASK_LAB = "publish-a-port";
    private static final String SOLUTION = "docker run -d -p 8080:80 httpd";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int KEYS = 25;

    private final int seconds = Integer.parseInt(System.getenv().getOrDefault("SLIPWAY_BOMB_SECONDS", "45"));
    private final List<String> sandboxes = new ArrayList<>();

    @Override
    public Report run(Platform attacker) {
        var bystander = attacker.everybody().getFirst();
        attacker.endAll();
        bystander.endAll();
        var report = new Report("bombs: another learner's echo, start and verdict, " + seconds + " s of each");
        try {
            var quiet = start(bystander, QUIET_LAB);
            try (var line = new SlipwayLine(bystander, new Place(quiet.id(), quiet.node(), 1), Pace.FAST)) {
                line.awaitPrompt();
                for (var bomb : Bomb.ALL) {
                    measure(attacker, bystander, line, bomb, report);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the other account's terminal failed", e);
        } finally {
            attacker.endAll();
            bystander.endAll();
        }
        assertNothingIsLeft();
        return report;
    }

    private void measure(Platform attacker, Platform bystander, SlipwayLine line, Bomb bomb, Report report)
            throws IOException {
        var attempt = start(attacker, QUIET_LAB);
        var fuse = explode(attempt, bomb);
        var others = CompletableFuture.supplyAsync(() -> othersWork(bystander, fuse));
        var echo = new Samples();
        do {
            Echo.measure(line, KEYS, echo);
        } while (!others.isDone());
        var work = others.join();
        fuse.destroyForcibly();
        var began = System.nanoTime();
        attacker.endAll();
        report.row(bomb.name() + ": echo", echo, new Report.Budget(null, 100.0, null))
                .row(bomb.name() + ": start of a lab", work.starts(), new Report.Budget(null, 5000.0, null))
                .row(bomb.name() + ": verdict", work.verdicts(), new Report.Budget(null, 1000.0, null))
                .value(bomb.name() + ": gone after", (System.nanoTime() - began) / 1e9, "s", Report.atMost(10));
    }

    private record Work(Samples starts, Samples verdicts) {}

    /** Starts and solves labs with the other account while the bomb runs, at least once. */
    private Work othersWork(Platform bystander, Process fuse) {
        var work = new Work(new Samples(), new Samples());
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        do {
            var began = System.nanoTime();
            var attempt = start(bystander, TASK_LAB);
            work.starts().add((System.nanoTime() - began) / 1e6);
            await(docker("exec", attempt.container(), "bash", "-c", SOLUTION), "the solution");
            work.verdicts().add(millisUntilPassed(bystander, attempt));
            bystander.end(attempt.id());
        } while (System.nanoTime() < end && fuse.isAlive());
        return work;
    }

    private static double millisUntilPassed(Platform bystander, Platform.Attempt attempt) {
        var began = System.nanoTime();
        while (!bystander
                .get("/api/v1/attempts/" + attempt.id())
                .path("tasks")
                .path(0)
                .path("passed")
                .asBoolean(false)) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException("no verdict within " + PATIENCE.toSeconds() + " s");
            }
            Pause.millis(20);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private Platform.Attempt start(Platform who, String lab) {
        var attempt = who.start(lab);
        sandboxes.add(attempt.sandbox());
        return attempt;
    }

    /** Starts the bomb in the node. The bomb may kill its own node, which also ends the returned process. */
    private Process explode(Platform.Attempt attempt, Bomb bomb) {
        System.err.println("  bomb: " + bomb.name());
        return docker(
                "exec",
                attempt.container(),
                "timeout",
                "--signal=KILL",
                Integer.toString(seconds),
                "bash",
                "-c",
                bomb.script());
    }

    private static Process docker(String... arguments) {
        var command = new ArrayList<>(List.of("docker", "--host", BenchmarkEnvironment.engine()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("docker cannot be run", e);
        }
    }

    private static void await(Process process, String what) {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(what + " failed on another learner's machine");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void assertNothingIsLeft() {
        for (var kind : List.of(List.of("ps", "--all"), List.of("volume", "ls"), List.of("network", "ls"))) {
            var listed = output(kind);
            sandboxes.stream().filter(listed::contains).forEach(sandbox -> {
                throw new IllegalStateException("sandbox " + sandbox + " has not been removed completely: " + listed);
            });
        }
        try (var devices = Files.newDirectoryStream(Path.of("/sys/block"), "loop*")) {
            for (var device : devices) {
                var file = device.resolve("loop/backing_file");
                var backing = Files.exists(file) ? Files.readString(file) : "";
                if (sandboxes.stream().anyMatch(backing::contains)) {
                    throw new IllegalStateException("a loop device has not been removed: " + device + " " + backing);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("loop devices cannot be read", e);
        }
    }

    private static String output(List<String> arguments) {
        var command = new ArrayList<>(List.of("docker", "--host", BenchmarkEnvironment.engine()));
        command.addAll(arguments);
        try {
            var process = new ProcessBuilder(command).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("docker cannot be run", e);
        }
    }
}
