/**
 * Accepts and limits the requests of the module's callers, assigns attached machines, and queues sandboxes for free
 * places. The work that an accepted request needs is in {@code lifecycle}.
 */
@NullMarked
package dev.slipway.sandbox.request;

import org.jspecify.annotations.NullMarked;
