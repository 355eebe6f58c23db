/** The REST API under /api/v1: what the screens can do, under the same authorisation. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "engine",
            "account",
            "lab",
            "sandbox",
            "terminal",
            "preview",
            "check",
            "attempt"
        })
@NullMarked
package dev.slipway.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
