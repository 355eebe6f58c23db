package dev.slipway.sandbox.agent;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the connections to the nodes' agents.
 *
 * @param folder folder with the sockets to which agents connect, which the host engine has mounted as {@code
 *     /run/slipway/agents}
 * @param memory number of bytes that agents of all nodes together have sent and that are still unread, one node at most
 *     a 16th of it; a stream that would exceed it is closed. The first 8 KiB of each stream do not count
 * @param frameRate number of frames that the platform reads from one node in a second; a flood of output has a tenth of
 *     them
 * @param connectTime how long the platform waits for an agent to connect before it starts one itself. A running agent
 *     connects within a second after a restart of the platform
 * @param answerTime how long an agent may take to open a shell
 */
@Validated
@ConfigurationProperties("slipway.agents")
public record AgentProperties(
        @DefaultValue("/run/slipway/agents") Path folder,
        @NotNull @DefaultValue("256MB") DataSize memory,
        @Min(100) @DefaultValue("20000") int frameRate,
        @DefaultValue("3s") @DurationMin(millis = 1) Duration connectTime,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration answerTime) {}
