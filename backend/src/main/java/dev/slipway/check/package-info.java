/** Checks: assertion types, facts, event streams, evaluation, verdicts. */
@ApplicationModule(allowedDependencies = {"shared", "engine", "engine :: json", "engine :: support", "lab", "sandbox"})
@NullMarked
package dev.slipway.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
