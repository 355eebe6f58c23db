package dev.slipway.sandbox.agent;

import dev.slipway.engine.ContainerEngine;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the connections to agents that all of the sandbox module shares. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AgentProperties.class)
class AgentConfiguration {

    @Bean
    Agents agents(ContainerEngine engine, AgentProperties properties) {
        return new Agents(engine, properties);
    }
}
