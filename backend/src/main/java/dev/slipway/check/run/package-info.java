/** Watches attempts: schedules the evaluation of their tasks and passes the verdicts to storage. */
@NullMarked
package dev.slipway.check.run;

import org.jspecify.annotations.NullMarked;
