/** Who may use the API: the bearers of API tokens. */
@NullMarked
package dev.slipway.api.security;

import org.jspecify.annotations.NullMarked;
