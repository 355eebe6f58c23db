package dev.slipway.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.slipway.account.SessionKey;
import dev.slipway.account.SignIn;
import dev.slipway.account.SignIns;
import dev.slipway.shared.AccountId;
import dev.slipway.ui.component.Buttons;
import dev.slipway.ui.component.Label;
import dev.slipway.ui.component.Label.Tone;
import dev.slipway.ui.component.Moment;
import dev.slipway.ui.component.Notice;
import dev.slipway.ui.component.Table;
import java.util.List;

/** The list of a user's sessions, each with a button that ends it. */
final class SessionsSection extends Section {
    private final SignIns signIns;
    private final AccountId actor;
    private final SessionKey own;
    private final Table table =
            new Table("Sessions", List.of("Browser", "Network address", "Signed in", "Last used", ""));

    SessionsSection(SignIns signIns, AccountId actor, SessionKey own) {
        this.signIns = signIns;
        this.actor = actor;
        this.own = own;
        add(
                new H2("Sessions"),
                new Paragraph("Ending a session closes its pages, terminals and previews at once. Programs in"
                        + " your machines keep running."),
                table,
                Buttons.plain("End all other sessions", this::endOthers));
        show();
    }

    private void show() {
        table.clear();
        signIns.list(actor).forEach(signIn -> table.addRow(cells(signIn)));
    }

    private Component[] cells(SignIn signIn) {
        var name = signIn.browser().isEmpty() ? "Unknown browser" : signIn.browser();
        return new Component[] {
            new Span(name),
            new Span(signIn.address()),
            new Moment(signIn.startedAt()),
            new Moment(signIn.lastUsedAt()),
            signIn.session().equals(own) ? new Label("This browser", Tone.LIVE) : new Div(end(signIn, name))
        };
    }

    private Component end(SignIn signIn, String name) {
        var button = Buttons.quiet("End", () -> {
            signIns.end(actor, signIn.session());
            Notice.done("The session has ended.");
            show();
        });
        button.setAriaLabel("End the session of " + name + " at " + signIn.address());
        return button;
    }

    private void endOthers() {
        var ended = signIns.endOthers(actor, own);
        Notice.done(
                switch (ended) {
                    case 0 -> "There are no other sessions.";
                    case 1 -> "One other session has ended.";
                    default -> ended + " other sessions have ended.";
                });
        show();
    }
}
