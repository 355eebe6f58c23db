package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Tests that full-screen programs keep running when the platform restarts or the page reloads. */
class HeldTerminalE2eIT extends E2e {

    @Test
    void typingInVimGoesOnAfterThePlatformWasKilled() throws IOException, InterruptedException {
        Assumptions.assumeTrue(platform().isOurs(), "the test may only kill a platform that it started");
        var lab = learner().signsIn().opens("publish-a-port");
        lab.types("vim notes.txt").seesInTerminal("\"notes.txt\" [New]");
        lab.presses("i").seesInTerminal("-- INSERT --").writes("kept before").seesInTerminal("kept before");
        var address = page().url();

        restartsPlatform();

        lab.hasLiveTerminal();
        assertThat(page().url()).isEqualTo(address);
        lab.seesInTerminal("-- INSERT --").writes(" and after").seesInTerminal("kept before and after");
        lab.presses("Escape").types(":wq");
        lab.types("clear; tr a-z A-Z < notes.txt").seesInTerminal("KEPT BEFORE AND AFTER");
        lab.endsEarly();
    }

    @Test
    void topIsStillOnTheScreenAfterAReload() {
        var lab = learner().signsIn().opens("publish-a-port");
        lab.types("top -d 1").seesInTerminal("PID USER");

        page().reload();

        lab.hasLiveTerminal();
        lab.seesInTerminal("PID USER").seesInTerminal("dockerd");
        lab.presses("q").types("clear; echo left $((40 + 2))").seesInTerminal("left 42");
        assertThat(lab.terminal()).not().containsText("PID USER");
        lab.endsEarly();
    }
}
