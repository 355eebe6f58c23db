package dev.slipway.lab;

import java.util.Optional;

/**
 * One of the answers that a question offers.
 *
 * @param feedback what somebody reads who has chosen it, CommonMark
 */
public record QuizOption(String text, Optional<String> feedback) {}
