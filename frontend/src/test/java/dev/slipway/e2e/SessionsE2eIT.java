package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests that sessions end within a second of their cause, and that other sessions stay. */
class SessionsE2eIT extends E2e {
    private static final Pattern SIGN_IN = Pattern.compile(".*/sign-in.*");

    /** Ten times the promised second, because the machine may be busy. */
    private static final double PATIENCE_MILLIS = 10_000;

    @Test
    void aDisabledAccountIsOutAndOthersStay() throws IOException, InterruptedException {
        var administrator = new Administrator(platform());
        var victim = administrator.addsSecondLearner();
        var sockets = terminalSockets(page());
        learner().signsIn(victim.email(), victim.password()).opens("publish-a-port");
        var others = anotherBrowser();
        var bystander = new Learner(platform(), others).signsIn().opens("publish-a-port");
        var began = System.nanoTime();

        administrator.disables(victim.email());

        isSentToTheSignInPage("disabled", began, sockets);
        bystander.types("echo still $((40 + 2))").seesInTerminal("still 42");
        bystander.endsEarly();
    }

    @Test
    void aResetPasswordEndsTheSessions() throws IOException, InterruptedException {
        var administrator = new Administrator(platform());
        var victim = administrator.addsSecondLearner();
        learner().signsIn(victim.email(), victim.password());
        var began = System.nanoTime();

        administrator.resetsPasswordOf(victim.email());

        isSentToTheSignInPage("reset", began, List.of());
    }

    @Test
    void signingOutElsewhereLeavesThisBrowserAlone() {
        var sockets = terminalSockets(page());
        var here = learner().signsIn().opens("publish-a-port");
        var elsewhere = anotherBrowser();
        new Learner(platform(), elsewhere).signsIn();

        signOut(elsewhere);

        here.types("echo still $((40 + 2))").seesInTerminal("still 42");
        assertThat(sockets).isNotEmpty().anyMatch(socket -> !socket.isClosed());
        here.endsEarly();
    }

    @Test
    void aSessionThatIsEndedFromAnotherBrowserIsOut() {
        learner().signsIn();
        var elsewhere = anotherBrowser();
        new Learner(platform(), elsewhere).signsIn();
        elsewhere.navigate(platform().url("account"));
        elsewhere
                .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sessions"))
                .waitFor();
        var began = System.nanoTime();

        elsewhere
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End all other sessions"))
                .click();

        isSentToTheSignInPage("ended from elsewhere", began, List.of());
        assertThat(elsewhere.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sessions")))
                .isVisible();
    }

    @Test
    void aCookieThatSignedOutStaysWorthlessAfterARestart() throws IOException, InterruptedException {
        learner().signsIn();
        var cookies = page().context().cookies();
        signOut(page());
        page().context().clearCookies();

        platform().kill();
        platform().start();
        page().context().addCookies(cookies);
        page().navigate(platform().url("attempts"));

        assertThat(page().getByLabel("Password")).isVisible();
    }

    private void isSentToTheSignInPage(String what, long began, List<WebSocket> sockets) {
        page().waitForURL(SIGN_IN, new Page.WaitForURLOptions().setTimeout(PATIENCE_MILLIS));
        page().waitForCondition(() -> sockets.stream().allMatch(WebSocket::isClosed));
        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println(what + ": page and " + sockets.size() + " terminal sockets ended after " + took.toMillis()
                + " ms (promised: 1000 ms)");
        page().getByLabel("Password").waitFor();
    }

    private static List<WebSocket> terminalSockets(Page page) {
        var sockets = new CopyOnWriteArrayList<WebSocket>();
        page.onWebSocket(socket -> {
            if (socket.url().contains("ws/terminal")) {
                sockets.add(socket);
            }
        });
        return sockets;
    }

    private static void signOut(Page page) {
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(Pattern.compile("^Account of ")))
                .first()
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        page.getByLabel("Password").waitFor();
    }
}
