package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Tests that a learner loses nothing when the platform is killed and restarted. */
class RestartE2eIT extends E2e {

    @Test
    void keepsMachinesAndVerdictsAndThePageComesBackByItself() throws IOException, InterruptedException {
        Assumptions.assumeTrue(platform().isOurs(), "the test may only kill a platform that it started");
        var lab = learner().signsIn().opens("publish-a-port");
        lab.types("docker run -d --name kept -p 8080:80 httpd").seesTask("publish", "passed");
        lab.types("echo once >> /root/typed");
        var address = page().url();

        restartsPlatform();

        lab.hasLiveTerminal();
        assertThat(page().url()).isEqualTo(address);
        assertThat(page().locator(".top-progress")).containsText("1 of 4 tasks");
        lab.types("docker ps --format 'still {{.Names}}'").seesInTerminal("still kept");
        lab.types("echo typed $(wc -l < /root/typed) time").seesInTerminal("typed 1 time");
        lab.turnsTo(1).seesTask("publish", "passed");
        lab.endsEarly();
    }
}
