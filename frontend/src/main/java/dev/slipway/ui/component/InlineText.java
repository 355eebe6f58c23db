package dev.slipway.ui.component;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Span;

/** A line of an author's text, in which text between {@code `backticks`} is shown as code. */
public final class InlineText extends Span {

    public InlineText(String text) {
        var rest = text;
        while (!rest.isEmpty()) {
            var start = rest.indexOf('`');
            var end = rest.indexOf('`', start + 1);
            if (start < 0 || end < 0) {
                add(new Text(rest));
                return;
            }
            add(new Text(rest.substring(0, start)), new Code(rest.substring(start + 1, end)));
            rest = rest.substring(end + 1);
        }
    }
}
