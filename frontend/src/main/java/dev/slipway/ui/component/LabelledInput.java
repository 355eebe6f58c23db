package dev.slipway.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import java.util.UUID;

/** A plain HTML input with a label above it. Password managers recognise it. */
public final class LabelledInput extends Div {
    private final Input input = new Input();

    /**
     * Creates an empty input.
     *
     * @param type type of the HTML input, such as {@code password}
     * @param autocomplete kind of value that a password manager may fill in
     */
    public LabelledInput(String label, String type, String autocomplete) {
        addClassName("field");
        input.setId("input-" + UUID.randomUUID());
        input.setType(type);
        input.getElement().setAttribute("autocomplete", autocomplete);
        var caption = new NativeLabel(label);
        caption.setFor(input);
        add(caption, input);
    }

    /** Returns the typed text. */
    public String value() {
        return input.getValue();
    }

    /** Removes the typed text. */
    public void clear() {
        input.clear();
    }

    /** Sets the value of the field, as typing does. */
    public void fill(String text) {
        input.setValue(text);
    }
}
