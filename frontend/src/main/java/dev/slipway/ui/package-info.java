/** All screens. They call the modules' APIs and contain no business rules. */
@ApplicationModule
@NullMarked
package dev.slipway.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
