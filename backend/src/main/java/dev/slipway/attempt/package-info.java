/** Attempts: progress, verdicts, score, hints and evidence of one learner in one lab. */
@ApplicationModule(
        allowedDependencies = {"shared", "platform", "account", "lab", "sandbox", "terminal", "preview", "check"})
@NullMarked
package dev.slipway.attempt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
