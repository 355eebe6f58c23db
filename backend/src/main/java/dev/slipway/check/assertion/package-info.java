/** Assertion types: how each one is parsed from a lab and evaluated on facts. */
@NullMarked
package dev.slipway.check.assertion;

import org.jspecify.annotations.NullMarked;
