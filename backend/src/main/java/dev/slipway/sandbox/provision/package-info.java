/** Creates and removes a sandbox's objects on the host engine, and connects to its nodes. */
@NullMarked
package dev.slipway.sandbox.provision;

import org.jspecify.annotations.NullMarked;
