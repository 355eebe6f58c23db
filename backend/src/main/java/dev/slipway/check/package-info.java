/** Evaluates checks: parses assertions, gathers facts, follows the events of node engines and gives verdicts. */
@ApplicationModule(allowedDependencies = {"shared", "engine", "engine :: json", "engine :: support", "lab", "sandbox"})
@NullMarked
package dev.slipway.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
