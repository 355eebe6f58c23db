/**
 * Terminal sessions: shells, viewers, flow control, replay, recordings, and the WebSocket between browser and platform.
 */
@ApplicationModule(allowedDependencies = {"shared", "platform", "account", "sandbox"})
@NullMarked
package dev.slipway.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
