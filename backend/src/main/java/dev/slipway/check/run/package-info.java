/** Watches attempts: when their tasks are evaluated, and what becomes of the outcomes. */
@NullMarked
package dev.slipway.check.run;

import org.jspecify.annotations.NullMarked;
