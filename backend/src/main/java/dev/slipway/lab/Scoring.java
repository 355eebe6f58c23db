package dev.slipway.lab;

/** @param passPercent per cent of the points that pass the lab; @param hintCost points that one hint costs */
public record Scoring(int passPercent, int hintCost) {}
