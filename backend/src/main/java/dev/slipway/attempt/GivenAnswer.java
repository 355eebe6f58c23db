package dev.slipway.attempt;

import dev.slipway.lab.QuizAnswer;
import java.time.Instant;

/** An answer that a learner has given, and whether it was right by the lab as it was then. */
public record GivenAnswer(QuizAnswer answer, boolean right, Instant at) {}
