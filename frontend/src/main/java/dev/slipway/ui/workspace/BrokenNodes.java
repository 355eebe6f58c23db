package dev.slipway.ui.workspace;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.slipway.shared.NodeName;
import dev.slipway.ui.component.Buttons;
import dev.slipway.ui.component.Notice;
import java.util.Map;
import java.util.TreeMap;

/**
 * A list of broken machines with the cause and a reset button for each. The list is always in the document, so that
 * screen readers announce changes.
 */
final class BrokenNodes extends Div {
    private final AttemptActions session;
    private Map<NodeName, String> shown = Map.of();

    BrokenNodes(AttemptActions session) {
        this.session = session;
        addClassName("broken-nodes");
        getElement().setAttribute("role", "alert");
    }

    void show(Map<NodeName, String> broken) {
        if (broken.equals(shown)) {
            return;
        }
        shown = broken;
        removeAll();
        byName(broken).forEach((node, cause) -> add(line(new NodeName(node), cause)));
    }

    private static Map<String, String> byName(Map<NodeName, String> broken) {
        var named = new TreeMap<String, String>();
        broken.forEach((node, cause) -> named.put(node.value(), cause));
        return named;
    }

    private Div line(NodeName node, String cause) {
        var text = new Paragraph(
                node + " cannot be used: " + cause + " Your other machines and your progress are not affected.");
        var reset = Buttons.quiet(
                "Reset " + node, () -> session.resetNode(node, () -> Notice.done(node + " is being recreated.")));
        var line = new Div(text, reset);
        line.addClassName("problem");
        return line;
    }
}
