package dev.slipway.sandbox.persistence;

/** A waiting sandbox, and how many sandboxes have waited for longer. */
public record QueuePlace(String id, long before) {}
