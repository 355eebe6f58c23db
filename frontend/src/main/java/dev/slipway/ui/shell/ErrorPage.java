package dev.slipway.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;

/** A screen that explains an error and links to the catalogue. */
abstract class ErrorPage extends Div implements HasDynamicTitle {
    private String title = "Error";

    /**
     * Sets the texts of the page.
     *
     * @param code HTTP status code, shown in small print
     */
    final void say(String code, String title, String text) {
        this.title = title;
        addClassName("error-page");
        removeAll();
        add(new Span(code), new H1(title), new Paragraph(text), new Anchor("", "To the catalogue"));
    }

    @Override
    public final String getPageTitle() {
        return title + " · Slipway";
    }
}
