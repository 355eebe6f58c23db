package dev.slipway.ui.shell;

/** Starts updates of screens, never on the thread that publishes the event. */
@FunctionalInterface
public interface ScreenUpdates {

    /** Starts an update after the current transaction, if there is one, has committed. */
    void start(Runnable update);
}
