package dev.slipway.ui.shell;

import dev.slipway.shared.AfterCommit;
import org.springframework.stereotype.Component;

/** Starts each update of a screen after the commit, on a virtual thread of its own. */
@Component
final class AfterCommitUpdates implements ScreenUpdates {

    @Override
    public void start(Runnable update) {
        AfterCommit.start("screen-update", update);
    }
}
