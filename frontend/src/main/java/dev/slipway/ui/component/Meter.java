package dev.slipway.ui.component;

import com.vaadin.flow.component.html.Div;

/** A thin progress bar. */
public final class Meter extends Div {
    private final Div filled = new Div();

    /** Creates an empty bar with a label for screen readers. */
    public Meter(String label) {
        addClassName("meter");
        getElement().setAttribute("role", "progressbar").setAttribute("aria-label", label);
        filled.addClassName("meter-filled");
        add(filled);
    }

    /** Shows {@code value} as a part of {@code whole}. */
    public void show(int value, int whole) {
        var percent = whole == 0 ? 0 : Math.clamp(100L * value / whole, 0, 100);
        getElement()
                .setAttribute("aria-valuenow", Integer.toString(value))
                .setAttribute("aria-valuemin", "0")
                .setAttribute("aria-valuemax", Integer.toString(whole));
        filled.getStyle().setWidth(percent + "%");
        getElement().getClassList().set("full", percent == 100);
    }
}
