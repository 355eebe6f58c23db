package dev.slipway.lab;

import java.time.Duration;

/**
 * The lifetime of a sandbox of the lab, the length and maximum number of extensions that a learner may request, and the
 * time without activity after which the platform freezes the sandbox.
 */
public record SessionPolicy(Duration lease, Duration extendBy, int maxExtensions, Duration idle) {}
