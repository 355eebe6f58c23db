package dev.slipway.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.slipway.account.ApiToken;
import dev.slipway.account.ApiTokens;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.ErrorTexts;
import dev.slipway.shared.UserFacingException;
import dev.slipway.ui.component.Buttons;
import dev.slipway.ui.component.CopyButton;
import dev.slipway.ui.component.LabelledInput;
import dev.slipway.ui.component.Moment;
import dev.slipway.ui.component.Notice;
import dev.slipway.ui.component.Question;
import dev.slipway.ui.component.Table;
import java.util.List;

/** The list of a user's own API tokens. The secret of a token is shown once, when the token is created. */
final class TokensSection extends Section {
    private final ApiTokens tokens;
    private final AccountId actor;
    private final LabelledInput name = new LabelledInput("Name of the new token", "text", "off");
    private final Div secret = new Div();
    private final Table table = new Table("API tokens", List.of("Name", "Created", "Last used", ""));
    private final Paragraph none = new Paragraph("You have no API tokens.");

    TokensSection(ApiTokens tokens, AccountId actor) {
        this.tokens = tokens;
        this.actor = actor;
        secret.addClassNames("note", "account-secret");
        secret.getElement().setAttribute("role", "status");
        secret.setVisible(false);
        var form = new Div(name, Buttons.plain("Create token", this::create));
        form.addClassName("account-form");
        add(
                new H2("API tokens"),
                new Paragraph("A program with one of your tokens has your permissions in the API. Give each"
                        + " program its own token, and revoke the token when the program no longer needs it."),
                table,
                none,
                form,
                secret);
        show();
    }

    private void show() {
        var own = tokens.list(actor);
        table.clear();
        table.setVisible(!own.isEmpty());
        none.setVisible(own.isEmpty());
        own.forEach(token -> table.addRow(cells(token)));
    }

    private Component[] cells(ApiToken token) {
        var revoke = Buttons.quiet("Revoke", () -> askRevoke(token));
        revoke.setAriaLabel("Revoke " + token.name());
        return new Component[] {
            new Span(token.name()),
            new Moment(token.createdAt()),
            token.lastUsedAt().<Component>map(Moment::new).orElseGet(() -> new Span("Never")),
            new Div(revoke)
        };
    }

    private void create() {
        try {
            var issued = tokens.issue(actor, name.value());
            secret.removeAll();
            secret.add(
                    new Paragraph(
                            "Copy the secret of “" + issued.token().name() + "” now. It is shown only this once."),
                    new Div(new Code(issued.secret()), new CopyButton(issued.secret())));
            secret.setVisible(true);
            name.clear();
            show();
        } catch (UserFacingException refused) {
            Notice.error(ErrorTexts.text(refused));
        }
    }

    private void askRevoke(ApiToken token) {
        Question.ask(
                "Revoke “" + token.name() + "”?",
                "Programs that use this token lose access at once, and their open connections are closed.",
                "Revoke",
                () -> {
                    tokens.revoke(actor, token.id());
                    secret.setVisible(false);
                    show();
                });
    }
}
