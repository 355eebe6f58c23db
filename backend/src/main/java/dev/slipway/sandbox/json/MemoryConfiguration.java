package dev.slipway.sandbox.json;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the memory budget that all readers of the platform share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnswerProperties.class)
class MemoryConfiguration {

    @Bean
    MemoryBudget memoryBudget(AnswerProperties properties) {
        return new MemoryBudget(properties.answerMemory());
    }
}
