package dev.slipway.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares a terminal of the platform with terminals of other programs, on the same node. Each round measures all
 * terminals one after the other, so that other load on the host affects all of them.
 */
final class Contest implements AutoCloseable {
    static final String OURS = "slipway";

    private final Map<String, Line> lines = new LinkedHashMap<>();

    Contest(Line ours, List<Rival> rivals) throws IOException {
        lines.put(OURS, ours);
        for (var rival : rivals) {
            lines.put(rival.name(), rival.open());
        }
        for (var line : lines.values()) {
            line.awaitPrompt();
        }
    }

    /** Returns the echo times in milliseconds. */
    Map<String, Samples> echo(int rounds, int keys) throws IOException {
        var times = new LinkedHashMap<String, Samples>();
        for (var round = 0; round < rounds; round++) {
            for (var line : lines.entrySet()) {
                Echo.measure(line.getValue(), keys, of(line.getKey(), times));
            }
        }
        return times;
    }

    /** Returns the megabytes per second of each round. */
    Map<String, Samples> flood(int rounds, int bytes) throws IOException {
        var speeds = new LinkedHashMap<String, Samples>();
        for (var round = 0; round < rounds; round++) {
            for (var line : lines.entrySet()) {
                of(line.getKey(), speeds).add(Flood.megabytesPerSecond(line.getValue(), bytes));
            }
        }
        return speeds;
    }

    /**
     * Adds a row for each terminal, and the ratio of the platform's median to the median of each other terminal.
     *
     * @param budget limit for the platform's 99th percentile
     */
    static void reportEcho(Report report, String what, Map<String, Samples> times, @Nullable Double budget) {
        times.forEach((name, samples) -> report.row(
                what + ", " + name, samples, new Report.Budget(null, null, name.equals(OURS) ? budget : null)));
        ratios(times)
                .forEach((name, ratio) -> report.value(what + ", slipway : " + name, ratio, "×", Report.atMost(1)));
    }

    static void reportFlood(Report report, Map<String, Samples> speeds) {
        speeds.forEach((name, samples) -> report.value("flood, " + name, samples.percentile(0.5), "MB/s", null));
        ratios(speeds)
                .forEach((name, ratio) -> report.value("flood, slipway : " + name, ratio, "×", Report.atLeast(1.5)));
    }

    private static Map<String, Double> ratios(Map<String, Samples> samples) {
        var ratios = new LinkedHashMap<String, Double>();
        var ours = Objects.requireNonNull(samples.get(OURS)).percentile(0.5);
        samples.forEach((name, theirs) -> {
            if (!name.equals(OURS)) {
                ratios.put(name, ours / theirs.percentile(0.5));
            }
        });
        return ratios;
    }

    private static Samples of(String name, Map<String, Samples> samples) {
        return samples.computeIfAbsent(name, _ -> new Samples());
    }

    @Override
    public void close() throws IOException {
        for (var line : lines.values()) {
            line.close();
        }
    }
}
