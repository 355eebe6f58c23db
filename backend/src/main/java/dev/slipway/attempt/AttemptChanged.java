package dev.slipway.attempt;

/** Something about an attempt, its verdicts or its sandbox changed. Published after the change is committed. */
public record AttemptChanged(Attempt attempt) {}
