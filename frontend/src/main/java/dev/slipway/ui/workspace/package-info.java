/** The workspace: an attempt with its instructions and machines. */
@NullMarked
package dev.slipway.ui.workspace;

import org.jspecify.annotations.NullMarked;
