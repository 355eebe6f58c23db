package dev.slipway.sandbox.lifecycle;

/**
 * Published after the commit when a sandbox has freed its place or left the queue, so that waiting sandboxes move up.
 */
record QueueMoved() {}
