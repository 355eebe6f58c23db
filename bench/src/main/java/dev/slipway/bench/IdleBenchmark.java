package dev.slipway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the processor time of the platform's process while attempts are open and idle. The time does not include the
 * node engines. Opens all labs with all accounts, up to fifty attempts; the platform must permit so many attempts
 * ({@code SLIPWAY_MAX_PER_OWNER}, {@code SLIPWAY_MAX_TOTAL}).
 */
final class IdleBenchmark implements Benchmark {
    private static final int ATTEMPTS = 50;
    private static final Duration SETTLING = Duration.ofSeconds(45);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final double BUDGET_PERCENT = 10;

    /** Unit of the times in {@code /proc/PID/stat}: the same on every Linux on which the JDK runs. */
    private static final double TICKS_PER_SECOND = 100;

    @Override
    public Report run(Platform platform) {
        var process = BenchmarkEnvironment.process()
                .orElseThrow(() -> new IllegalStateException("set SLIPWAY_BENCH_PROCESS to the platform's pid"));
        var people = platform.everybody();
        people.forEach(Platform::endAll);
        try {
            var report = new Report("idle: what open attempts cost the platform");
            Pause.millis(SETTLING.toMillis());
            report.value("processor, no attempt", percent(process), "% of a core", null);
            var open = open(people);
            Pause.millis(SETTLING.toMillis());
            report.value("open attempts on idle nodes", open, "attempts", Report.atLeast(ATTEMPTS));
            report.value("processor, open attempts", percent(process), "% of a core", Report.atMost(BUDGET_PERCENT));
            return report;
        } finally {
            people.forEach(Platform::endAll);
        }
    }

    private static double open(List<Platform> people) {
        var open = 0;
        for (var person : people) {
            for (var lab : labsWithMachines(person)) {
                if (open < ATTEMPTS) {
                    person.start(lab);
                    open++;
                }
            }
        }
        return open;
    }

    private static List<String> labsWithMachines(Platform person) {
        var labs = new ArrayList<String>();
        for (var lab : person.get("/api/v1/labs")) {
            var id = lab.path("id").asString();
            if (!person.get("/api/v1/labs/" + id).path("nodes").isEmpty()) {
                labs.add(id);
            }
        }
        return labs;
    }

    private static double percent(String process) {
        var began = System.nanoTime();
        var before = ticks(process);
        Pause.millis(MEASURED.toMillis());
        var seconds = (System.nanoTime() - began) / 1e9;
        return (ticks(process) - before) / TICKS_PER_SECOND / seconds * 100;
    }

    /**
     * Returns user plus system time: fields 14 and 15 of proc(5). Counts the fields from the end of the process's name,
     * because the name may contain blanks.
     */
    private static long ticks(String process) {
        try {
            var stat = Files.readString(Path.of("/proc", process, "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException gone) {
            throw new UncheckedIOException("the platform's process cannot be read", gone);
        }
    }
}
