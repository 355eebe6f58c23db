package dev.slipway.ui.shell;

import dev.slipway.platform.AfterCommit;
import org.springframework.stereotype.Component;

/** Starts each update of a screen after the commit, on its own virtual thread. */
@Component
final class AfterCommitUpdates implements ScreenUpdates {

    @Override
    public void start(Runnable update) {
        AfterCommit.start("screen-update", update);
    }
}
