package dev.slipway.lab;

/**
 * The scoring rules of a lab.
 *
 * @param passPercent percentage of the points that a learner needs to pass the lab
 * @param hintCost points that one hint costs
 */
public record Scoring(int passPercent, int hintCost) {}
