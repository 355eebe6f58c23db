/** Terminal sessions: shells, viewers, flow control, replay, and the WebSocket that carries them. */
@ApplicationModule(allowedDependencies = {"shared", "account", "engine", "sandbox"})
@NullMarked
package dev.slipway.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
