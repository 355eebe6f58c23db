package dev.slipway.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.slipway.attempt.Attempts;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.shared.AccountId;
import dev.slipway.ui.component.Buttons;
import dev.slipway.ui.component.Countdown;
import dev.slipway.ui.component.Moment;
import dev.slipway.ui.component.Question;
import dev.slipway.ui.component.Table;
import dev.slipway.ui.shell.SlowCall;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** A table of all sandboxes that have not ended, including those that wait for a place. */
final class SandboxTable extends Section {
    private final Attempts attempts;
    private final SandboxNames names;
    private final AccountId actor;
    private final Clock clock;
    private final H2 title = new H2();
    private final Paragraph none = new Paragraph("No learner has machines at the moment.");
    private final Table table =
            new Table("Sandboxes", List.of("Owner", "Lab", "State", "Since", "Time left", "Machines", ""));

    SandboxTable(Attempts attempts, SandboxNames names, AccountId actor, Clock clock) {
        this.attempts = attempts;
        this.names = names;
        this.actor = actor;
        this.clock = clock;
        add(title, none, table);
    }

    void show() {
        var open = attempts.machines(actor);
        var waiting = open.stream()
                .filter(sandbox -> sandbox.state() instanceof SandboxState.Requested)
                .count();
        title.setText("Sandboxes: " + (open.size() - waiting) + " running, " + waiting + " waiting");
        none.setVisible(open.isEmpty());
        table.setVisible(!open.isEmpty());
        table.clear();
        open.forEach(sandbox -> table.addRow(cells(sandbox)));
    }

    private Component[] cells(Sandbox sandbox) {
        var owner = names.owner(actor, sandbox);
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
            new Span(names.lab(actor, sandbox)),
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
