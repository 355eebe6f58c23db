package dev.slipway.ui.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.slipway.sandbox.HostReport.Finding;
import dev.slipway.sandbox.HostReport.State;
import dev.slipway.ui.component.Label;
import dev.slipway.ui.component.Label.Tone;
import java.util.Comparator;
import java.util.List;

/** The abilities of the host. Missing abilities come first, each with its consequence and a fix. */
final class FindingList extends Section {

    FindingList(List<Finding> findings) {
        addClassName("findings");
        add(new H2("What this host can do"));
        if (findings.isEmpty()) {
            add(new Paragraph("There is no report yet. The host engine writes one when it starts."));
            return;
        }
        var list = new UnorderedList();
        findings.stream()
                .sorted(Comparator.comparing(Finding::state).reversed())
                .map(FindingList::item)
                .forEach(list::add);
        add(list);
    }

    private static ListItem item(Finding finding) {
        var heading = new Div(new H3(finding.title()), label(finding.state()), new Span(finding.found()));
        heading.addClassName("finding-heading");
        var item = new ListItem(heading);
        item.setId("finding-" + finding.id());
        if (!finding.consequence().isEmpty()) {
            item.add(new Paragraph(finding.consequence()));
        }
        if (!finding.fix().isEmpty()) {
            var fix = new Div("Fix: " + finding.fix());
            fix.addClassName("finding-fix");
            item.add(fix);
        }
        return item;
    }

    private static Label label(State state) {
        return switch (state) {
            case OK -> new Label("OK", Tone.GOOD);
            case LIMITED -> new Label("Limited", Tone.WARNING);
            case MISSING -> new Label("Missing", Tone.BAD);
        };
    }
}
