package dev.slipway.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** A row of buttons of which exactly one is pressed. It selects the content that is shown beside or below it. */
public final class Choice extends Div {
    private final List<NativeButton> buttons = new ArrayList<>();
    private final IntConsumer chosen;
    private int selected = -1;

    /**
     * Creates an empty row.
     *
     * @param label the choice in words, for screen readers
     * @param chosen called with the index of each newly pressed button
     */
    public Choice(String label, IntConsumer chosen) {
        this.chosen = chosen;
        addClassName("choice");
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
    }

    /**
     * Adds a button at the end. The first button that is added is pressed at once; the listener is not called for it.
     */
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

    /** Presses the button with this index and calls the listener, unless the button is pressed already. */
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

    /** Returns the index of the pressed button, or -1 if there are no buttons. */
    public int selected() {
        return selected;
    }

    private static void press(NativeButton button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    }
}
