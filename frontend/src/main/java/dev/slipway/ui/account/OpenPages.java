package dev.slipway.ui.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.CurrentAccount;
import dev.slipway.account.RightsLost;
import dev.slipway.account.SignedOut;
import dev.slipway.platform.AfterCommit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The open pages of signed-in users. When a session ends or an account loses rights, this class sends the pages of that
 * session or account to the sign-in page. Each navigation also checks whether the session has ended. The map is
 * concurrent; pages change under the lock of their own Vaadin session.
 */
@Component
final class OpenPages implements VaadinServiceInitListener {
    private final CurrentAccount current;
    private final AuthenticationContext authentication;
    private final Map<UI, AccountPrincipal> pages = new ConcurrentHashMap<>();

    OpenPages(CurrentAccount current, AuthenticationContext authentication) {
        this.current = current;
        this.authentication = authentication;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(initialised -> open(initialised.getUI()));
    }

    private void open(UI ui) {
        authentication.getAuthenticatedUser(AccountPrincipal.class).ifPresent(principal -> {
            pages.put(ui, principal);
            ui.addDetachListener(_ -> pages.remove(ui));
        });
        ui.addBeforeEnterListener(this::check);
    }

    private void check(BeforeEnterEvent event) {
        if (authentication.isAuthenticated() && current.find().isEmpty()) {
            authentication.logout();
        }
    }

    @EventListener
    void on(SignedOut event) {
        AfterCommit.start(
                "pages-leave", () -> leave(principal -> principal.sessionKey().equals(event.session())));
    }

    @EventListener
    void on(RightsLost event) {
        AfterCommit.start("pages-leave", () -> leave(principal -> principal.id().equals(event.account())));
    }

    private void leave(Predicate<AccountPrincipal> which) {
        pages.forEach((ui, principal) -> {
            if (which.test(principal)) {
                leave(ui);
            }
        });
    }

    private static void leave(UI ui) {
        try {
            var _ = ui.access(() -> ui.getPage().setLocation("sign-in"));
        } catch (UIDetachedException gone) {
            // The page has been closed in the meantime, so there is nothing to do.
            return;
        }
    }
}
