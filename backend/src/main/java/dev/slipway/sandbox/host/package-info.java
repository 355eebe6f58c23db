/** What the host can do and which images it has. */
@NullMarked
package dev.slipway.sandbox.host;

import org.jspecify.annotations.NullMarked;
