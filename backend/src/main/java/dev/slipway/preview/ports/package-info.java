/** Open ports of nodes, watched while a learner has the workspace open. */
@NullMarked
package dev.slipway.preview.ports;

import org.jspecify.annotations.NullMarked;
