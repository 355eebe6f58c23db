/** REST API under /api/v1. The API offers the functions of the user interface, with the same permissions. */
@ApplicationModule(
        allowedDependencies = {"shared", "account", "lab", "sandbox", "terminal", "preview", "check", "attempt"})
@NullMarked
package dev.slipway.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
