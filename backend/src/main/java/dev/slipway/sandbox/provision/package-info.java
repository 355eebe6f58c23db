/** Creates and removes a sandbox's objects on the host engine. */
@NullMarked
package dev.slipway.sandbox.provision;

import org.jspecify.annotations.NullMarked;
