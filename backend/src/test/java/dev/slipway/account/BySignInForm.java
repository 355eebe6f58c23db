package dev.slipway.account;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Signs in as the sign-in form does. */
final class BySignInForm {
    private BySignInForm() {}

    static Authentication signIn(RunningAccounts accounts, String email, String password) {
        var authentication = accounts.get(AuthenticationProvider.class)
                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, password));
        if (authentication == null) {
            throw new IllegalStateException("the provider does not support passwords");
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
        return authentication;
    }
}
