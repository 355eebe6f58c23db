/** Checks: assertion types, facts, event streams, evaluation, verdicts. */
@ApplicationModule(allowedDependencies = {"shared", "engine", "lab", "sandbox"})
@NullMarked
package dev.slipway.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
