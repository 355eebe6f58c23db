/** What surrounds every screen: page, navigation, errors, live updates. */
@NullMarked
package dev.slipway.ui.shell;

import org.jspecify.annotations.NullMarked;
