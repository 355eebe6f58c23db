package dev.slipway.bench;

/** One thing to measure. */
interface Benchmark {

    /** Measures on a platform that nobody else uses meanwhile. */
    Report run(Platform platform);

    /** How often a benchmark repeats: {@code SLIPWAY_BENCH_RUNS}, or what it thinks is enough. */
    static int runs(int enough) {
        return Integer.parseInt(System.getenv().getOrDefault("SLIPWAY_BENCH_RUNS", Integer.toString(enough)));
    }
}
