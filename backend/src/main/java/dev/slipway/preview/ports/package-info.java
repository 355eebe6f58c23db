/** Which ports are open: what the nodes say, for as long as somebody has the workspace open. */
@NullMarked
package dev.slipway.preview.ports;

import org.jspecify.annotations.NullMarked;
