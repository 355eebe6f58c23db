package dev.slipway.ui.catalog;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.slipway.account.Actors;
import dev.slipway.account.CurrentAccount;
import dev.slipway.attempt.AttemptChanged;
import dev.slipway.attempt.AttemptRecordings;
import dev.slipway.attempt.AttemptSummaries;
import dev.slipway.attempt.Attempts;
import dev.slipway.attempt.HostObstacle;
import dev.slipway.lab.Lab;
import dev.slipway.lab.LabId;
import dev.slipway.lab.Labs;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.shared.AccountId;
import dev.slipway.ui.component.EmptyState;
import dev.slipway.ui.component.ProblemList;
import dev.slipway.ui.component.RecordingNotice;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.ScreenEvents;
import dev.slipway.ui.shell.SlowCall;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;

/** The catalogue: all courses and labs, with the learner's progress in each. */
@Route(value = "", layout = MainLayout.class)
@PageTitle("Catalogue · Slipway")
@PermitAll
final class CatalogView extends Div implements LabCard.Entrance {
    private final Labs labs;
    private final Attempts attempts;
    private final AttemptSummaries summaries;
    private final AttemptRecordings recordings;
    private final Actors actors;
    private final AccountId actor;
    private Map<LabId, HostObstacle> obstacles = Map.of();

    CatalogView(
            Labs labs,
            Attempts attempts,
            AttemptSummaries summaries,
            AttemptRecordings recordings,
            Actors actors,
            CurrentAccount current,
            ScreenEvents events) {
        this.labs = labs;
        this.attempts = attempts;
        this.summaries = summaries;
        this.recordings = recordings;
        this.actors = actors;
        this.actor = current.requireId();
        addClassName("catalog");
        events.follow(this, AttemptChanged.class, event -> event.learner().equals(actor), this::show);
        events.follow(this, SandboxChanged.class, event -> event.owner().equals(actor), this::show);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show();
    }

    private void show() {
        removeAll();
        add(
                new H1("Catalogue"),
                new Paragraph(
                        "Each lab with tasks gives you your own machines. Experiment freely: only you use them."));
        recordings.consent().map(RecordingNotice::full).ifPresent(this::add);
        if (actors.require(actor).isStaff() && !labs.problems().isEmpty()) {
            add(new ProblemList(labs.problems()));
        }
        if (labs.courses().isEmpty()) {
            add(new EmptyState(
                    "No labs yet", "A lab is a folder of YAML and Markdown files. Installed labs appear here."));
        }
        var courses = labs.courses();
        obstacles = attempts.obstacles(
                actor,
                courses.stream().flatMap(course -> course.labs().stream()).toList());
        var progress = new LabProgress(summaries.standings(actor));
        courses.forEach(course -> add(new CoursePath(course, labs, progress, this)));
    }

    @Override
    public Optional<HostObstacle> obstacle(Lab lab) {
        return Optional.ofNullable(obstacles.get(lab.id()));
    }

    @Override
    public void start(Lab lab, Runnable failed) {
        var ui = getUI().orElseThrow();
        SlowCall.run(() -> attempts.start(actor, lab.id()), attempt -> ui.navigate("attempts/" + attempt.id()), failed);
    }
}
