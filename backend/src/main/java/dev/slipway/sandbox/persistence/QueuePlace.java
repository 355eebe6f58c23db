package dev.slipway.sandbox.persistence;

/** A waiting sandbox and the number of sandboxes that have waited longer. */
public record QueuePlace(String id, long before) {}
