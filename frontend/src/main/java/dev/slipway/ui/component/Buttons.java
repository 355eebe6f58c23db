package dev.slipway.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** Creates the kinds of buttons that the screens use. */
public final class Buttons {
    private Buttons() {}

    /** Returns a button for the action that most people want next. */
    public static Button primary(String text, Runnable action) {
        var button = plain(text, action);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    /** Returns a button for any other action. */
    public static Button plain(String text, Runnable action) {
        return new Button(text, event -> action.run());
    }

    /** Returns a button that does not attract attention. */
    public static Button quiet(String text, Runnable action) {
        var button = plain(text, action);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }
}
