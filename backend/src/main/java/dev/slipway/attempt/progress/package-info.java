/** What moves attempts on: starts, verdicts, hints, and what happens to their machines. */
@NullMarked
package dev.slipway.attempt.progress;

import org.jspecify.annotations.NullMarked;
