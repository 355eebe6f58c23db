/** Permissions to see previews: their names, tickets, passes and ends. */
@NullMarked
package dev.slipway.preview.grant;

import org.jspecify.annotations.NullMarked;
