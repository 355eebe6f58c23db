/** Permissions to see previews: their names, tickets and passes, and the code that ends them. */
@NullMarked
package dev.slipway.preview.grant;

import org.jspecify.annotations.NullMarked;
