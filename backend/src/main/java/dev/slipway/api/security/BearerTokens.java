package dev.slipway.api.security;

import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.ApiTokens;
import dev.slipway.api.problem.Problems;
import dev.slipway.shared.UserFacingException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads {@code Authorization: Bearer TOKEN} (RFC 6750). The filter accepts no tokens in URLs or forms, because servers
 * and proxies often log those.
 */
final class BearerTokens extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final Problems problems;

    BearerTokens(ApiTokens tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            try {
                var secret = header.substring(SCHEME.length()).strip();
                signIn(tokens.authenticate(secret, request.getRemoteAddr()));
            } catch (UserFacingException e) {
                problems.write(e, request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static void signIn(AccountPrincipal principal) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                principal, null, List.of(new SimpleGrantedAuthority(principal.authority()))));
        SecurityContextHolder.setContext(context);
    }
}
