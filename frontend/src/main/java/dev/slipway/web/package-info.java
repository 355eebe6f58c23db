/** The platform's HTTP server: trusted proxies, response headers, and limits for unauthenticated clients. */
@NullMarked
package dev.slipway.web;

import org.jspecify.annotations.NullMarked;
