/** The endpoints and the bodies they take and give. */
@NullMarked
package dev.slipway.api.rest;

import org.jspecify.annotations.NullMarked;
