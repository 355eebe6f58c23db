package dev.slipway.ui.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import dev.slipway.ui.component.Label;
import dev.slipway.ui.component.Label.Tone;
import dev.slipway.web.ProxyFinding;
import java.util.List;
import java.util.Locale;

/** The problems of the reverse proxy, each with the setting that fixes it. */
final class ProxyCard extends Section {

    ProxyCard(List<ProxyFinding> findings) {
        addClassName("findings");
        setId("proxy-findings");
        add(new H2("Reverse proxy"));
        var list = new UnorderedList();
        findings.forEach(finding -> list.add(item(finding)));
        add(list);
    }

    private static ListItem item(ProxyFinding finding) {
        var heading = new Div(new H3(finding.title()), new Label("Check this", Tone.WARNING));
        heading.addClassName("finding-heading");
        var fix = new Div("Fix: " + finding.fix());
        fix.addClassName("finding-fix");
        var item = new ListItem(heading, new Paragraph(finding.consequence()), fix);
        item.setId("finding-" + finding.name().toLowerCase(Locale.ROOT));
        return item;
    }
}
