/** Errors as problem details (RFC 9457). */
@NullMarked
package dev.slipway.api.problem;

import org.jspecify.annotations.NullMarked;
