package dev.slipway.ui.account;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.slipway.account.CurrentAccount;
import dev.slipway.attempt.AttemptChanged;
import dev.slipway.attempt.AttemptSummaries;
import dev.slipway.attempt.AttemptSummary;
import dev.slipway.lab.Lab;
import dev.slipway.lab.Labs;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.shared.AccountId;
import dev.slipway.ui.component.EmptyState;
import dev.slipway.ui.component.Label;
import dev.slipway.ui.component.Label.Tone;
import dev.slipway.ui.component.Moment;
import dev.slipway.ui.component.ShowMore;
import dev.slipway.ui.component.Table;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.ScreenEvents;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The page with the learner's attempts, newest first. */
@Route(value = "attempts", layout = MainLayout.class)
@PageTitle("My attempts · Slipway")
@PermitAll
final class AttemptsView extends Div {
    private final AttemptSummaries attempts;
    private final Labs labs;
    private final AccountId actor;
    private final ShowMore more = new ShowMore(this::show);

    AttemptsView(AttemptSummaries attempts, Labs labs, CurrentAccount current, ScreenEvents events) {
        this.attempts = attempts;
        this.labs = labs;
        this.actor = current.requireId();
        addClassName("attempts");
        events.follow(this, AttemptChanged.class, event -> event.learner().equals(actor), this::show);
        events.follow(this, SandboxChanged.class, event -> event.owner().equals(actor), this::show);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show();
    }

    private void show() {
        removeAll();
        add(new H1("My attempts"));
        var history = attempts.history(actor, more.page());
        if (history.isEmpty()) {
            add(new EmptyState(
                    "No attempts yet",
                    "Every lab that you start appears here with its score.",
                    new Anchor("", "Choose a lab")));
            return;
        }
        var table = new Table("My attempts", List.of("Lab", "Status", "Score", "Started", "Ended", ""));
        history.forEach(attempt -> table.addRow(cells(attempt)));
        more.update(history);
        add(table, more);
    }

    private Component[] cells(AttemptSummary attempt) {
        var lab = attempt.lab().id();
        var title = attempt.labTitle().or(() -> labs.find(lab).map(Lab::title)).orElse(lab.value());
        var open = new Anchor("attempts/" + attempt.id(), attempt.isOpen() ? "Resume" : "Open");
        open.setAriaLabel(open.getText() + " " + title);
        open.addClassName(attempt.isOpen() ? "button-link" : "quiet-link");
        var links = new Div(open);
        links.addClassName("recording-actions");
        if (attempt.sandbox().isPresent()) {
            var replay = new Anchor("recordings/" + attempt.id(), "Recordings");
            replay.setAriaLabel("Recordings of " + title);
            replay.addClassName("quiet-link");
            links.addComponentAsFirst(replay);
        }
        return new Component[] {
            new Span(title),
            status(attempt),
            new Span(attempt.progress().score() + " of " + attempt.progress().maxScore()),
            new Moment(attempt.lifetime().startedAt()),
            attempt.lifetime().endedAt().<Component>map(Moment::new).orElseGet(() -> new Span("–")),
            links
        };
    }

    private static Label status(AttemptSummary attempt) {
        if (attempt.isOpen()) {
            return new Label("Running", Tone.LIVE);
        }
        return attempt.progress().passed() ? new Label("Passed", Tone.GOOD) : new Label("Not passed", Tone.NEUTRAL);
    }
}
