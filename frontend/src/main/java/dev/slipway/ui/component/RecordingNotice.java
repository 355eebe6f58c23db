package dev.slipway.ui.component;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;

/** A notice that terminals are recorded. A click shows an explanation. */
public final class RecordingNotice extends Span {

    private RecordingNotice(String words, String consent) {
        var button = new NativeButton();
        button.add(new Span(words));
        button.addClassName("recording-notice");
        var text = new Paragraph(consent);
        text.addClassName("recording-consent");
        var more = new Popover(text);
        more.setTarget(button);
        more.setAriaLabel("What is recorded");
        add(button, more);
    }

    /**
     * Returns the long form of the notice.
     *
     * @param consent the platform's whole explanation
     */
    public static RecordingNotice full(String consent) {
        return new RecordingNotice("Terminals are recorded (output only)", consent);
    }

    /** Returns the short form of the notice, for narrow places. */
    public static RecordingNotice small(String consent) {
        return new RecordingNotice("Recorded", consent);
    }
}
