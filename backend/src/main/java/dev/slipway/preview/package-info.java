/** Previews: what a node's published ports serve, in the learner's browser, each on an origin of its own. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "account",
            "engine",
            "engine :: http",
            "engine :: json",
            "engine :: support",
            "sandbox"
        })
@NullMarked
package dev.slipway.preview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
