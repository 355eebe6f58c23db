package dev.slipway.ui.component;

import com.vaadin.flow.component.html.Span;

/** A coloured box with a word that names a state. The colour adds no information to the word. */
public final class Label extends Span {

    /** The meaning of the colour. */
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
