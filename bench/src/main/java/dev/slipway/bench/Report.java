package dev.slipway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a benchmark found: rows of times in milliseconds, some with a budget. */
final class Report {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final String name;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** One measured thing; budgets are DESIGN's, in milliseconds, for the median and for the 95th percentile. */
    record Row(
            int count,
            double p50,
            double p95,
            @Nullable Double budget50,
            @Nullable Double budget95) {}

    Report(String name) {
        this.name = name;
    }

    Report row(String what, Samples samples) {
        return row(what, samples, null, null);
    }

    Report row(String what, Samples samples, @Nullable Double budget50, @Nullable Double budget95) {
        rows.put(
                what,
                new Row(
                        samples.count(),
                        round(samples.percentile(0.5)),
                        round(samples.percentile(0.95)),
                        budget50,
                        budget95));
        return this;
    }

    String table() {
        var table = new StringBuilder(name + ", ms\n");
        table.append(
                String.format(Locale.ROOT, "  %-40s %6s %9s %9s  %s%n", "", "runs", "p50", "p95", "budget p50 / p95"));
        rows.forEach((what, row) -> table.append(String.format(
                Locale.ROOT, "  %-40s %6d %9.1f %9.1f  %s%n", what, row.count(), row.p50(), row.p95(), budget(row))));
        return table.toString();
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var content = new LinkedHashMap<String, Object>();
        content.put("benchmark", name);
        content.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        content.put("machine", machine());
        content.put("milliseconds", rows);
        Files.writeString(file, JSON.writeValueAsString(content) + "\n");
    }

    private static Map<String, Object> machine() {
        return Map.of(
                "cpus", Runtime.getRuntime().availableProcessors(),
                "kernel", System.getProperty("os.version"),
                "java", Runtime.version().toString());
    }

    private static String budget(Row row) {
        if (row.budget50() == null && row.budget95() == null) {
            return "";
        }
        return mark(row.p50(), row.budget50()) + " / " + mark(row.p95(), row.budget95());
    }

    private static String mark(double value, @Nullable Double budget) {
        return budget == null
                ? "–"
                : String.format(Locale.ROOT, "%.0f %s", budget, value <= budget ? "kept" : "MISSED");
    }

    private static double round(double millis) {
        return Math.round(millis * 10) / 10.0;
    }
}
