package dev.slipway.check.fact;

import java.util.Optional;

/** What a learner has typed; empty if nothing yet. */
public record AnswerFact(Optional<String> value) {}
