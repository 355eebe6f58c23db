package dev.slipway.ui.workspace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Section;
import dev.slipway.attempt.Attempt;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import org.jspecify.annotations.Nullable;

/** The learner's machines: being made, at work, broken or gone. */
final class MachinesPane extends Section {
    private final Session session;
    private final ProvisioningPane provisioning = new ProvisioningPane();
    private @Nullable TerminalTabs terminals;
    private @Nullable SandboxId shown;

    MachinesPane(Session session) {
        this.session = session;
        addClassName("machines");
        getElement().setAttribute("aria-label", "Machines");
    }

    void show(Attempt attempt) {
        var state = attempt.sandbox().map(Sandbox::state).orElse(null);
        switch (state) {
            case SandboxState.Requested requested -> {
                provisioning.show(requested);
                only(provisioning);
            }
            case SandboxState.Provisioning making -> {
                provisioning.show(making);
                only(provisioning);
            }
            case SandboxState.Ready _, SandboxState.Frozen _ ->
                only(terminals(attempt.sandbox().orElseThrow()));
            case SandboxState.Failed failed -> only(MachinesGone.failed(session, failed.cause()));
            case SandboxState.Ending _ -> only(MachinesGone.ending());
            case SandboxState.Ended ended -> only(MachinesGone.ended(session, ended.reason()));
            case null -> only(MachinesGone.none(session));
        }
    }

    /** Brings a node's first terminal to the front, if there is one. */
    void choose(NodeName node) {
        if (terminals != null) {
            terminals.choose(node);
        }
    }

    /** Other machines are other terminals; the same machines keep theirs, with all that they show. */
    private TerminalTabs terminals(Sandbox sandbox) {
        if (terminals == null || !sandbox.id().equals(shown)) {
            terminals = new TerminalTabs(session, sandbox.nodes());
            shown = sandbox.id();
        }
        return terminals;
    }

    private void only(Component pane) {
        if (getChildren().noneMatch(pane::equals)) {
            removeAll();
            add(pane);
        }
    }
}
