/** All screens. They ask the modules' APIs and decide nothing themselves. */
@ApplicationModule
@NullMarked
package dev.slipway.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
