package dev.slipway;

import dev.slipway.cli.LabLintCommand;
import dev.slipway.cli.LabTestCommand;
import dev.slipway.cli.ProofPlatform;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The platform's main class: one process serves the screens, the API and the terminals. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Application {
    /**
     * System property for the number of virtual threads that can run at the same time. The JDK reads the property when
     * the first virtual thread starts.
     */
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    /**
     * Minimum of that property, for machines with few cores. Decision 0014 explains why it exceeds the number of cores.
     */
    private static final int MIN_CARRIERS = 4;

    /** Starts the platform, or runs a command such as {@code lab lint} if the arguments name one. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        provideCarriers();
        var line = List.of(arguments);
        if (LabLintCommand.isMeant(line)) {
            System.exit(LabLintCommand.run(line, System.out));
        }
        if (LabTestCommand.isMeant(line)) {
            System.exit(LabTestCommand.run(line, System.out, labs -> ProofPlatform.start(Application.class, labs)));
        }
        SpringApplication.run(Application.class, arguments);
    }

    private static void provideCarriers() {
        if (System.getProperty(CARRIERS) == null) {
            var carriers = Math.max(MIN_CARRIERS, 2 * Runtime.getRuntime().availableProcessors());
            System.setProperty(CARRIERS, Integer.toString(carriers));
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * Returns the source of random numbers. They must be unpredictable, because ids and tickets are derived from them.
     */
    @Bean
    RandomGenerator randomness() {
        return new SecureRandom();
    }
}
