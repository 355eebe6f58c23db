package dev.slipway.ui.workspace;

import com.vaadin.flow.component.html.Div;
import java.time.Duration;

/** Says that the machines stand still, and how they go on. Always there, so that screen readers hear it change. */
final class FrozenLine extends Div {
    private final String text;

    FrozenLine(Duration idle) {
        addClassName("frozen-line");
        getElement().setAttribute("role", "status");
        var minutes = idle.toMinutes();
        text = "Paused because nobody was here for " + (minutes == 1 ? "a minute" : minutes + " minutes")
                + ". Press any key to go on.";
    }

    void show(boolean frozen) {
        setText(frozen ? text : "");
    }
}
