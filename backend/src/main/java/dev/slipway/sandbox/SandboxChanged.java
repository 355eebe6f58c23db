package dev.slipway.sandbox;

/** A sandbox got another state or lease, or its lease is about to end. Published after the change is committed. */
public record SandboxChanged(Sandbox sandbox) {}
