/** Types of assertions, with the code that parses them from a lab and evaluates them on facts. */
@NullMarked
package dev.slipway.check.assertion;

import org.jspecify.annotations.NullMarked;
