package dev.slipway.ui.component.terminal;

/** The state of a terminal's connection. */
public enum ConnectionState {
    IDLE,
    CONNECTING,
    REPLAYING,
    LIVE,
    WAITING,
    ENDED
}
