package dev.slipway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import dev.slipway.account.persistence.AccountLedger;
import dev.slipway.shared.UserFacingException;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextImpl;

/** Tests which actions end a session. */
class SessionsTest extends AccountTest {
    @SuppressWarnings("NullAway.Init") // set before each test
    private SignIns signIns;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Account ada;

    @BeforeEach
    void addALearner() {
        signIns = running.get(SignIns.class);
        ada = add(Role.LEARNER);
    }

    @Test
    void signingOutInOneBrowserEndsNothingInAnother() {
        var first = browser();
        var second = browser();

        running.publish(new LogoutSuccessEvent(second.authentication()));

        assertThat(running.committedEvents()).containsExactly(new SignedOut(ada.id(), second.session()));
        assertThat(running.get(Actors.class).require(ada.id(), first.session()).role())
                .isEqualTo(Role.LEARNER);
        assertThat(signIns.resume(first.cookie(), "192.0.2.1")).isPresent();
        assertEnded(second);
    }

    @Test
    void aCookieThatSignedOutIsWorthlessOnARestartedPlatformToo(@TempDir Path data) {
        var browser = browser();
        signIns.end(browser.cookie());

        try (var restarted = RunningAccounts.on(data, "--slipway.account.demo=false")) {
            assertThat(restarted.get(SignIns.class).resume(browser.cookie(), "192.0.2.1"))
                    .isEmpty();
        }
        assertEnded(browser);
    }

    @Test
    void aCookieIsWorthlessAfterTwelveHours() {
        var browser = browser();
        assertThat(signIns.resume(browser.cookie(), "192.0.2.1")).isPresent();

        running.get(MutableClock.class).advance(Duration.ofHours(12));

        assertThat(signIns.resume(browser.cookie(), "192.0.2.1")).isEmpty();
    }

    @Test
    void aDisabledADemotedAndAResetAccountLoseAllSessionsAtOnce() {
        var accounts = running.get(Accounts.class);
        var victim = add(Role.GRADER);
        for (var loss : new Runnable[] {
            () -> accounts.change(admin.id(), victim.id(), AccountChange.to(Role.LEARNER)),
            () -> accounts.resetPassword(admin.id(), victim.id(), new NewPassword("another horse battery")),
            () -> accounts.change(admin.id(), victim.id(), AccountChange.disabling())
        }) {
            var one = running.get(AccountLedger.class).signedIn(victim.id(), "192.0.2.1");
            var cookie = signIns.remember(one.sessionKey(), "Firefox");

            loss.run();

            assertThat(running.committedEvents()).endsWith(new RightsLost(victim.id()));
            assertThat(signIns.resume(cookie, "192.0.2.1")).isEmpty();
            assertRefused(() -> running.get(Actors.class).require(victim.id(), one.sessionKey()));
        }
        assertThat(running.committedEvents()).noneMatch(event -> event.equals(new RightsLost(ada.id())));
    }

