package dev.slipway.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs the benchmarks named by the arguments, or all: prints a table each and writes {@code bench/results/NAME.json}. */
public final class Benchmarks {
    private static final Map<String, Benchmark> ALL = new TreeMap<>(Map.of(
            "browser", BrowserBenchmark::run,
            "check", new CheckBenchmark(),
            "idle", new IdleBenchmark(),
            "start", new StartBenchmark(),
            "terminal", TerminalBenchmark::run));

    private Benchmarks() {}

    public static void main(String[] names) throws IOException {
        var unknown = Stream.of(names).filter(name -> !ALL.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            System.err.println("There is no benchmark " + unknown + ". There are " + ALL.keySet() + ".");
            System.exit(2);
        }
        var chosen = Set.of(names);
        try (var platform = Platform.running(Surroundings.credentials())) {
            for (var benchmark : ALL.entrySet()) {
                if (chosen.isEmpty() || chosen.contains(benchmark.getKey())) {
                    var report = benchmark.getValue().run(platform);
                    System.out.print(report.table());
                    report.write(Path.of("bench", "results", benchmark.getKey() + ".json"));
                }
            }
        }
    }
}
