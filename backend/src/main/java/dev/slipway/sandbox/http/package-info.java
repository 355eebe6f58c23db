/** HTTP over streams into nodes. */
@NamedInterface("http")
@NullMarked
package dev.slipway.sandbox.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
