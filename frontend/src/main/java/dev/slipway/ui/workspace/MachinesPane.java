package dev.slipway.ui.workspace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import dev.slipway.attempt.Attempt;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.ui.component.TabPanes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows the progress while the learner's machines are being created, and then their terminals and previews. If machines
 * are broken or removed, shows the reason.
 */
final class MachinesPane extends Section {
    private final AttemptActions session;
    private final ProvisioningPane provisioning = new ProvisioningPane();
    private final FrozenLine frozen;
    private final BrokenNodes broken;
    private @Nullable Div desk;
    private @Nullable TerminalTabs terminals;
    private @Nullable PreviewTabs previews;
    private @Nullable SandboxId shown;

    MachinesPane(AttemptActions session) {
        this.session = session;
        frozen = new FrozenLine(session.lab().machines().session().idle());
        broken = new BrokenNodes(session);
        addClassName("machines");
        getElement().setAttribute("aria-label", "Machines");
    }

    void show(Attempt attempt) {
        var state = attempt.sandbox().map(Sandbox::state).orElse(null);
        frozen.show(state instanceof SandboxState.Frozen);
        broken.show(attempt.sandbox()
                .filter(sandbox -> sandbox.state().isUsable())
                .map(Sandbox::brokenNodes)
                .orElse(Map.of()));
        switch (state) {
            case SandboxState.Requested requested -> {
                provisioning.show(requested);
                only(provisioning);
            }
            case SandboxState.Provisioning making -> {
                provisioning.show(making);
                only(provisioning);
            }
            case SandboxState.Ready _ -> work(attempt.sandbox().orElseThrow(), false);
            case SandboxState.Frozen _ -> work(attempt.sandbox().orElseThrow(), true);
            case SandboxState.Failed failed -> only(MachinesGone.failed(session, failed.cause()));
            case SandboxState.Ending _ -> only(MachinesGone.ending());
            case SandboxState.Ended ended -> only(MachinesGone.ended(session, ended.reason()));
            case null -> only(MachinesGone.none(session));
        }
    }

    private void work(Sandbox sandbox, boolean frozen) {
        only(desk(sandbox));
        if (terminals != null) {
            terminals.frozen(frozen);
        }
    }

    /** Brings a node's first terminal to the front, if there are machines. */
    void choose(NodeName node) {
        if (terminals != null) {
            terminals.choose(node);
        }
    }

    /** Opens a preview of a node's port, if there are machines. */
    void openPort(NodeName node, int port) {
        if (previews != null) {
            previews.open(node, port);
        }
    }

    /**
     * Returns the terminals and previews of a sandbox. The components are recreated only for another sandbox, so that
     * they keep their content.
     */
    private Div desk(Sandbox sandbox) {
        if (desk == null || !sandbox.id().equals(shown)) {
            var panes = new TabPanes(session.id().toString());
            terminals = new TerminalTabs(session, sandbox.nodeNames(), panes);
            previews = new PreviewTabs(session, sandbox, panes);
            desk = new Div(previews, panes);
            desk.addClassName("desk");
            shown = sandbox.id();
        }
        return desk;
    }

    private void only(Component pane) {
        if (getChildren().noneMatch(pane::equals)) {
            removeAll();
            add(frozen, broken, pane);
        }
    }
}
