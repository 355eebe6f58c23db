package dev.slipway.account.signin;

import dev.slipway.account.AccountError;
import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.SignInRefusedException;
import dev.slipway.account.limit.SignInLimits;
import dev.slipway.account.persistence.AccountLedger;
import dev.slipway.account.persistence.SignInRecord;
import dev.slipway.platform.Retried;
import dev.slipway.shared.UserFacingException;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs accounts in with e-mail address and password. An unknown account, a disabled account and a wrong password get
 * the same error after about the same time, because the password is always compared with a hash. The network address of
 * the request is the client's: if a trusted proxy sent {@code X-Forwarded-For}, the server has already replaced the
 * proxy's address by the address in that header.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);

    /** Length of the longest e-mail address; it limits the length of the keys in {@link SignInLimits}. */
    private static final int MAX_EMAIL = 254;

    private final AccountLedger ledger;
    private final SignInLimits limits;
    private final PasswordEncoder encoder;
    private final String hashOfNobody;

    PasswordSignIn(AccountLedger ledger, SignInLimits limits, PasswordEncoder encoder) {
        this.ledger = ledger;
        this.limits = limits;
        this.encoder = encoder;
        this.hashOfNobody = encoder.encode("no account has this password");
    }

    @Override
    public Authentication authenticate(Authentication request) {
        try {
            return signIn(request);
        } catch (UserFacingException e) {
            throw new SignInRefusedException(e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Authentication signIn(Authentication request) {
        var email = normalised(request.getName());
        var address = request.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "unknown";
        var found = ledger.findForSignIn(email);
        var known = found.filter(record -> ledger.isKnown(record.account().id(), address))
                .isPresent();
        limits.takeSignIn(email, address, known);

        var password = request.getCredentials() instanceof String text ? text : "";
        var matches =
                encoder.matches(password, found.map(SignInRecord::passwordHash).orElse(hashOfNobody));
        var record = found.filter(_ -> matches).filter(SignInRecord::enabled).orElseThrow(() -> {
            LOG.info("sign-in refused address={}", address);
            return new UserFacingException(AccountError.SIGN_IN_REFUSED);
        });

        limits.signedIn(email, address, known);
        // Two concurrent sign-ins of an account from one address insert the same row, so the second must be repeated.
        return authenticated(
                request,
                Retried.onCollision(() -> ledger.signedIn(record.account().id(), address)));
    }

    private static Authentication authenticated(Authentication request, AccountPrincipal principal) {
        var result = UsernamePasswordAuthenticationToken.authenticated(
                principal, null, List.of(new SimpleGrantedAuthority(principal.authority())));
        result.setDetails(request.getDetails());
        return result;
    }

    private static String normalised(String typed) {
        var email = typed.strip().toLowerCase(Locale.ROOT);
        return email.length() > MAX_EMAIL ? email.substring(0, MAX_EMAIL) : email;
    }
}
