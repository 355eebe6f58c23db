package dev.slipway.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** A row of buttons of which one is pressed, to choose what is shown beside or below. */
public final class Choice extends Div {
    private final List<NativeButton> buttons = new ArrayList<>();
    private final IntConsumer chosen;
    private int selected = -1;

    /**
     * @param label what is chosen here, for screen readers
     * @param chosen told the index of each new choice
     */
    public Choice(String label, IntConsumer chosen) {
        this.chosen = chosen;
        addClassName("choice");
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
    }

    /** Adds a button at the end; the first one is pressed without anybody being told. */
    public void offer(String text) {
        var index = buttons.size();
        var button = new NativeButton(text, event -> choose(index));
        buttons.add(button);
        add(button);
        if (index == 0) {
            selected = 0;
        }
        press(button, index == selected);
    }

    public void choose(int index) {
        if (index == selected) {
            return;
        }
        selected = index;
        for (int i = 0; i < buttons.size(); i++) {
            press(buttons.get(i), i == selected);
        }
        chosen.accept(index);
    }

    public int selected() {
        return selected;
    }

    private static void press(NativeButton button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    }
}
