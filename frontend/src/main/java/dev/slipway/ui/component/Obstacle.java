package dev.slipway.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;

/**
 * The reason why an action is not available. It is shown beside the action's button, which is disabled. Screen readers
 * read the reason with the button.
 */
public final class Obstacle extends Paragraph {

    /**
     * Disables the button and shows the reason.
     *
     * @param id unique on the page
     */
    public Obstacle(String id, String reason, Button disabled) {
        super(reason);
        addClassName("obstacle");
        setId(id);
        disabled.setEnabled(false);
        disabled.getElement().setAttribute("aria-describedby", id);
    }
}
