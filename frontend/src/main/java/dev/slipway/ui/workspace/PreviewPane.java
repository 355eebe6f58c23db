package dev.slipway.ui.workspace;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.slipway.shared.ErrorTexts;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;

/** A preview of a node's port in a frame, with a field for the path. */
final class PreviewPane extends Div {
    /**
     * Permissions of the app in the frame. The app can use forms, scripts, dialogs and downloads, but it cannot affect
     * the page around the frame: its scripts run in another origin, and it can open new tabs but not navigate the tab
     * of this page.
     */
    private static final String PERMITTED = "allow-forms allow-scripts allow-same-origin allow-modals allow-downloads "
            + "allow-popups allow-popups-to-escape-sandbox";

    private final AttemptActions session;
    private final NodeName node;
    private final int port;
    private final IFrame frame = new IFrame();
    private final Input path = new Input(ValueChangeMode.ON_CHANGE);
    private final Span state = new Span();

    PreviewPane(AttemptActions session, NodeName node, int port) {
        this.session = session;
        this.node = node;
        this.port = port;
        addClassName("preview");
        var title = "Port " + port + " of " + node;
        path.setValue("/");
        path.getElement()
                .setAttribute("aria-label", "Path on port " + port)
                .setAttribute("spellcheck", "false")
                .setAttribute("autocapitalize", "off");
        path.addValueChangeListener(changed -> load());
        state.addClassName("preview-state");
        state.getElement().setAttribute("role", "status");
        frame.getElement()
                .setAttribute("sandbox", PERMITTED)
                .setAttribute("allow", "fullscreen")
                .setAttribute("title", title)
                .addEventListener("load", loaded -> state.setText(""));
        var bar = new Div(new Span(node + ":" + port), path, state, reload(), newTab());
        bar.addClassName("preview-bar");
        add(bar, frame);
        load();
    }

    private Button reload() {
        var reload = new Button("Reload", click -> load());
        reload.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return reload;
    }

    private Anchor newTab() {
        var link = new Anchor(PreviewRedirect.path(session.id(), node, port), "New tab");
        link.setTarget("_blank");
        link.getElement()
                .setAttribute("rel", "noopener")
                .setAttribute("aria-label", "Open port " + port + " in a new tab");
        return link;
    }

    /**
     * Loads the path with a new ticket, because the permission that the browser got from the previous ticket may have
     * expired.
     */
    private void load() {
        try {
            state.setText("Loading…");
            frame.setSrc(session.previewAddress(node, port, absolute(path.getValue())));
        } catch (UserFacingException refused) {
            state.setText(ErrorTexts.text(refused));
        }
    }

    private static String absolute(String typed) {
        var kept = typed.strip().replaceAll("[^\\x21-\\x7e]", "");
        return kept.startsWith("/") ? kept : "/" + kept;
    }
}
