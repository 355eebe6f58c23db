package dev.slipway.sandbox;

import org.springframework.data.domain.Slice;

/**
 * Page of the sandboxes that have neither ended nor failed, oldest first.
 *
 * @param running number of sandboxes on all pages that have a place on the host
 * @param waiting number of sandboxes on all pages that wait for a place
 */
public record OpenSandboxes(Slice<Sandbox> page, int running, int waiting) {}
