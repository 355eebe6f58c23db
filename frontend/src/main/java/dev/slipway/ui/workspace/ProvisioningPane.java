package dev.slipway.ui.workspace;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxState.Stage;
import java.util.EnumMap;
import java.util.Map;

/** Shows the progress of creating the machines, or the position in the queue. */
final class ProvisioningPane extends Div {
    private final H2 title = new H2();
    private final Paragraph text = new Paragraph();
    private final OrderedList list = new OrderedList();
    private final Map<Stage, ListItem> stages = new EnumMap<>(Stage.class);

    ProvisioningPane() {
        addClassNames("machines-message", "provisioning");
        getElement().setAttribute("role", "status");
        list.addClassName("stages");
        for (var stage : Stage.values()) {
            var item = new ListItem(words(stage));
            stages.put(stage, item);
            list.add(item);
        }
        add(title, text, list);
    }

    void show(SandboxState.Requested waiting) {
        title.setText("Waiting for a free place");
        text.setText(
                waiting.position() <= 1
                        ? "You are next. This page continues by itself; you need not reload it."
                        : "You are number " + waiting.position()
                                + " in the queue. This page continues by itself; you need not reload it.");
        list.setVisible(false);
    }

    void show(SandboxState.Provisioning making) {
        title.setText("Creating your machines");
        text.setText("This usually takes a second or two. You can already read the instructions.");
        list.setVisible(true);
        stages.forEach((stage, item) -> item.getElement().setAttribute("state", state(stage, making.stage())));
    }

    private static String state(Stage stage, Stage current) {
        return switch (Integer.signum(stage.compareTo(current))) {
            case -1 -> "done";
            case 0 -> "current";
            default -> "ahead";
        };
    }

    private static String words(Stage stage) {
        return switch (stage) {
            case NETWORK -> "Your own network";
            case NODES -> "Machines";
            case ENGINES -> "Docker inside each machine";
            case FILES -> "Files of the lab";
            case SETUP -> "Preparing the lab";
        };
    }
}
