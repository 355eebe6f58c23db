package dev.slipway.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.slipway.account.Account;
import dev.slipway.account.CurrentAccount;
import dev.slipway.account.Role;
import dev.slipway.ui.component.Brand;
import dev.slipway.ui.component.SchemeToggle;
import org.jspecify.annotations.Nullable;

/** The frame of all screens except the workspace: logo, navigation, account menu. */
@AnonymousAllowed
public final class MainLayout extends Div implements RouterLayout {
    private final Main content = new Main();

    MainLayout(CurrentAccount current, AuthenticationContext authentication) {
        addClassName("shell");
        content.setId("content");
        var skip = new Anchor("#content", "Skip to content");
        skip.addClassName("skip-link");
        skip.setRouterIgnore(true);
        var home = new Anchor("", Brand.small());
        home.setAriaLabel("Slipway, catalogue");
        var header = new Header(home);
        current.find().ifPresent(account -> header.add(navigation(account), new AccountMenu(account, authentication)));
        header.add(new SchemeToggle());
        add(skip, header, content);
    }

    private static Nav navigation(Account account) {
        var links = new Nav(new NavigationLink("Catalogue", ""), new NavigationLink("My attempts", "attempts"));
        links.getElement().setAttribute("aria-label", "Main");
        if (account.role() == Role.ADMINISTRATOR) {
            links.add(new NavigationLink("Administration", "admin"));
        }
        return links;
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement child) {
        content.getElement().removeAllChildren();
        if (child != null) {
            content.getElement().appendChild(child.getElement());
        }
    }
}
