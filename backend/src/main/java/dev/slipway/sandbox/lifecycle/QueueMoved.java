package dev.slipway.sandbox.lifecycle;

/** A sandbox has freed its place, or has left the queue, so that others move up. Published once that is committed. */
record QueueMoved() {}
