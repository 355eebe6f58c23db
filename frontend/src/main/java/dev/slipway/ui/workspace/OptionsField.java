package dev.slipway.ui.workspace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.lab.QuizAnswer.Chosen;
import dev.slipway.lab.QuizOption;
import dev.slipway.lab.QuizSolution;
import dev.slipway.ui.component.InlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An answer that the learner selects. It uses the browser's own radio buttons or check boxes, so that the keyboard
 * works as usual.
 */
final class OptionsField extends Div implements AnswerField {
    private final boolean onlyOne;
    private final List<Element> inputs = new ArrayList<>();
    private final List<NativeLabel> labels = new ArrayList<>();
    private final Div problem = new Div();
    private final SortedSet<Integer> chosen = new TreeSet<>();

    /**
     * Creates the field.
     *
     * @param type {@code radio} or {@code checkbox}
     * @param name common part of the names of this question's inputs
     * @param label id of the element with the question's text
     */
    OptionsField(QuizSolution solution, String type, String name, String label) {
        onlyOne = type.equals("radio");
        addClassName("options");
        getElement().setAttribute("role", onlyOne ? "radiogroup" : "group").setAttribute("aria-labelledby", label);
        solution.options().forEach(option -> addOption(option, type, name));
        problem.addClassName("options-problem");
        problem.getElement().setAttribute("role", "alert");
        add(problem);
    }

    private void addOption(QuizOption option, String type, String name) {
        var number = inputs.size() + 1;
        var input = new Element("input");
        input.setAttribute("type", type)
                .setAttribute("name", "question-" + name)
                .setAttribute("value", Integer.toString(number));
        input.addPropertyChangeListener("checked", "change", event -> {
            if (event.isUserOriginated()) {
                choose(number, input.getProperty("checked", false));
            }
        });
        var label = new NativeLabel();
        label.getElement().appendChild(input);
        label.add(new InlineText(option.text()));
        label.addClassName("option");
        inputs.add(input);
        labels.add(label);
        add(label);
    }

    /** Updates the answer after the learner has selected or cleared an option. */
    void choose(int number, boolean on) {
        problem.setText("");
        if (onlyOne) {
            chosen.clear();
        }
        if (on) {
            chosen.add(number);
        } else {
            chosen.remove(number);
        }
        // When the learner selects a radio button, the browser clears the previous radio button without sending an
        // event for it.
        press();
    }

    private void press() {
        for (var i = 0; i < inputs.size(); i++) {
            inputs.get(i).setProperty("checked", chosen.contains(i + 1));
        }
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public Optional<QuizAnswer> value() {
        return chosen.isEmpty() ? Optional.empty() : Optional.of(new Chosen(chosen));
    }

    @Override
    public void show(QuizAnswer answer) {
        if (chosen.isEmpty() && answer instanceof Chosen(var options)) {
            chosen.addAll(options);
            press();
        }
    }

    @Override
    public void decide(QuizAnswer answer, QuizSolution solution) {
        chosen.clear();
        show(answer);
        var right = solution.sample() instanceof Chosen(var options) ? options : chosen;
        for (var i = 0; i < inputs.size(); i++) {
            inputs.get(i).setAttribute("disabled", true);
            mark(labels.get(i), chosen.contains(i + 1), right.contains(i + 1));
        }
    }

    /** Marks an option as right or wrong. Uses words, because not all people can distinguish the colours. */
    private static void mark(NativeLabel label, boolean chosen, boolean right) {
        if (label.getElement().hasAttribute("mark") || !(chosen || right)) {
            return;
        }
        label.getElement().setAttribute("mark", right ? "right" : "wrong");
        var words = new Span(right ? (chosen ? "right" : "would have been right") : "not right");
        words.addClassName("option-mark");
        label.add(words);
    }

    @Override
    public void complain(String text) {
        problem.setText(text);
        inputs.getFirst().callJsFunction("focus");
    }
}
