package dev.slipway.sandbox.json;

import dev.slipway.sandbox.SandboxProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the one budget of the platform. */
@Configuration(proxyBeanMethods = false)
class MemoryConfiguration {

    @Bean
    MemoryBudget memoryBudget(SandboxProperties properties) {
        return new MemoryBudget(properties.answerMemory());
    }
}
