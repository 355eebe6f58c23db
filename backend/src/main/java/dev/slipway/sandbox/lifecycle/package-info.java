/**
 * The steps in the life of a sandbox: provisioning, resetting and recreating nodes, freezing, thawing, ending. Each step
 * stores its intention, then runs in the background, one at a time per sandbox. Requests and upkeep both start steps.
 */
@NullMarked
package dev.slipway.sandbox.lifecycle;

import org.jspecify.annotations.NullMarked;
