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

/** What the platform cannot put right by itself, and what the administrator can do. Not there while all is well. */
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
                new Paragraph(
                        "The host engine does not remove these machines. They take nobody's place, and the platform"
                                + " goes on trying. If they are still here after half an hour, restart the host engine while few"
                                + " people are at work: docker restart slipway-engine. Frozen and running machines come back by"
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
