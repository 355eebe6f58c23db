package dev.slipway.ui.workspace;

import com.vaadin.flow.component.html.Div;
import java.time.Duration;

/**
 * A line that says that the machines are frozen and how to resume them. The line is always in the document, so that
 * screen readers announce changes.
 */
final class FrozenLine extends Div {
    private final String text;

    FrozenLine(Duration idle) {
        addClassName("frozen-line");
        getElement().setAttribute("role", "status");
        var minutes = idle.toMinutes();
        text = "Paused after " + (minutes == 1 ? "a minute" : minutes + " minutes")
                + " without activity. Press any key to continue.";
    }

    void show(boolean frozen) {
        setText(frozen ? text : "");
    }
}
