/**
 * The reverse proxy between a browser and a node's port. It stands in the server before everything else, so on a
 * preview's host there is no screen, no session and no API of the platform.
 */
@NullMarked
package dev.slipway.preview.proxy;

import org.jspecify.annotations.NullMarked;
