package dev.slipway.ui.shell;

/** How updates of screens are started: never on the thread that publishes an event. */
@FunctionalInterface
public interface ScreenUpdates {

    /** Starts an update once the running transaction, if there is one, has committed. */
    void start(Runnable update);
}
