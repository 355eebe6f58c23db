package dev.slipway.ui.admin;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.slipway.sandbox.HostEngine;
import dev.slipway.sandbox.HostReport;
import dev.slipway.sandbox.NodeException;

/** Shows the versions, resources and settings that the host engine reports, or why it does not answer. */
final class EngineCard extends Section {

    EngineCard(HostReport host) {
        addClassName("engine-card");
        add(new H2("Host engine"));
        try {
            add(facts(host.engine()));
        } catch (NodeException unreachable) {
            var problem = new Paragraph("The host engine does not answer: " + unreachable.getMessage()
                    + ". Until it does, learners cannot use their machines. Run ./slipway status to find the cause.");
            problem.addClassName("problem");
            add(problem);
        }
    }

    private static DescriptionList facts(HostEngine engine) {
        var host = engine.host();
        var facts = new DescriptionList();
        fact(facts, "Docker", engine.version() + ", API " + engine.apiVersion());
        fact(facts, "Kernel", host.kernel());
        fact(facts, "System", host.operatingSystem());
        fact(facts, "Storage", engine.storageDriver());
        fact(facts, "cgroup", host.cgroupVersion());
        fact(facts, "CPUs", Integer.toString(host.cpus()));
        fact(facts, "Memory", host.memory().toGigabytes() + " GiB");
        fact(facts, "Security", String.join(", ", engine.securityOptions()));
        return facts;
    }

    private static void fact(DescriptionList facts, String term, String text) {
        if (!text.isBlank()) {
            facts.add(new Term(term), new Description(text));
        }
    }
}
