/** Endpoints with the bodies of their requests and responses. */
@NullMarked
package dev.slipway.api.rest;

import org.jspecify.annotations.NullMarked;
