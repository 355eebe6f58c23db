package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests that signing out in one tab signs out all tabs. */
class SignOutE2eIT extends E2e {

    @Test
    void closesTheTerminalsOfAnotherTab() {
        var lab = learner().signsIn().opens("publish-a-port");
        var address = page().url();
        var sockets = new CopyOnWriteArrayList<WebSocket>();
        var other = page().context().newPage();
        other.onWebSocket(socket -> {
            if (socket.url().contains("ws/terminal")) {
                sockets.add(socket);
            }
        });
        other.navigate(address);
        var second = new Workspace(other);
        second.hasLiveTerminal();
        second.types("echo one shell for $((1 + 1)) tabs").seesInTerminal("one shell for 2 tabs");
        lab.seesInTerminal("one shell for 2 tabs");
        assertThat(sockets).isNotEmpty().noneMatch(WebSocket::isClosed);

        page().navigate(platform().url(""));
        page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(Pattern.compile("^Account of ")))
                .first()
                .click();
        page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();

        other.waitForCondition(() -> sockets.stream().allMatch(WebSocket::isClosed));
        page().getByLabel("Password").waitFor();
        page().navigate(address);
        assertThat(page().getByLabel("Password")).isVisible();
    }
}
