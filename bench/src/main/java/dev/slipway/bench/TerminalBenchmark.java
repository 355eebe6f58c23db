package dev.slipway.bench;

import dev.slipway.bench.SlipwayLine.Pace;
import dev.slipway.bench.SlipwayLine.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;

/**
 * Measures the terminal without a browser: from a WebSocket to a shell in a node of an open attempt. Up to ten floods
 * in two other nodes of the same platform create load; they are read as fast as possible.
 */
final class TerminalBenchmark {
    private static final String MEASURED_LAB = "commit-a-container";
    private static final double BUDGET_BESIDE_FLOODS = 25;
    private static final double BUDGET_INTERRUPT = 150;
    private static final double BUDGET_SILENCE_MIB = 2;

    private static final int KEYS = 500;
    private static final int FLOOD_BYTES = 24_000_000;
    private static final int INTERRUPTS = 20;
    private static final int RECONNECTS = 100;
    private static final int STORM = 400_000;
    private static final int READ_ON = 150_000;
    /** Minimum number of lines: with fewer lines, the shell did not write the expected output. */
    private static final int MANY_LINES = 50_000;

    /** Parsing speed of xterm.js on a slow laptop or a busy machine, in bytes per second. */
    private static final long SLOW_PARSER = 4_000_000;

    private final Platform platform;
    private final Platform.Attempt measured;
    private final Floods floods;
    private final Report report = new Report("terminal: WebSocket to a shell in a node and back");
    /**
     * Number of the last terminal. Each part uses a new shell, because the history of an earlier shell would match the
     * awaited text.
     */
    private int numbers;

    private TerminalBenchmark(Platform platform) {
        this.platform = platform;
        this.measured = platform.start(MEASURED_LAB);
        this.floods = new Floods(platform);
    }

    /** Runs the benchmark on its own machines and ends them afterwards. */
    static Report run(Platform platform) {
        platform.endAll();
        try {
            return new TerminalBenchmark(platform).all();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        } finally {
            platform.endAll();
        }
    }

    private Report all() throws IOException, InterruptedException {
        var rivals = Rival.installed(BenchmarkEnvironment.engine(), measured.container());
        try (var contest = new Contest(unread(Pace.FAST), rivals)) {
            echoAndFlood(contest);
        } finally {
            rivals.forEach(Rival::close);
        }
        interrupts("Ctrl-C under yes to prompt", Pace.FAST);
        interrupts("Ctrl-C under yes to prompt, client parses 4 MB/s", Pace.parsing(SLOW_PARSER));
        reconnects();
        storm();
        silence();
        return report;
    }

    private void echoAndFlood(Contest contest) throws IOException {
        var rounds = Benchmark.runs(3);
        contest.echo(1, KEYS);
        contest.flood(1, FLOOD_BYTES);
        Contest.reportEcho(report, "echo, idle", contest.echo(rounds, KEYS), null);
        Contest.reportFlood(report, contest.flood(rounds, FLOOD_BYTES));
        try (floods) {
            floods.one();
            Contest.reportEcho(report, "echo, 1 flood elsewhere", contest.echo(rounds, KEYS / 2), null);
            var running = floods.all();
            var before = floods.bytes();
            var began = System.nanoTime();
            Contest.reportEcho(
                    report,
                    "echo, " + running + " floods elsewhere",
                    contest.echo(rounds, KEYS / 2),
                    BUDGET_BESIDE_FLOODS);
            var speed = (floods.bytes() - before) * 1e3 / (System.nanoTime() - began);
            report.value("  the " + running + " floods together", speed, "MB/s", null);
        }
    }

    private void interrupts(String what, Pace pace) throws IOException {
        var samples = new Samples();
        var onTheWay = new Samples();
        try (var line = open(pace)) {
            Interrupt.measure(line, INTERRUPTS, samples, onTheWay);
        }
        report.value(what + ": bytes still to come, p50", onTheWay.percentile(0.5) / 1024, "KiB", null);
        report.row(what, samples, new Report.Budget(null, BUDGET_INTERRUPT, null));
    }

    private void reconnects() throws IOException {
        var samples = new Samples();
        try (var line = open(Pace.FAST)) {
            var lines = Reconnects.measure(line, RECONNECTS, samples);
            report.row("connection lost to output resumed", samples, Report.Budget.NONE);
            wrong("100 reconnects under a flood", lines, line);
        }
    }

    private void storm() throws IOException {
        try (var line = open(Pace.FAST)) {
            var lines = new NumberedLines();
            var speed = BadClients.acknowledgeEachByte(line, lines, STORM);
            report.value("an acknowledgement for each byte", speed, "a second", null);
            wrong("an acknowledgement for each byte", lines, line);
        }
    }

    private void silence() throws IOException, InterruptedException {
        var drip = new Drip();
        var silent = new ArrayList<SlipwayLine>();
        for (var number = 0; number < 2; number++) {
            silent.add(open(Pace.FAST));
        }
        var slow = open(Pace.through(drip::on));
        silent.add(slow);
        drip.narrow(true);
        var slowLines = CompletableFuture.supplyAsync(() -> readOn(slow));
        var grown = BadClients.silence(silent);
        drip.narrow(false);
        if (grown.isPresent()) {
            var mebibytes = grown.get() / (1024 * 1024);
            report.value(
                    "heap for a client that reads nothing for 60 s",
                    mebibytes,
                    "MiB",
                    Report.atMost(BUDGET_SILENCE_MIB));
        }
        wrong("1 byte a second", slowLines.join(), slow);
        silent.removeLast();
        for (var line : silent) {
            wrong("60 s without reading", readOn(line), line);
            line.close();
        }
        slow.close();
    }

    private static NumberedLines readOn(SlipwayLine line) {
        try {
            return BadClients.readOn(line, READ_ON);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void wrong(String what, NumberedLines lines, SlipwayLine line) {
        report.value(what + ": lines seen", (double) lines.last(), "lines", Report.atLeast(MANY_LINES));
        report.value(
                what + ": lost, doubled, reordered", (double) (lines.wrong() + line.gaps()), "lines", Report.atMost(0));
    }

    private SlipwayLine open(Pace pace) throws IOException {
        var line = unread(pace);
        line.awaitPrompt();
        return line;
    }

    private SlipwayLine unread(Pace pace) throws IOException {
        return new SlipwayLine(platform, new Place(measured.id(), measured.node(), ++numbers), pace);
    }
}
