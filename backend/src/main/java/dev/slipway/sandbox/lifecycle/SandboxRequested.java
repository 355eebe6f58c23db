package dev.slipway.sandbox.lifecycle;

import dev.slipway.shared.SandboxId;

/** A sandbox was asked for. Acted on after the transaction that asked is committed. */
record SandboxRequested(SandboxId sandbox) {}