    @Test
    void aResetByAnAdministratorRevokesTheTokensAndAChangeByTheOwnerKeepsThem() {
        var tokens = running.get(ApiTokens.class);
        var accounts = running.get(Accounts.class);
        var issued = tokens.issue(ada.id(), "laptop");

        accounts.changePassword(ada.id(), PASSWORD, new NewPassword("another horse battery"));
        assertThat(tokens.authenticate(issued.secret(), "192.0.2.1").id()).isEqualTo(ada.id());

        accounts.resetPassword(admin.id(), ada.id(), new NewPassword("a third horse battery"));
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> tokens.authenticate(issued.secret(), "192.0.2.1"))
                .matches(e -> e.code() == AccountError.TOKEN_INVALID);
    }

    @Test
    void whatADisabledAccountAsksForIsRefusedInTheServices() {
        running.get(Accounts.class).change(admin.id(), ada.id(), AccountChange.disabling());

        assertRefused(() -> running.get(Actors.class).require(ada.id()));
        assertRefused(() -> signIns.list(ada.id()));
        assertRefused(() -> running.get(ApiTokens.class).list(ada.id()));
    }

    @Test
    void peopleSeeTheirSessionsAndEndThem() {
        var first = browser();
        var second = browser();
        assertThat(signIns.list(ada.id()))
                .extracting(SignIn::session)
                .containsExactlyInAnyOrder(first.session(), second.session());
        assertThat(signIns.list(ada.id())).extracting(SignIn::browser).containsOnly("Firefox");

        signIns.end(ada.id(), second.session());

        assertEnded(second);
        assertRefused(() -> signIns.end(ada.id(), second.session()));
        assertRefused(() -> signIns.end(admin.id(), first.session()));
        assertThat(signIns.list(ada.id())).extracting(SignIn::session).containsExactly(first.session());
    }

    @Test
    void endingAllOthersKeepsTheOwn() {
        var own = browser();
        var others = new Browser[] {browser(), browser()};

        assertThat(signIns.endOthers(ada.id(), own.session())).isEqualTo(2);

        assertThat(signIns.resume(own.cookie(), "192.0.2.1")).isPresent();
        for (var other : others) {
            assertEnded(other);
        }
    }

    @Test
    void anExpiredHttpSessionEndsTheSessionOfItsBrowserAlone() {
        var first = browser();
        var second = browser();
        httpSession(first);
        var closed = httpSession(second);

        expire(closed, second);

        assertThat(running.committedEvents()).containsExactly(new SignedOut(ada.id(), second.session()));
        assertThat(signIns.resume(first.cookie(), "192.0.2.1")).isPresent();
        // The user may open the browser again.
        assertThat(signIns.resume(second.cookie(), "192.0.2.1")).isPresent();
    }

    @Test
    void aSpareHttpSessionOfABrowserExpiresWithoutMeaningAnything() {
        var browser = browser();
        var live = httpSession(browser);
        var spare = httpSession(browser);

        expire(spare, browser);
        assertThat(running.committedEvents()).isEmpty();

        expire(live, browser);
        assertThat(running.committedEvents()).containsExactly(new SignedOut(ada.id(), browser.session()));
    }

    @Test
    void httpSessionsOfAnEndedSessionAreInvalidatedWithinASecondAndOthersStay() {
        var first = browser();
        var second = browser();
        var kept = httpSession(first);
        var ended = httpSession(second);
        var began = System.nanoTime();

        signIns.end(ada.id(), second.session());

        await().atMost(Duration.ofSeconds(10)).until(ended::isInvalid);
        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println("HTTP session invalidated after " + took.toMillis() + " ms (promised: 1000 ms)");
        assertThat(kept.isInvalid()).isFalse();
    }

    @Test
    void fiveWrongPasswordsFromElsewhereDoNotLockTheOwnerOut() {
        browser();
        for (var i = 0; i < 5; i++) {
            assertThatExceptionOfType(SignInRefusedException.class)
                    .isThrownBy(() -> BySignInForm.signIn(running, ada.email(), "wrong password!"));
        }

        assertThat(BySignInForm.signIn(running, ada.email(), PASSWORD).isAuthenticated())
                .isTrue();
    }

    private record Browser(Authentication authentication, SessionKey session, String cookie) {}

    private Browser browser() {
        var authentication = BySignInForm.signIn(running, ada.email(), PASSWORD);
        var session = current().requireSession();
        return new Browser(authentication, session, signIns.remember(session, "Firefox"));
    }

    private MockHttpSession httpSession(Browser browser) {
        var session = new MockHttpSession();
        var context = new SecurityContextImpl(browser.authentication());
        session.setAttribute(SPRING_SECURITY_CONTEXT_KEY, context);
        running.get(HttpSessionAttributeListener.class)
                .attributeAdded(new HttpSessionBindingEvent(session, SPRING_SECURITY_CONTEXT_KEY, context));
        return session;
    }

    private void expire(MockHttpSession session, Browser browser) {
        running.get(HttpSessionAttributeListener.class)
                .attributeRemoved(new HttpSessionBindingEvent(
                        session, SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl(browser.authentication())));
    }

    private void assertEnded(Browser browser) {
        assertThat(signIns.resume(browser.cookie(), "192.0.2.1")).isEmpty();
        assertRefused(() -> running.get(Actors.class).require(ada.id(), browser.session()));
    }

    private static void assertRefused(Runnable call) {
        assertThatExceptionOfType(UserFacingException.class).isThrownBy(call::run);
    }
}
