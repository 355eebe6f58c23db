package dev.slipway.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.DomEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tabs in one pane, or in two panes side by side or stacked. The content of a tab keeps its place in the document when
 * the tab moves to the other pane, because a browser reloads an iframe that is moved. The browser remembers which tabs
 * are open, the pane of each tab, and the tab in front of each pane. Therefore the ids of tabs must be the same after a
 * reload.
 */
@Tag("slipway-panes")
@JsModule("./panes/slipway-panes.ts")
public final class TabPanes extends HtmlContainer {
    private final Map<String, Div> panels = new LinkedHashMap<>();

    /**
     * An entry in the menu of the button "+".
     *
     * @param text label of the entry; if the entry is not available, the reason
     */
    public record Offer(String id, String text, boolean available) {}

    /**
     * Creates panes without tabs.
     *
     * @param name key under which the browser remembers the layout
     */
    public TabPanes(String name) {
        getElement().setAttribute("name", name);
    }

    /**
     * Opens a tab, or changes the title of the tab with this id. A new tab stays in the background, unless it is the
     * first of its pane, was in front before a reload, or was requested in the menu.
     */
    public void tab(String id, String title, Component content) {
        var panel = panels.get(id);
        if (panel == null) {
            panel = new Div(content);
            panel.addClassName("terminal-screen");
            panel.getElement().setAttribute("tab", id);
            panels.put(id, panel);
            add(panel);
        }
        panel.getElement().setAttribute("tab-title", title);
    }

    /** Removes a tab without asking the user. */
    public void close(String id) {
        var panel = panels.remove(id);
        if (panel != null) {
            remove(panel);
        }
    }

    /** Brings a tab to the front of its pane. */
    public void select(String id) {
        getElement().callJsFunction("select", id);
    }

    /** Brings a tab to the front, in a second pane if there is room for one. */
    public void showBeside(String id) {
        getElement().callJsFunction("showBeside", id);
    }

    /** Returns the ids of the open tabs. */
    public Set<String> tabs() {
        return Set.copyOf(panels.keySet());
    }

    /** Sets the entries in the menu of the button "+". */
    public void offer(List<Offer> offers) {
        getElement().setAttribute("offers", JsonMapper.shared().writeValueAsString(offers));
    }

    /**
     * Calls {@code reaction} with the id of the menu entry that the user selects. The next tab that is added afterwards
     * comes to the front.
     */
    public void onWanted(Consumer<String> reaction) {
        getElement()
                .addEventListener("tab-wanted", event -> reaction.accept(text(event, "event.detail.offer")))
                .addEventData("event.detail.offer");
    }

    /**
     * Calls {@code reaction} with the id of the tab that the user wants to close. This component does not close the
     * tab; {@code reaction} may call {@link #close}.
     */
    public void onCloseWanted(Consumer<String> reaction) {
        getElement()
                .addEventListener("tab-close-wanted", event -> reaction.accept(text(event, "event.detail.tab")))
                .addEventData("event.detail.tab");
    }

    /**
     * Calls {@code reaction} once, with the ids of the tabs that were open before the page was loaded. If the browser
     * has not stored a layout, {@code reaction} is not called.
     */
    public void onRemembered(Consumer<List<String>> reaction) {
        getElement()
                .addEventListener("tabs-remembered", event -> {
                    var open = event.getEventData().get("event.detail.open");
                    reaction.accept(StreamSupport.stream(open.spliterator(), false)
                            .map(id -> id.asString())
                            .toList());
                    getElement().callJsFunction("restored");
                })
                .addEventData("event.detail.open");
    }

    private static String text(DomEvent event, String key) {
        return event.getEventData().get(key).asString();
    }
}
