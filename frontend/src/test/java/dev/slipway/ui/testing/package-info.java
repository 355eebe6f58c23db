/** What the tests of the screens share: fakes of the modules, and builders. */
@NullMarked
package dev.slipway.ui.testing;

import org.jspecify.annotations.NullMarked;
