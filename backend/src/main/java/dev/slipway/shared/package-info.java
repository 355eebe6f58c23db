/** Ids that cross the borders of modules, error codes, and errors meant for people. Nothing else belongs here. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package dev.slipway.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
