/** The assertion types: how each is read from a lab and what it says about facts. */
@NullMarked
package dev.slipway.check.assertion;

import org.jspecify.annotations.NullMarked;
