/**
 * Runs proofs in real sandboxes. A proof shows that a lab can be solved, or that its checks reject a wrong solution.
 */
@ApplicationModule(
        allowedDependencies = {"shared", "platform", "account", "lab", "sandbox", "terminal", "check", "attempt"})
@NullMarked
package dev.slipway.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
