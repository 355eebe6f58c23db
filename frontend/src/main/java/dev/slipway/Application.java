package dev.slipway;

import dev.slipway.cli.LabLintCommand;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The platform: one process that serves the screens, the API and the terminals. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Application {

    public static void main(String[] arguments) {
        if (LabLintCommand.isMeant(List.of(arguments))) {
            System.exit(LabLintCommand.run(List.of(arguments), System.out));
        }
        SpringApplication.run(Application.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Unpredictable, because ids and tickets are made of it. */
    @Bean
    RandomGenerator randomness() {
        return new SecureRandom();
    }
}
