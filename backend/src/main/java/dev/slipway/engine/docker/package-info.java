/** The Docker implementation: docker-java for objects, a client of our own for exec streams. */
@NullMarked
package dev.slipway.engine.docker;

import org.jspecify.annotations.NullMarked;
