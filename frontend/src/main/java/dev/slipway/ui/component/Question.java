package dev.slipway.ui.component;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks for a confirmation before data is lost. The button that cancels has the focus. */
public final class Question {
    private Question() {}

    /**
     * Opens the dialog.
     *
     * @param loss a sentence that names the data that will be lost
     * @param action label of the button that confirms
     */
    public static void ask(String title, String loss, String action, Runnable confirmed) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(title);
        dialog.setText(new Paragraph(loss));
        dialog.setCancelable(true);
        dialog.setCancelText("Keep");
        dialog.setConfirmText(action);
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(event -> confirmed.run());
        dialog.open();
    }
}
