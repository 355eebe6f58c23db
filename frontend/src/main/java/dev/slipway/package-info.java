/** The application: main class, settings of the process, and the modules that it contains. */
@NullMarked
package dev.slipway;

import org.jspecify.annotations.NullMarked;
