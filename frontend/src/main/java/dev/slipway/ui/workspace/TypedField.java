package dev.slipway.ui.workspace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.lab.QuizAnswer.Typed;
import dev.slipway.lab.QuizSolution;
import java.util.Optional;

/** An answer that the learner types. The key Enter sends the answer. */
final class TypedField extends Div implements AnswerField {
    /** The most characters of an answer. */
    private static final int MAX_LENGTH = 500;

    private final TextField field;

    TypedField(String title, String label, Runnable send) {
        field = new TextField(title);
        field.setMaxLength(MAX_LENGTH);
        field.setAutocomplete(Autocomplete.OFF);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addValueChangeListener(event -> field.setInvalid(false));
        field.addKeyPressListener(Key.ENTER, event -> send.run());
        addClassName("typed-answer");
        getElement().setAttribute("role", "group").setAttribute("aria-labelledby", label);
        add(field);
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public Optional<QuizAnswer> value() {
        return Optional.of(field.getValue()).filter(text -> !text.isBlank()).map(Typed::new);
    }

    @Override
    public void show(QuizAnswer answer) {
        if (field.isEmpty() && answer instanceof Typed(var text)) {
            field.setValue(text);
        }
    }

    @Override
    public void decide(QuizAnswer answer, QuizSolution solution) {
        if (answer instanceof Typed(var text)) {
            field.setValue(text);
        }
        field.setReadOnly(true);
    }

    @Override
    public void complain(String text) {
        field.setErrorMessage(text);
        field.setInvalid(true);
        field.focus();
    }
}
