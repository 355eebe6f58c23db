package dev.slipway.attempt;

import dev.slipway.lab.QuizAnswer;
import java.time.Instant;

/** Answer that a learner has given, and whether it was right according to the lab's version at that time. */
public record GivenAnswer(QuizAnswer answer, boolean right, Instant at) {}
