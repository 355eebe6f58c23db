package dev.slipway.ui.shell;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.slipway.account.Account;

/** The menu of the signed-in user: name, account page, sign-out. */
final class AccountMenu extends MenuBar {

    AccountMenu(Account account, AuthenticationContext authentication) {
        addClassName("account-menu");
        addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem person = addItem(account.name());
        person.setAriaLabel("Account of " + account.name());
        var details = new Span(account.email());
        details.addClassName("account-menu-details");
        person.getSubMenu().addItem(details).setEnabled(false);
        person.getSubMenu()
                .addItem("My account", event -> event.getSource().getUI().ifPresent(ui -> ui.navigate("account")));
        person.getSubMenu().addItem("Sign out", event -> authentication.logout());
    }
}
