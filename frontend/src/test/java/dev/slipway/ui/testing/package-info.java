/** Shared parts of the tests of screens: fakes of the modules, and builders. */
@NullMarked
package dev.slipway.ui.testing;

import org.jspecify.annotations.NullMarked;
