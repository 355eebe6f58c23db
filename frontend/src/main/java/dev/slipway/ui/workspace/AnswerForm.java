package dev.slipway.ui.workspace;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.attempt.TaskProgress;
import dev.slipway.lab.Task;

/** The input for the answer to a task that asks for one. */
final class AnswerForm extends Div {
    /** The most characters of an answer. */
    private static final int MAX_LENGTH = 500;

    private final AttemptActions session;
    private final Task task;
    private final TextField field = new TextField("Your answer");
    private final Button send = new Button("Answer");

    AnswerForm(AttemptActions session, Task task) {
        this.session = session;
        this.task = task;
        addClassName("answer-form");
        field.setMaxLength(MAX_LENGTH);
        field.setAutocomplete(Autocomplete.OFF);
        field.addKeyPressListener(Key.ENTER, event -> send());
        send.addClickListener(event -> send());
        add(field, send);
    }

    /**
     * Updates the form. Keeps text that the learner is typing, because the verdict of another task may cause an update
     * at any time.
     */
    void show(TaskProgress progress, TaskState state) {
        if (field.isEmpty()) {
            progress.answer().ifPresent(field::setValue);
        }
        field.setReadOnly(state == TaskState.PASSED);
        send.setVisible(state != TaskState.PASSED);
        var open = state.canChange();
        field.setEnabled(open || state == TaskState.PASSED);
        send.setEnabled(open);
    }

    private void send() {
        if (field.getValue().isBlank()) {
            field.focus();
            return;
        }
        send.setEnabled(false);
        session.answer(task.id(), field.getValue(), () -> send.setEnabled(true));
    }
}
