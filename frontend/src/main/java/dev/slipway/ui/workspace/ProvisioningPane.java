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

/** Says how far the machines are, or how many are before them. */
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
                        ? "You are next. The page goes on by itself; there is no need to load it again."
                        : "You are number " + waiting.position()
                                + " in the queue. The page goes on by itself; there is no need to load it again.");
        list.setVisible(false);
    }

    void show(SandboxState.Provisioning making) {
        title.setText("Making your machines");
        text.setText("This usually takes a second or two. Read on meanwhile.");
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
            case NETWORK -> "A network of your own";
            case NODES -> "Machines";
            case ENGINES -> "Docker inside each machine";
            case FILES -> "Files of the lab";
            case SETUP -> "Getting the scene ready";
        };
    }
}
