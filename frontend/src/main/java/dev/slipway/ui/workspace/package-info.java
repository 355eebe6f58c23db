/** The workspace: one attempt, its instructions and its machines. */
@NullMarked
package dev.slipway.ui.workspace;

import org.jspecify.annotations.NullMarked;
