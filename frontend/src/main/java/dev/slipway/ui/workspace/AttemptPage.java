package dev.slipway.ui.workspace;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import dev.slipway.attempt.AttemptChanged;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.ui.shell.ScreenEvents;
import org.jspecify.annotations.Nullable;

/** The page of one attempt. Another attempt gets a new page, so that no content of the first one remains. */
final class AttemptPage extends Div {
    private final AttemptActions session;
    private @Nullable WorkspaceLayout bench;

    AttemptPage(AttemptActions session, ScreenEvents events) {
        this.session = session;
        addClassName("workspace");
        events.follow(this, AttemptChanged.class, changed -> changed.attempt().equals(session.id()), this::refresh);
        events.follow(this, SandboxChanged.class, changed -> changed.attempt().equals(session.id()), this::refresh);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
    }

    private void refresh() {
        var attempt = session.attempt();
        if (!attempt.isOpen()) {
            bench = null;
            removeAll();
            add(new ResultPane(session, attempt));
            return;
        }
        if (bench == null) {
            bench = new WorkspaceLayout(session);
            removeAll();
            add(bench);
        }
        bench.show(attempt);
    }
}
