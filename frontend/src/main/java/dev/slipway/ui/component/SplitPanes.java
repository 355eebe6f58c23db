package dev.slipway.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Two panes side by side, whose sizes the browser remembers. A narrow screen shows one of them at a time. */
@Tag("slipway-split")
@JsModule("./ui/split.ts")
public final class SplitPanes extends HtmlContainer {

    /**
     * Creates the panes.
     *
     * @param name key under which the browser remembers the sizes
     * @param percent width of the first pane until the user moves the divider
     */
    public SplitPanes(String name, int percent, Component first, Component second) {
        getElement().setAttribute("name", name).setAttribute("standard", Integer.toString(percent));
        first.addClassName("split-first");
        second.addClassName("split-second");
        add(first, second);
        showFirst();
    }

    /** Shows the first pane if the screen has room for only one pane. */
    public void showFirst() {
        getElement().setAttribute("shown", "first");
    }

    /** Shows the second pane if the screen has room for only one pane. */
    public void showSecond() {
        getElement().setAttribute("shown", "second");
    }
}
