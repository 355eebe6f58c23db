package dev.slipway.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** The text of a screen that has nothing to show, with actions that the user can take next. */
public final class EmptyState extends Div {

    public EmptyState(String title, String text, Component... actions) {
        addClassName("empty-state");
        add(new H2(title), new Paragraph(text));
        add(actions);
    }
}
