package dev.slipway.ui.component;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import dev.slipway.lab.LabProblem;
import java.util.List;

/** A list of lab problems for staff, each with its position and an example of correct text. */
public final class ProblemList extends Section {

    public ProblemList(List<LabProblem> problems) {
        addClassName("problems");
        var list = new UnorderedList();
        problems.forEach(problem -> list.add(item(problem)));
        add(
                new H2(problems.size() == 1 ? "A lab has a problem" : "Labs have " + problems.size() + " problems"),
                new Paragraph("Learners do not see these labs until they are fixed."),
                list);
    }

    private static ListItem item(LabProblem problem) {
        var item = new ListItem(new Code(problem.position().toString()), new Div(problem.message()));
        if (!problem.example().isEmpty()) {
            item.add(new Div("For example: " + problem.example()));
        }
        return item;
    }
}
