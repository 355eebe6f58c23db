/** The implementation for Docker. It uses docker-java for objects, and a client of its own for exec streams. */
@NullMarked
package dev.slipway.engine.docker;

import org.jspecify.annotations.NullMarked;
