package dev.slipway.check.fact;

import java.util.Optional;

/** The learner's answer to a task; empty before the first answer. */
public record AnswerFact(Optional<String> value) {}
