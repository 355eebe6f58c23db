package dev.slipway.ui.component.terminal;

/** How a terminal's connection is. */
public enum ConnectionState {
    IDLE,
    CONNECTING,
    REPLAYING,
    LIVE,
    WAITING,
    ENDED
}
