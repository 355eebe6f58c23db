/** The application, put together from its modules. */
@NullMarked
package dev.slipway;

import org.jspecify.annotations.NullMarked;
