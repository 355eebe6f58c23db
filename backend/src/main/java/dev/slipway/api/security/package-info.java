/** Authentication of API requests by API tokens. */
@NullMarked
package dev.slipway.api.security;

import org.jspecify.annotations.NullMarked;
