package dev.slipway.ui.workspace;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.DomEvent;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.shared.NodeName;

/** Text of a page. A click on a link to a port opens a preview of the port. */
final class Prose extends Div {
    private static final String NODE = "event.target.closest('[data-port]')?.dataset.node";
    private static final String PORT = "event.target.closest('[data-port]')?.dataset.port";

    private final PortOpener ports;

    Prose(String html, PortOpener ports) {
        this.ports = ports;
        add(new Html("<div class=\"prose\">" + html + "</div>"));
        getElement()
                .addEventListener("click", this::open)
                .setFilter("event.target.closest('[data-port]')")
                .addEventData(NODE)
                .addEventData(PORT);
    }

    private void open(DomEvent click) {
        var node = click.getEventData().get(NODE).asString();
        var port = click.getEventData().get(PORT).asInt(0);
        if (PreviewTarget.isPort(port)) {
            ports.open(new NodeName(node), port);
        }
    }
}
