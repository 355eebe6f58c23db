package dev.slipway.lab;

import java.time.Duration;

/** How long a sandbox of the lab lives, and how often and by how much a learner may extend that. */
public record SessionPolicy(Duration lease, Duration extendBy, int maxExtensions, Duration idle) {}
