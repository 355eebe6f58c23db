/** Sandboxes: provisioning, leases, reaping, reconciling, and the one primitive, a stream into a node. */
@ApplicationModule(allowedDependencies = {"shared", "engine", "engine :: json", "engine :: support"})
@NullMarked
package dev.slipway.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
