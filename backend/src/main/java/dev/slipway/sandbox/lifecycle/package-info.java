/** Changes of a sandbox's state: requests, the queue, leases, reconciling. */
@NullMarked
package dev.slipway.sandbox.lifecycle;

import org.jspecify.annotations.NullMarked;
