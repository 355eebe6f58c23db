package dev.slipway.check.run;

import dev.slipway.platform.RecordedListener;
import dev.slipway.sandbox.NodeReplaced;
import dev.slipway.sandbox.SandboxChanged;
import org.springframework.stereotype.Component;

/** Forwards changes of sandboxes and nodes to the watches of attempts. */
@Component
class SandboxFollower {
    private final CheckRunner checks;

    SandboxFollower(CheckRunner checks) {
        this.checks = checks;
    }

    @RecordedListener
    void on(SandboxChanged event) {
        checks.sandboxChanged(event.sandbox());
    }

    @RecordedListener
    void on(NodeReplaced event) {
        checks.replaced(event.sandbox(), event.node());
    }
}
