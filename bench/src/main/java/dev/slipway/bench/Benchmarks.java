package dev.slipway.bench;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs the benchmarks that the arguments name, or all of them. For each benchmark, prints a table and writes {@code
 * NAME.json} to the folder for results.
 */
public final class Benchmarks {
    private static final Map<String, Benchmark> ALL = new TreeMap<>(Map.of(
            "bombs", new BombsBenchmark(),
            "browser", BrowserBenchmark::run,
            "check", new CheckBenchmark(),
            "idle", new IdleBenchmark(),
            "start", new StartBenchmark(),
            "terminal", TerminalBenchmark::run));

    /** Benchmarks that run only when the arguments name them, because they attack the platform. */
    private static final Set<String> HARMFUL = Set.of("bombs");

    private Benchmarks() {}

    /** Runs the benchmarks. Exits with status 2 if a name is unknown. */
    public static void main(String[] names) throws IOException {
        var unknown = Stream.of(names).filter(name -> !ALL.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            System.err.println("There is no benchmark " + unknown + ". The benchmarks are " + ALL.keySet() + ".");
            System.exit(2);
        }
        var chosen = Set.of(names);
        try (var platform = Platform.running(BenchmarkEnvironment.credentials())) {
            for (var benchmark : ALL.entrySet()) {
                if (chosen.contains(benchmark.getKey())
                        || (chosen.isEmpty() && !HARMFUL.contains(benchmark.getKey()))) {
                    var report = benchmark.getValue().run(platform);
                    System.out.print(report.table());
                    report.write(BenchmarkEnvironment.results().resolve(benchmark.getKey() + ".json"));
                }
            }
        }
    }
}
