package dev.slipway.ui.component;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;

/** Says that terminals are recorded; a click says what that means. */
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

    /** @param consent the platform's whole text */
    public static RecordingNotice full(String consent) {
        return new RecordingNotice("Terminals are recorded (output only)", consent);
    }

    /** Where there is little room. */
    public static RecordingNotice small(String consent) {
        return new RecordingNotice("Recorded", consent);
    }
}
