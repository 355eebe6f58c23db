/** Benchmarks against a running platform: what a learner waits for, measured where the learner sees it. */
@NullMarked
package dev.slipway.bench;

import org.jspecify.annotations.NullMarked;
