package dev.slipway.sandbox.persistence;

/**
 * Published after the commit when a sandbox has freed its place or left the queue, so that waiting sandboxes move up.
 */
public record QueueMoved() {}
