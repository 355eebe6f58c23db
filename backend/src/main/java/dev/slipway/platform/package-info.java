/**
 * Technical classes that all modules may use and that do not depend on the domain: reactions to events after their
 * commit, repeated transactions, locks, limits, and the settings of the whole platform.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package dev.slipway.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
