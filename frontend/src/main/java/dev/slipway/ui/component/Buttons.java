package dev.slipway.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** The kinds of buttons we have. */
public final class Buttons {
    private Buttons() {}

    /** The one thing that most people want next. */
    public static Button primary(String text, Runnable action) {
        var button = plain(text, action);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    public static Button plain(String text, Runnable action) {
        return new Button(text, event -> action.run());
    }

    /** A button that does not ask for attention. */
    public static Button quiet(String text, Runnable action) {
        var button = plain(text, action);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }
}
