package dev.slipway.api.access;

import dev.slipway.account.MutableClock;
import dev.slipway.attempt.FakeRecordings;
import dev.slipway.check.CheckSyntax;
import dev.slipway.lab.LabRule;
import dev.slipway.sandbox.FakeHostEngine;
import dev.slipway.sandbox.RunningSandboxes;
import java.nio.file.Path;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * The API on the real accounts, labs, attempts and sandboxes, with a fake engine. Not a {@code Configuration}, so that no
 * test that scans all packages finds it.
 */
@EnableAutoConfiguration
@ComponentScan({"dev.slipway.api.problem", "dev.slipway.api.rest", "dev.slipway.api.security"})
@ComponentScan({"dev.slipway.account.persistence", "dev.slipway.account.limit", "dev.slipway.account.signin"})
@ComponentScan({"dev.slipway.attempt.persistence", "dev.slipway.attempt.progress"})
@ComponentScan({"dev.slipway.lab.folder", "dev.slipway.lab.persistence", "dev.slipway.platform"})
@ComponentScan({"dev.slipway.sandbox.attach", "dev.slipway.sandbox.host", "dev.slipway.sandbox.lifecycle"})
@ComponentScan({"dev.slipway.sandbox.agent", "dev.slipway.sandbox.persistence", "dev.slipway.sandbox.provision"})
@ComponentScan({"dev.slipway.sandbox.request", "dev.slipway.sandbox.upkeep"})
@EntityScan({"dev.slipway", "org.springframework.modulith.events.jpa.updating"})
@EnableJpaRepositories("dev.slipway")
@ConfigurationPropertiesScan({
    "dev.slipway.account",
    "dev.slipway.attempt",
    "dev.slipway.lab",
    "dev.slipway.sandbox",
    "dev.slipway.platform"
})
class RealServices {
    @Bean
    MutableClock clock() {
        return new MutableClock();
    }

    @Bean
    RandomGenerator random() {
        return new Random();
    }

    @Bean
    FakeHostEngine engine(@Value("${slipway.agents.folder}") Path agents) {
        var engine = RunningSandboxes.anEngine();
        engine.connectAgents(agents);
        return engine;
    }

    @Bean
    LabRule readableChecks() {
        return CheckSyntax::problems;
    }

    @Bean
    FakeNeighbours neighbours() {
        return new FakeNeighbours();
    }

    @Bean
    FakeRecordings recordings() {
        return new FakeRecordings();
    }
}
