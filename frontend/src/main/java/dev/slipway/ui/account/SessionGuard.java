package dev.slipway.ui.account;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.slipway.account.CurrentAccount;
import org.springframework.stereotype.Component;

/** Ends sessions whose account has lost its rights since: disabled, another role, another password. */
@Component
final class SessionGuard implements VaadinServiceInitListener {
    private final CurrentAccount current;
    private final AuthenticationContext authentication;

    SessionGuard(CurrentAccount current, AuthenticationContext authentication) {
        this.current = current;
        this.authentication = authentication;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(initialised -> initialised.getUI().addBeforeEnterListener(this::check));
    }

    private void check(BeforeEnterEvent event) {
        if (authentication.isAuthenticated() && current.find().isEmpty()) {
            authentication.logout();
        }
    }
}
