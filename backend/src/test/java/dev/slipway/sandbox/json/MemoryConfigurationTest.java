package dev.slipway.sandbox.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class MemoryConfigurationTest {
    private final ApplicationContextRunner platform =
            new ApplicationContextRunner().withUserConfiguration(MemoryConfiguration.class);

    @Test
    void needsNoSettings() {
        platform.run(context -> assertThat(context.getBean(MemoryBudget.class).free())
                .isEqualTo(DataSize.ofMegabytes(32).toBytes()));
    }

    @Test
    void readsTheSettingThatTheOperatorsGuideNames() {
        platform.withPropertyValues("slipway.engine.answer-memory=8MB")
                .run(context -> assertThat(context.getBean(MemoryBudget.class).free())
                        .isEqualTo(DataSize.ofMegabytes(8).toBytes()));
    }
}
