package dev.slipway.lab.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.MutableClock;
import dev.slipway.database.OnBothDatabases;
import dev.slipway.lab.LabId;
import dev.slipway.sandbox.RunningSandboxes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

@OnBothDatabases
class JpaContentStoreTest {
    private static final String DIGEST = "a".repeat(64);
    private static final LabId LAB = new LabId("my-lab");

    @TempDir
    Path folder;

    private final String database = UUID.randomUUID().toString();

    @Test
    void filesAreThereAfterThePlatformHasBeenStartedAgain() {
        var large = new byte[1 << 20];
        large[large.length - 1] = 7;
        try (var first = start();
                var again = start()) {
            contents(first).put(DIGEST, LAB, Map.of("lab.yaml", bytes("id: my-lab"), "files/large.bin", large));

            var found = contents(again).get(DIGEST).orElseThrow();

            assertThat(found.get("lab.yaml")).asString().isEqualTo("id: my-lab");
            assertThat(found.get("files/large.bin")).isEqualTo(large);
        }
    }

    @Test
    void whatIsKeptFirstStays() {
        try (var running = start()) {
            contents(running).put(DIGEST, LAB, Map.of("lab.yaml", bytes("first")));

            contents(running).put(DIGEST, LAB, Map.of("lab.yaml", bytes("second")));

            assertThat(contents(running).get(DIGEST).orElseThrow().get("lab.yaml"))
                    .asString()
                    .isEqualTo("first");
        }
    }

    @Test
    void whatNobodyKeptIsNotThere() {
        try (var running = start()) {
            assertThat(contents(running).get(DIGEST)).isEmpty();
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Setup.class)
                .web(WebApplicationType.NONE)
                .run(RunningSandboxes.arguments(database, folder).toArray(String[]::new));
    }

    private static JpaContentStore contents(ConfigurableApplicationContext context) {
        return context.getBean(JpaContentStore.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @EnableAutoConfiguration
    @EntityScan({"dev.slipway.lab.persistence", "org.springframework.modulith.events.jpa.updating"})
    @EnableJpaRepositories("dev.slipway.lab.persistence")
    @Import(JpaContentStore.class)
    static class Setup {
        @Bean
        MutableClock clock() {
            return new MutableClock();
        }
    }
}
