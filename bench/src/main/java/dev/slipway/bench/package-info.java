/**
 * Benchmarks against a running platform. They measure waiting times of learners as the browser or the client sees them.
 */
@NullMarked
package dev.slipway.bench;

import org.jspecify.annotations.NullMarked;
