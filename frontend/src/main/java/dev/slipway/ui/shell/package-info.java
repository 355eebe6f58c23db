/** The parts that all screens share: HTML page, navigation, error pages, live updates. */
@NullMarked
package dev.slipway.ui.shell;

import org.jspecify.annotations.NullMarked;
