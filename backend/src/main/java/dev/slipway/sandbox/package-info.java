/** Sandboxes: provisioning, leases, reaping, reconciling, and streams into nodes. */
@ApplicationModule(allowedDependencies = {"shared", "platform", "engine", "engine :: support", "lab"})
@NullMarked
package dev.slipway.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
