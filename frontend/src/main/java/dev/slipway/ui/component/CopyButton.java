package dev.slipway.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** A button that copies a text to the clipboard. */
@Tag("slipway-copy")
@JsModule("./ui/copy.ts")
public final class CopyButton extends Component {

    public CopyButton(String text) {
        getElement().setAttribute("text", text);
    }
}
