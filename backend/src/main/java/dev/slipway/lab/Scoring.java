package dev.slipway.lab;

/**
 * How a lab's points count.
 *
 * @param passPercent per cent of the points that pass the lab
 * @param hintCost points that one hint costs
 */
public record Scoring(int passPercent, int hintCost) {}
