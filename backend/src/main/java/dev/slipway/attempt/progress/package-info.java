/** Changes of attempts: starts, verdicts, hints, answers, and the state of their machines. */
@NullMarked
package dev.slipway.attempt.progress;

import org.jspecify.annotations.NullMarked;
