package dev.slipway.sandbox.persistence;

/**
 * Published within the transaction in which a sandbox frees its place or leaves the queue. After the commit, waiting
 * sandboxes move up.
 */
public record QueueMoved() {}
