package dev.slipway.lab;

import java.time.Duration;

/** The lifetime of a sandbox of the lab, and how often and by how much a learner may extend it. */
public record SessionPolicy(Duration lease, Duration extendBy, int maxExtensions, Duration idle) {}
