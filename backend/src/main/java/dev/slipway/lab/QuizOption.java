package dev.slipway.lab;

import java.util.Optional;

/**
 * An option of a question.
 *
 * @param feedback text for a learner who has chosen this option, in CommonMark
 */
public record QuizOption(String text, Optional<String> feedback) {}
