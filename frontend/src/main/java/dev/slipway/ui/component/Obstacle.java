package dev.slipway.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;

/** Why something cannot be done: words beside the button that they disable. Screen readers tell them with the button. */
public final class Obstacle extends Paragraph {

    /** @param id not used twice on a page */
    public Obstacle(String id, String reason, Button disabled) {
        super(reason);
        addClassName("obstacle");
        setId(id);
        disabled.setEnabled(false);
        disabled.getElement().setAttribute("aria-describedby", id);
    }
}
