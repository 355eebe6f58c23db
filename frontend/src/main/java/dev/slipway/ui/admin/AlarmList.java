package dev.slipway.ui.admin;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.slipway.sandbox.SandboxAlarms;
import dev.slipway.sandbox.SandboxAlarms.Alarm;
import dev.slipway.ui.component.Moment;

/**
 * The problems that the platform cannot solve by itself, with instructions for the administrator. The list is hidden
 * while there are no such problems.
 */
final class AlarmList extends Section {
    private final SandboxAlarms alarms;
    private final UnorderedList list = new UnorderedList();

    AlarmList(SandboxAlarms alarms) {
        this.alarms = alarms;
        addClassName("findings");
        setId("alarms");
        getElement().setAttribute("role", "alert");
        add(
                new H2("Needs your attention"),
                new Paragraph("The host engine fails to remove these machines. They use no place, and the platform"
                        + " retries. If they are listed for more than half an hour, restart the host engine while"
                        + " few learners are working: docker restart slipway-engine. Their machines come back by"
                        + " themselves."),
                list);
    }

    void show() {
        var current = alarms.current();
        setVisible(!current.isEmpty());
        list.removeAll();
        current.forEach(alarm -> list.add(item(alarm)));
    }

    private static ListItem item(Alarm alarm) {
        return new ListItem(
                new Span("Sandbox " + alarm.sandbox() + ", since "),
                new Moment(alarm.since()),
                new Span(", tried " + alarm.failures() + " times: " + alarm.cause()));
    }
}
