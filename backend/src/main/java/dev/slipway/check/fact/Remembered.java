package dev.slipway.check.fact;

import dev.slipway.shared.NodeName;
import java.util.function.Predicate;

/**
 * Events that must be kept for an assertion, regardless of how many other events follow.
 *
 * @param events returns whether the assertion looks for an event
 */
public record Remembered(NodeName node, Predicate<EventsFact.Event> events) {}
