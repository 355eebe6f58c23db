package dev.slipway.ui.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.Account;
import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.CurrentAccount;
import dev.slipway.account.Role;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.PlatformProperties;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;

class RememberedSignInTest {
    private static final AccountPrincipal PRINCIPAL =
            new AccountPrincipal(new UUID(1, 2), "lea.learner@example.test", Role.LEARNER, 3);

    @SuppressWarnings("NullAway.Init") // set before each test
    private RememberedSignIn remembered;

    @BeforeEach
    void start(@TempDir Path data) {
        var platform = new PlatformProperties(data, URI.create("http://localhost:8080"));
        var signed = new SignedPrincipal(new SignInKey(platform, new Random(1)));
        var clock = Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);
        remembered = new RememberedSignIn(signed, new Somebody(), clock);
    }

    @Test
    void comesBackByTheCookie() {
        assertThat(remembered.autoLogin(with(signIn()), new MockHttpServletResponse()))
                .isNotNull();
    }

    @Test
    void anotherTabDoesNotComeBackByTheCookieOfWhoHasSignedOut() {
        var cookie = signIn();
        var response = new MockHttpServletResponse();

        remembered.logout(with(cookie), response, null);

        assertThat(remembered.autoLogin(with(cookie), new MockHttpServletResponse()))
                .isNull();
        assertThat(cookieOf(response).getMaxAge()).isZero();
    }

    private Cookie signIn() {
        var response = new MockHttpServletResponse();
        remembered.loginSuccess(
                new MockHttpServletRequest(), response, new TestingAuthenticationToken(PRINCIPAL, null));
        return cookieOf(response);
    }

    private static Cookie cookieOf(MockHttpServletResponse response) {
        return Objects.requireNonNull(response.getCookie("slipway-remembered"));
    }

    private static MockHttpServletRequest with(Cookie cookie) {
        var request = new MockHttpServletRequest();
        request.setCookies(cookie);
        return request;
    }

    private static final class Somebody implements CurrentAccount {
        @Override
        public Optional<Account> find() {
            return Optional.of(require());
        }

        @Override
        public Account require() {
            return new Account(new AccountId(PRINCIPAL.account()), PRINCIPAL.email(), "Lea", PRINCIPAL.role());
        }
    }
}
