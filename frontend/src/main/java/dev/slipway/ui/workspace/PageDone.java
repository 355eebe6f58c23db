package dev.slipway.ui.workspace;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/**
 * A link to the next page. It appears below the current page when all tasks and questions of the current page are done.
 */
final class PageDone extends Div {
    private final Button onward;

    PageDone(Runnable next) {
        addClassName("page-done");
        getElement().setAttribute("role", "status");
        onward = new Button("", event -> next.run());
        onward.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph("Everything on this page is done."), onward);
        setVisible(false);
    }

    /**
     * Shows the link.
     *
     * @param title title of the next page
     */
    void show(String title) {
        onward.setText("Next: " + title);
        setVisible(true);
    }
}
