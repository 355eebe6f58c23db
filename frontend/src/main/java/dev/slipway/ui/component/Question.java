package dev.slipway.ui.component;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks before something is lost. The safe answer has the focus. */
public final class Question {
    private Question() {}

    /**
     * @param loss what will be lost, in a sentence
     * @param action what the dangerous button says
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
