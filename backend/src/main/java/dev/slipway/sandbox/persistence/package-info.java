/** Stored sandboxes: {@code SandboxStore} is the only way to change one, and publishes each change. */
@NullMarked
package dev.slipway.sandbox.persistence;

import org.jspecify.annotations.NullMarked;
