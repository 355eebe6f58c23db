package dev.slipway.sandbox;

import org.springframework.data.domain.Slice;

/**
 * Page of the sandboxes that are not over, oldest first.
 *
 * @param running how many have a place on the host, on all pages
 * @param waiting how many wait for a place, on all pages
 */
public record OpenSandboxes(Slice<Sandbox> page, int running, int waiting) {}
