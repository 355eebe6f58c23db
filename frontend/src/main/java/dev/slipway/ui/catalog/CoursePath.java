package dev.slipway.ui.catalog;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.slipway.lab.Course;
import dev.slipway.lab.Lab;
import dev.slipway.lab.Labs;
import dev.slipway.ui.component.Meter;
import java.util.List;
import java.util.Optional;

/** A course, shown as a path from lab to lab. */
final class CoursePath extends Section {

    CoursePath(Course course, Labs labs, LabProgress progress, LabCard.Entrance entrance) {
        addClassName("course");
        var found =
                course.labs().stream().map(labs::find).flatMap(Optional::stream).toList();
        var path = new OrderedList();
        path.addClassName("course-path");
        for (var lab : found) {
            var step = new ListItem(new LabCard(lab, progress, entrance));
            step.getElement().setAttribute("state", state(lab, progress));
            path.add(step);
        }
        add(heading(course, found, progress), path);
    }

    private static Div heading(Course course, List<Lab> labs, LabProgress progress) {
        var passed =
                (int) labs.stream().filter(lab -> progress.hasPassed(lab.id())).count();
        var meter = new Meter("Labs passed in " + course.title());
        meter.show(passed, labs.size());
        var count = new Div(new Span(passed + " of " + labs.size() + " labs passed"), meter);
        count.addClassName("course-progress");
        var heading = new Div(new Div(new H2(course.title()), new Paragraph(course.summary())), count);
        heading.addClassName("course-heading");
        return heading;
    }

    private static String state(Lab lab, LabProgress progress) {
        if (progress.hasPassed(lab.id())) {
            return "passed";
        }
        return progress.open(lab.id()).isPresent() ? "open" : "new";
    }
}
