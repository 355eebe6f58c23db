package dev.slipway.engine.json;

import dev.slipway.engine.EngineProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the one budget of the platform. */
@Configuration(proxyBeanMethods = false)
class MemoryConfiguration {

    @Bean
    MemoryBudget memoryBudget(EngineProperties properties) {
        return new MemoryBudget(properties.answerMemory());
    }
}
