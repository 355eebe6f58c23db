package dev.slipway.bench;

/** A measurement of the running platform. */
interface Benchmark {

    /** Measures and returns the results. No other client may use the platform at the same time. */
    Report run(Platform platform);

    /** Returns the number of runs: {@code SLIPWAY_BENCH_RUNS} if it is set, else the benchmark's default. */
    static int runs(int enough) {
        return Integer.parseInt(System.getenv().getOrDefault("SLIPWAY_BENCH_RUNS", Integer.toString(enough)));
    }
}
