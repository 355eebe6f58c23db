package dev.slipway.ui.workspace;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.shared.NodeName;
import dev.slipway.ui.component.Choice;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A dialog in which the learner enters a port for which the platform offers no button, because it does not see that the
 * port is open.
 */
final class PortQuestion {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    private static final String PROBLEM = "port-problem";

    /**
     * Moves the focus to the field after the dialog has given the focus to its button; otherwise a number that the
     * learner types at once would be lost. The script waits for the overlay's event at the body: the event reaches the
     * overlay first, which then focuses the button, and the body afterwards.
     */
    private static final String FOCUS_ONCE_OPEN = """
            const dialog = this.closest('vaadin-confirm-dialog');
            const focus = opened => {
              if (!dialog.shadowRoot.contains(opened.detail.overlay)) return;
              document.body.removeEventListener('vaadin-overlay-open', focus);
              this.focus();
            };
            document.body.addEventListener('vaadin-overlay-open', focus);
            """;

    private final List<NodeName> nodes;
    private final PortOpener opener;
    private final Choice node = new Choice("Machine", chosen -> {});
    private final Input port = new Input(ValueChangeMode.EAGER);
    private final Paragraph problem = new Paragraph();
    private final ConfirmDialog dialog = new ConfirmDialog();

    PortQuestion(List<NodeName> nodes, PortOpener opener) {
        this.nodes = List.copyOf(nodes);
        this.opener = opener;
        nodes.forEach(name -> node.offer(name.value()));
        node.setVisible(nodes.size() > 1);
        port.setId("port-number");
        port.getElement()
                .setAttribute("inputmode", "numeric")
                .setAttribute("autocomplete", "off")
                .setAttribute("aria-describedby", PROBLEM);
        port.getElement()
                .addEventListener("keydown", enter -> answer(port.getValue().strip()))
                .setFilter("event.key === 'Enter' && !event.isComposing");
        problem.setId(PROBLEM);
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
    }

    void open() {
        var label = new NativeLabel("Port");
        label.setFor(port);
        var content = new Div(
                new Paragraph("A program on the machine must listen on this port, such as a published container port."),
                node,
                label,
                port,
                problem);
        content.addClassName("port-question");
        dialog.setHeader("Open another port");
        dialog.setText(content);
        dialog.setCancelable(true);
        dialog.setConfirmText("Open");
        dialog.addConfirmListener(confirmed -> answer(port.getValue().strip()));
        dialog.addOpenedChangeListener(changed -> {
            if (changed.isOpened()) {
                port.getElement().executeJs(FOCUS_ONCE_OPEN);
            }
        });
        dialog.open();
    }

    private void answer(String typed) {
        if (!NUMBER.matcher(typed).matches() || !PreviewTarget.isPort(Integer.parseInt(typed))) {
            problem.setText("A port is a number from 1 to 65535.");
            problem.setVisible(true);
            // The confirm button has closed the dialog, so it must be opened again to show the problem.
            dialog.open();
            return;
        }
        dialog.close();
        opener.open(nodes.get(node.selected()), Integer.parseInt(typed));
    }
}
