package dev.slipway.ui.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.slipway.account.Account;
import dev.slipway.account.Accounts;
import dev.slipway.account.ApiTokens;
import dev.slipway.account.CurrentAccount;
import dev.slipway.account.SignIns;
import dev.slipway.ui.component.SchemeToggle;
import dev.slipway.ui.shell.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;

/** The page of a user's own account: password, sessions, API tokens, appearance. */
@Route(value = "account", layout = MainLayout.class)
@PageTitle("My account · Slipway")
@PermitAll
final class AccountView extends Div {

    AccountView(Accounts accounts, SignIns signIns, ApiTokens tokens, CurrentAccount current) {
        addClassName("account");
        var account = current.require();
        add(
                new H1("My account"),
                person(account),
                new PasswordSection(accounts, account.id()),
                new SessionsSection(signIns, account.id(), current.requireSession()),
                new TokensSection(tokens, account.id()),
                appearance());
    }

    private static Paragraph person(Account account) {
        var role = account.role().name().toLowerCase(Locale.ROOT);
        return new Paragraph(account.name() + " · " + account.email() + " · " + role);
    }

    private static Section appearance() {
        return new Section(
                new H2("Appearance"),
                new Paragraph("This browser remembers the choice."),
                SchemeToggle.withAllChoices());
    }
}
