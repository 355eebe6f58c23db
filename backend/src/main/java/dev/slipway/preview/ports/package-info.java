/** Which ports are published: what the node engines say, for as long as somebody has the workspace open. */
@NullMarked
package dev.slipway.preview.ports;

import org.jspecify.annotations.NullMarked;
