package dev.slipway.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.slipway.account.CurrentAccount;
import dev.slipway.attempt.AttemptSummaries;
import dev.slipway.attempt.Attempts;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.shared.AccountId;
import dev.slipway.ui.component.Buttons;
import dev.slipway.ui.component.Countdown;
import dev.slipway.ui.component.Moment;
import dev.slipway.ui.component.Question;
import dev.slipway.ui.component.ShowMore;
import dev.slipway.ui.component.Table;
import dev.slipway.ui.shell.SlowCall;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** A table of all sandboxes that have not ended, including those that wait for a place. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
final class SandboxTable extends Section {
    private final Attempts attempts;
    private final AttemptSummaries summaries;
    private final SandboxNames names;
    private final AccountId actor;
    private final Clock clock;
    private final H2 title = new H2();
    private final Paragraph none = new Paragraph("No learner has machines at the moment.");
    private final Table table =
            new Table("Sandboxes", List.of("Owner", "Lab", "State", "Since", "Time left", "Machines", ""));
    private final ShowMore more = new ShowMore(this::show);

    SandboxTable(
            Attempts attempts, AttemptSummaries summaries, SandboxNames names, CurrentAccount current, Clock clock) {
        this.attempts = attempts;
        this.summaries = summaries;
        this.names = names;
        this.actor = current.requireId();
        this.clock = clock;
        add(title, none, table, more);
    }

    void show() {
        var open = summaries.machines(actor, more.page());
        var sandboxes = open.page().getContent();
        var found = names.of(actor, sandboxes);
        title.setText("Sandboxes: " + open.running() + " running, " + open.waiting() + " waiting");
        none.setVisible(sandboxes.isEmpty());
        table.setVisible(!sandboxes.isEmpty());
        table.clear();
        sandboxes.forEach(sandbox -> table.addRow(cells(sandbox, found)));
        more.update(open.page());
    }

    private Component[] cells(Sandbox sandbox, SandboxNames.Found found) {
        var owner = found.owner(sandbox);
        var actions = new Div();
        if (sandbox.state() instanceof SandboxState.Frozen) {
            var thaw = Buttons.quiet("Thaw", () -> thaw(sandbox));
            thaw.setAriaLabel("Thaw the sandbox of " + owner);
            actions.add(thaw);
        }
        var end = Buttons.quiet("End", () -> askEnd(sandbox, owner));
        end.setAriaLabel("End the sandbox of " + owner);
        actions.add(end);
        return new Component[] {
            new Span(owner),
            new Span(found.lab(sandbox)),
            StateLabels.of(sandbox.state()),
            new Moment(sandbox.requestedAt()),
            sandbox.leaseEnds().map(this::countdown).orElseGet(() -> new Span("–")),
            new Span(Integer.toString(sandbox.nodes().size())),
            actions
        };
    }

    private Component countdown(Instant until) {
        var countdown = new Countdown();
        countdown.show(until, clock.instant());
        return countdown;
    }

    private void thaw(Sandbox sandbox) {
        SlowCall.run(() -> attempts.thaw(actor, sandbox.attempt()), this::show);
    }

    private void askEnd(Sandbox sandbox, String owner) {
        Question.ask(
                "End the sandbox of " + owner + "?",
                "The attempt ends, and the machines with everything in them are removed. The verdicts and the score so far are kept.",
                "End sandbox",
                () -> SlowCall.run(() -> attempts.end(actor, sandbox.attempt()), this::show));
    }
}
