/** The platform's HTTP server: what it believes of proxies, what it says in headers, what it bears of strangers. */
@NullMarked
package dev.slipway.web;

import org.jspecify.annotations.NullMarked;
