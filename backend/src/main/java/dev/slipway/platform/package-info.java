/**
 * Technical classes for all modules, which know nothing of the domain: reactions to events after their commit, repeated
 * transactions, locks, limits, and the settings of the whole platform.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package dev.slipway.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
