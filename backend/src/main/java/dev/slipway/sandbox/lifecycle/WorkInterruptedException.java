package dev.slipway.sandbox.lifecycle;

/** Thrown when work on a sandbox is pointless: the sandbox is being ended, or the platform stops. */
final class WorkInterruptedException extends RuntimeException {}
