package dev.slipway.ui.workspace;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.shared.NodeName;
import dev.slipway.ui.component.Choice;
import dev.slipway.ui.component.Notice;
import java.util.List;
import java.util.regex.Pattern;

/** Asks for a port that nobody has published where we could see it. */
final class PortQuestion {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    private final List<NodeName> nodes;
    private final PortOpener opener;
    private final Choice node = new Choice("Machine", chosen -> {});
    private final Input port = new Input();

    PortQuestion(List<NodeName> nodes, PortOpener opener) {
        this.nodes = List.copyOf(nodes);
        this.opener = opener;
        nodes.forEach(name -> node.offer(name.value()));
        node.setVisible(nodes.size() > 1);
        port.setId("port-number");
        port.getElement().setAttribute("inputmode", "numeric").setAttribute("autofocus", true);
    }

    void open() {
        var label = new NativeLabel("Port");
        label.setFor(port);
        var content = new Div(
                new Paragraph("Something must listen there on the machine itself, such as a published port."),
                node,
                label,
                port);
        content.addClassName("port-question");
        var dialog = new ConfirmDialog();
        dialog.setHeader("Open another port");
        dialog.setText(content);
        dialog.setCancelable(true);
        dialog.setConfirmText("Open");
        dialog.addConfirmListener(confirmed -> answer(port.getValue().strip()));
        dialog.open();
    }

    private void answer(String typed) {
        if (!NUMBER.matcher(typed).matches() || !PreviewTarget.isPort(Integer.parseInt(typed))) {
            Notice.error("A port is a number from 1 to 65535.");
            return;
        }
        opener.open(nodes.get(node.selected()), Integer.parseInt(typed));
    }
}
