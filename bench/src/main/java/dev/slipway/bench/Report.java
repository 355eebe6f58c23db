package dev.slipway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The results of a benchmark: rows of times in milliseconds, and single values, some with a budget. */
final class Report {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final String name;
    private final Map<String, ReportLine> rows = new LinkedHashMap<>();
    private final Map<String, Value> values = new LinkedHashMap<>();

    /** Limits for percentiles, in milliseconds. */
    record Budget(
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {
        static final Budget NONE = new Budget(null, null, null);
    }

    /** An upper or lower limit for a value. */
    record Limit(double bound, boolean atMost) {
        boolean keptBy(double value) {
            return atMost ? value <= bound : value >= bound;
        }
    }

    record ReportLine(int count, double p50, double p95, double p99, Budget budget, String verdict) {}

    record Value(double value, String unit, @Nullable Limit limit, String verdict) {}

    Report(String name) {
        this.name = name;
    }

    static Limit atMost(double bound) {
        return new Limit(bound, true);
    }

    static Limit atLeast(double bound) {
        return new Limit(bound, false);
    }

    Report row(String what, Samples samples, Budget budget) {
        System.err.println("  measured: " + what);
        var p50 = round(samples.percentile(0.5));
        var p95 = round(samples.percentile(0.95));
        var p99 = round(samples.percentile(0.99));
        var marks = Stream.of(
                        mark("p50", p50, budget.p50()), mark("p95", p95, budget.p95()), mark("p99", p99, budget.p99()))
                .filter(mark -> !mark.isEmpty())
                .collect(Collectors.joining(", "));
        rows.put(what, new ReportLine(samples.count(), p50, p95, p99, budget, marks));
        return this;
    }

    Report value(String what, double value, String unit, @Nullable Limit limit) {
        System.err.println("  measured: " + what);
        var rounded = round(value);
        var verdict = limit == null
                ? ""
                : "%s %s %s"
                        .formatted(limit.atMost() ? "≤" : "≥", number(limit.bound()), verdict(limit.keptBy(rounded)));
        values.put(what, new Value(rounded, unit, limit, verdict));
        return this;
    }

    String table() {
        var table = new StringBuilder(name + "\n");
        table.append(String.format(
                Locale.ROOT, "  %-56s %6s %9s %9s %9s  %s%n", "ms", "runs", "p50", "p95", "p99", "budget"));
        rows.forEach((what, row) -> table.append(String.format(
                Locale.ROOT,
                "  %-56s %6d %9.2f %9.2f %9.2f  %s%n",
                what,
                row.count(),
                row.p50(),
                row.p95(),
                row.p99(),
                row.verdict())));
        values.forEach((what, value) -> table.append(String.format(
                Locale.ROOT, "  %-56s %26.2f %-9s  %s%n", what, value.value(), value.unit(), value.verdict())));
        return table.toString();
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var content = new LinkedHashMap<String, Object>();
        content.put("benchmark", name);
        content.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        content.put("machine", machine());
        content.put("milliseconds", rows);
        content.put("values", values);
        Files.writeString(file, JSON.writeValueAsString(content) + "\n");
    }

    private static Map<String, Object> machine() {
        return Map.of(
                "cpus", Runtime.getRuntime().availableProcessors(),
                "kernel", System.getProperty("os.version"),
                "java", Runtime.version().toString());
    }

    private static String mark(String what, double value, @Nullable Double budget) {
        return budget == null ? "" : "%s ≤ %s %s".formatted(what, number(budget), verdict(value <= budget));
    }

    private static String verdict(boolean kept) {
        return kept ? "kept" : "MISSED";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
