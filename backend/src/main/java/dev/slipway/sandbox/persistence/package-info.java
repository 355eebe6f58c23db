/**
 * Stored sandboxes. After a sandbox is created, all changes to it go through {@code SandboxStore}, which publishes each
 * change that other modules can see.
 */
@NullMarked
package dev.slipway.sandbox.persistence;

import org.jspecify.annotations.NullMarked;
