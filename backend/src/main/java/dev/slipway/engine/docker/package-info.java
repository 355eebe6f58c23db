/**
 * Implements the container engine for Docker. It uses docker-java for containers, networks and volumes, and a client of
 * its own for exec streams.
 */
@NullMarked
package dev.slipway.engine.docker;

import org.jspecify.annotations.NullMarked;
