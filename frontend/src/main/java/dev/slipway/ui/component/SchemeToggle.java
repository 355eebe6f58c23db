package dev.slipway.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Switches between the system's colour scheme, light and dark. The browser remembers the choice. */
@Tag("slipway-scheme")
@JsModule("./ui/scheme.ts")
public final class SchemeToggle extends Component {

    /** Returns a toggle with a button for each scheme, instead of one button that switches to the next scheme. */
    public static SchemeToggle withAllChoices() {
        var toggle = new SchemeToggle();
        toggle.getElement().setAttribute("choices", true);
        return toggle;
    }
}
