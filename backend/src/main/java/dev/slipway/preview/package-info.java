/** Previews: the apps at nodes' published ports, shown in the learner's browser, each on its own origin. */
@ApplicationModule(
        allowedDependencies = {"shared", "platform", "account", "sandbox", "sandbox :: http", "sandbox :: json"})
@NullMarked
package dev.slipway.preview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
