/** Proofs: shows that a lab can be solved, and that wrong solutions are told apart, on real sandboxes. */
@ApplicationModule(
        allowedDependencies = {"shared", "engine", "account", "lab", "sandbox", "terminal", "check", "attempt"})
@NullMarked
package dev.slipway.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
