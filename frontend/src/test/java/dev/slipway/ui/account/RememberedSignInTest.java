package dev.slipway.ui.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.Role;
import dev.slipway.platform.PlatformProperties;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;

class RememberedSignInTest {
    private static final AccountPrincipal PRINCIPAL =
            new AccountPrincipal(new UUID(1, 2), "lea.learner@example.test", Role.LEARNER, 3, new UUID(4, 5));

    private final InMemorySignIns signIns = new InMemorySignIns(PRINCIPAL);
    private final RememberedSignIn remembered =
            new RememberedSignIn(signIns, new PlatformProperties(Path.of("."), URI.create("http://localhost:8080")));

    @Test
    void comesBackByTheCookie() {
        assertThat(remembered.autoLogin(with(signIn()), new MockHttpServletResponse()))
                .isNotNull()
                .matches(authentication -> Objects.equals(authentication.getPrincipal(), PRINCIPAL));
    }

    @Test
    void notesWhichBrowserSignedIn() {
        signIn();

        assertThat(signIns.browser()).isEqualTo("Firefox on Linux");
    }

    @Test
    void anotherTabDoesNotComeBackByTheCookieOfASignInThatHasEnded() {
        var cookie = signIn();
        var response = new MockHttpServletResponse();

        remembered.logout(with(cookie), response, null);

        assertThat(remembered.autoLogin(with(cookie), new MockHttpServletResponse()))
                .isNull();
        assertThat(cookieOf(response).getMaxAge()).isZero();
    }

    @Test
    void isBoundToTheHostWhereTheAddressIsHttps() {
        var secure = new RememberedSignIn(
                signIns, new PlatformProperties(Path.of("."), URI.create("https://school.example")));
        var response = new MockHttpServletResponse();

        secure.loginSuccess(new MockHttpServletRequest(), response, new TestingAuthenticationToken(PRINCIPAL, null));

        assertThat(response.getCookie("__Host-slipway-remembered"))
                .isNotNull()
                .matches(Cookie::getSecure)
                .matches(cookie -> "/".equals(cookie.getPath()) && cookie.getDomain() == null);
    }

    private Cookie signIn() {
        var request = new MockHttpServletRequest();
        request.addHeader("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        var response = new MockHttpServletResponse();
        remembered.loginSuccess(request, response, new TestingAuthenticationToken(PRINCIPAL, null));
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
}
