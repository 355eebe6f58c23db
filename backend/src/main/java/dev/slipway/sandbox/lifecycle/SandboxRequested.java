package dev.slipway.sandbox.lifecycle;

import dev.slipway.shared.SandboxId;

/** Published when a sandbox was requested; handled after the commit. */
record SandboxRequested(SandboxId sandbox) {}
