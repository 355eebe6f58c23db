package dev.slipway.bench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Locates the measured platform: the one that {@code ./slipway up} started, unless environment variables name another
 * platform.
 */
final class BenchmarkEnvironment {
    private BenchmarkEnvironment() {}

    /** Returns the file with the platform's address and accounts. */
    static Path credentials() {
        return Path.of(setting("SLIPWAY_BENCH_CREDENTIALS").orElse("var/credentials"));
    }

    /** Returns the address of the host engine, in the form that the docker program accepts. */
    static String engine() {
        return setting("SLIPWAY_BENCH_ENGINE")
                .orElse("unix://" + Path.of("var/run/engine.sock").toAbsolutePath());
    }

    /** Returns the id of the platform's process on this machine, if an environment variable gives it. */
    static Optional<String> process() {
        return setting("SLIPWAY_BENCH_PROCESS");
    }

    /** Returns the folder for results. The results in {@code bench/results} are published. */
    static Path results() {
        return Path.of(setting("SLIPWAY_BENCH_RESULTS").orElse("bench/results"));
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
