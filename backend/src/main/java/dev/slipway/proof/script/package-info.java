/** Solutions, read as what somebody types. */
@NullMarked
package dev.slipway.proof.script;

import org.jspecify.annotations.NullMarked;
