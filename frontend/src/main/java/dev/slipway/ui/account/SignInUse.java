package dev.slipway.ui.account;

import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.SignIns;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Records when and from which address a sign-in was last used, for the list of sessions. An open page counts as use,
 * because it sends a request at least once a minute.
 */
final class SignInUse extends OncePerRequestFilter {
    private final SignIns signIns;

    SignInUse(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof AccountPrincipal principal) {
            signIns.used(principal.sessionKey(), request.getRemoteAddr());
        }
        chain.doFilter(request, response);
    }
}
