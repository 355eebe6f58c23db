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
 * Tabs in one pane or two, side by side or stacked. A tab's content stays where it is in the document whatever pane it is
 * shown in, so that an iframe is never loaded anew. Which tabs are open, where, and which are in front is remembered by
 * the browser; ids must therefore be the same again after a reload.
 */
@Tag("slipway-panes")
@JsModule("./panes/slipway-panes.ts")
public final class TabPanes extends HtmlContainer {
    private final Map<String, Div> panels = new LinkedHashMap<>();

    /**
     * Something that the button "+" opens.
     *
     * @param text says what, and why not if it is not available
     */
    public record Offer(String id, String text, boolean available) {}

    /** @param name under which the browser remembers the layout */
    public TabPanes(String name) {
        getElement().setAttribute("name", name);
    }

    /** Opens a tab, or gives the one with this id another title. It stays behind unless it is the first of its pane. */
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

    /** Takes a tab away, without asking anybody. */
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

    /** Brings a tab to the front in a second pane, if there is room for one. */
    public void showBeside(String id) {
        getElement().callJsFunction("showBeside", id);
    }

    /** The ids of the open tabs. */
    public Set<String> tabs() {
        return Set.copyOf(panels.keySet());
    }

    /** What the button "+" offers. */
    public void offer(List<Offer> offers) {
        getElement().setAttribute("offers", JsonMapper.shared().writeValueAsString(offers));
    }

    /** Hears the id of the offer that somebody wants to open; the next tab that is added is brought to the front. */
    public void onWanted(Consumer<String> reaction) {
        getElement()
                .addEventListener("tab-wanted", event -> reaction.accept(text(event, "event.detail.offer")))
                .addEventData("event.detail.offer");
    }

    /** Hears the id of the tab that somebody wants to close; whose tab it is closes it. */
    public void onCloseWanted(Consumer<String> reaction) {
        getElement()
                .addEventListener("tab-close-wanted", event -> reaction.accept(text(event, "event.detail.tab")))
                .addEventData("event.detail.tab");
    }

    /** Hears once, if the browser remembers anything, the ids of the tabs that were open before the page was loaded. */
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
