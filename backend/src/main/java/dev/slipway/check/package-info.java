/** Evaluates checks: parses assertions, gathers facts, follows the events of node engines and gives verdicts. */
@ApplicationModule(allowedDependencies = {"shared", "platform", "lab", "sandbox", "sandbox :: http", "sandbox :: json"})
@NullMarked
package dev.slipway.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
