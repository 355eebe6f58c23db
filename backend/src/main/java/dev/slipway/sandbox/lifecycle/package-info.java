/**
 * The steps in the life of a sandbox: provisioning, resetting and recreating nodes, freezing, thawing, ending. Each
 * step stores its intention, then runs in the background, one at a time per sandbox. The packages {@code request} and
 * {@code upkeep} start these steps.
 */
@NullMarked
package dev.slipway.sandbox.lifecycle;

import org.jspecify.annotations.NullMarked;
