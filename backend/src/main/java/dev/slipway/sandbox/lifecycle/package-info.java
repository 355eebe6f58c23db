/** What moves sandboxes from state to state: requests, the queue, leases, reconciling. */
@NullMarked
package dev.slipway.sandbox.lifecycle;

import org.jspecify.annotations.NullMarked;
