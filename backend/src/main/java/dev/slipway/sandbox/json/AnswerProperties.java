package dev.slipway.sandbox.json;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings for the responses of node engines.
 *
 * @param answerMemory memory that the responses of all node engines may use together, in addition to the first megabyte
 *     of each response. The limit is necessary because a learner controls the node engine, which may send any response
 */
@Validated
@ConfigurationProperties("slipway.engine")
record AnswerProperties(@NotNull @DefaultValue("32MB") DataSize answerMemory) {}
