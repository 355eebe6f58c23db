package dev.slipway.sandbox;

/** A sandbox got another state or lease. Published after the change is committed. */
public record SandboxChanged(Sandbox sandbox) {}
