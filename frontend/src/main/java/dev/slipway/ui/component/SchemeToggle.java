package dev.slipway.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Switches between the system's colour scheme, light and dark; the browser remembers it. */
@Tag("slipway-scheme")
@JsModule("./ui/scheme.ts")
public final class SchemeToggle extends Component {

    /** One button for each scheme, instead of one that steps through them. */
    public static SchemeToggle withAllChoices() {
        var toggle = new SchemeToggle();
        toggle.getElement().setAttribute("choices", true);
        return toggle;
    }
}
