/**
 * Reverse proxy between a browser and a node's port. It handles requests in the server before all other components, so
 * that a preview's host offers no screen, session or API of the platform.
 */
@NullMarked
package dev.slipway.preview.proxy;

import org.jspecify.annotations.NullMarked;
