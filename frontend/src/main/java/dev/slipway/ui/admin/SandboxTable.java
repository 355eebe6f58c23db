package dev.slipway.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.slipway.account.Account;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.ui.component.Buttons;
import dev.slipway.ui.component.Countdown;
import dev.slipway.ui.component.Moment;
import dev.slipway.ui.component.Question;
import dev.slipway.ui.component.Table;
import dev.slipway.ui.shell.SlowCall;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** All sandboxes that are not over, with those that wait for a place. */
final class SandboxTable extends Section {
    private final Sandboxes sandboxes;
    private final SandboxNames names;
    private final Account actor;
    private final Clock clock;
    private final H2 title = new H2();
    private final Paragraph none = new Paragraph("Nobody has machines at the moment.");
    private final Table table =
            new Table("Sandboxes", List.of("Owner", "Lab", "State", "Since", "Time left", "Machines", ""));

    SandboxTable(Sandboxes sandboxes, SandboxNames names, Account actor, Clock clock) {
        this.sandboxes = sandboxes;
        this.names = names;
        this.actor = actor;
        this.clock = clock;
        add(title, none, table);
    }

    void show() {
        var open = sandboxes.open();
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
        SlowCall.run(() -> sandboxes.awaken(sandbox.id()), this::show);
    }

    private void askEnd(Sandbox sandbox, String owner) {
        Question.ask(
                "End the sandbox of " + owner + "?",
                "The machines and everything in them are removed. The verdicts and the score so far are kept.",
                "End sandbox",
                () -> SlowCall.run(() -> sandboxes.end(sandbox.id(), EndReason.ENDED_BY_STAFF), this::show));
    }
}
