package dev.slipway.check.fact;

import dev.slipway.shared.NodeName;
import java.util.function.Predicate;

/**
 * Events that an assertion has to remember, however many others come after them.
 *
 * @param events whether it may ask for an event
 */
public record Remembered(NodeName node, Predicate<EventsFact.Event> events) {}
