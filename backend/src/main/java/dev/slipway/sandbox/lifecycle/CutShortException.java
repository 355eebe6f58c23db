package dev.slipway.sandbox.lifecycle;

/** The rest of a piece of work is pointless: its sandbox is being ended, or the platform stops. */
final class CutShortException extends RuntimeException {}
