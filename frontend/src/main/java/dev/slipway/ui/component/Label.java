package dev.slipway.ui.component;

import com.vaadin.flow.component.html.Span;

/** A word in a small coloured box that names a state. The colour never says more than the word. */
public final class Label extends Span {

    /** What the colour means. */
    public enum Tone {
        NEUTRAL,
        GOOD,
        WARNING,
        BAD,
        LIVE
    }

    public Label(String text, Tone tone) {
        super(text);
        addClassName("label");
        getElement().setAttribute("tone", tone.name().toLowerCase(java.util.Locale.ROOT));
    }
}
