/** The lab format: reading, schema, lint, digests, the catalogue, and Markdown pages. */
@ApplicationModule(allowedDependencies = {"shared", "platform"})
@NullMarked
package dev.slipway.lab;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
