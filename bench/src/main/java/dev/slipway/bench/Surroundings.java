package dev.slipway.bench;

import java.nio.file.Path;
import java.util.Optional;

/** Where the platform that is measured runs: what {@code ./slipway up} started, or what the environment says. */
final class Surroundings {
    private Surroundings() {}

    /** Address and accounts of the platform. */
    static Path credentials() {
        return Path.of(setting("SLIPWAY_BENCH_CREDENTIALS").orElse("var/credentials"));
    }

    /** The host engine, as the docker program takes it. */
    static String engine() {
        return setting("SLIPWAY_BENCH_ENGINE")
                .orElse("unix://" + Path.of("var/run/engine.sock").toAbsolutePath());
    }

    /** The platform's process on this machine. */
    static Optional<String> process() {
        return setting("SLIPWAY_BENCH_PROCESS");
    }

    /** The folder for results; those of {@code bench/results} are published. */
    static Path results() {
        return Path.of(setting("SLIPWAY_BENCH_RESULTS").orElse("bench/results"));
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
