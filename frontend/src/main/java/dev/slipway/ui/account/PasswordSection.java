package dev.slipway.ui.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.slipway.account.Accounts;
import dev.slipway.account.NewPassword;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.ErrorTexts;
import dev.slipway.shared.UserFacingException;
import dev.slipway.ui.component.Buttons;
import dev.slipway.ui.component.LabelledInput;

/** The form with which users change their own password. */
final class PasswordSection extends Section {
    private final Accounts accounts;
    private final AccountId actor;
    private final LabelledInput present = new LabelledInput("Current password", "password", "current-password");
    private final LabelledInput next = new LabelledInput("New password", "password", "new-password");
    private final Div problem = new Div();

    PasswordSection(Accounts accounts, AccountId actor) {
        this.accounts = accounts;
        this.actor = actor;
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        var form = new Div(present, next, problem, Buttons.primary("Change password", this::change));
        form.addClassName("account-form");
        add(
                new H2("Password"),
                new Paragraph("A new password has at least " + NewPassword.MIN_CHARACTERS
                        + " characters. The change signs you out everywhere, also here. Then sign in with"
                        + " the new password. Your API tokens stay valid."),
                form);
    }

    private void change() {
        problem.setVisible(false);
        try {
            accounts.changePassword(actor, present.value(), new NewPassword(next.value()));
        } catch (UserFacingException refused) {
            problem.setText(ErrorTexts.text(refused));
            problem.setVisible(true);
            return;
        }
        present.clear();
        next.clear();
    }
}
