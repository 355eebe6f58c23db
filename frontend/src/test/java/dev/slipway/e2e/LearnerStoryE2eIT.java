package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Tests a learner's way from the sign-in to the score, with only those clicks that a learner needs. */
class LearnerStoryE2eIT extends E2e {

    @Test
    void publishesPortsAndSeesTheTasksTurnGreen() throws IOException, InterruptedException {
        try (var execs = ExecWatch.begin()) {
            var lab = publishesPorts();
            execs.startOne();
            lab.finishes();

            assertThat(lab.score()).containsText("100");
            assertThat(execs.seen())
                    .as("processes that the host engine started in nodes: only the one of this test")
                    .singleElement()
                    .asString()
                    .contains("exec_create: true");
        }
    }

    private Workspace publishesPorts() {
        var lab = learner().signsIn().opens("publish-a-port");

        lab.types("docker run -d -p 8080:80 httpd")
                .seesTask("publish", "passed")
                .turnsTo(2);
        var word = lab.word();
        lab.types("docker exec $(docker ps -q --filter publish=8080) sh -c 'echo " + word
                        + " > /usr/local/apache2/htdocs/index.html'")
                .seesTask("own-page", "passed")
                .types("docker run -d -p 8081:80 httpd")
                .seesTask("second", "passed")
                .turnsTo(3)
                .types(
                        "docker commit notes notes:1 && docker rm -f notes && docker run -d --name notes -p 9090:80 notes:1")
                .seesTask("opened", "passed");
        return lab;
    }

    @Test
    void commitsAContainerAndSeesTheTasksTurnGreen() {
        var lab = learner().signsIn().opens("commit-a-container");
        var word = lab.word();

        lab.types("docker run -it --name workshop debian")
                .types("mkdir /opt/site")
                .types("echo " + word + " > /opt/site/index.html")
                .types("exit")
                .seesTask("workshop", "passed")
                .types("docker commit workshop site:1")
                .turnsTo(2)
                .seesTask("commit", "passed")
                .types("docker run -it --name copy site:1")
                .types("echo made by hand > /opt/site/about.html")
                .types("exit")
                .seesTask("copy", "passed")
                .turnsTo(3)
                .types("docker run --name fresh debian ls /opt")
                .seesTask("unchanged", "passed")
                .types("docker commit copy site:2")
                .seesTask("second", "passed");
        lab.finishes();

        assertThat(lab.score()).containsText("100");
    }

    @Test
    void aWrongPortStaysRedAndSaysWhichWasSeen() {
        var lab = learner().signsIn().opens("publish-a-port");

        lab.types("docker run -d -p 8008:80 httpd")
                .seesTask("publish", "failed")
                .readsOnTask("publish", "8008");
        assertThat(lab.task("publish"))
                .not()
                .hasAttribute("state", "passed", new LocatorAssertions.HasAttributeOptions().setTimeout(5000));

        lab.endsEarly();
        assertThat(lab.score()).containsText("0");
    }

    @Test
    void readsTheVerdictWhereverThePageStands() {
        var lab = learner().signsIn().opens("publish-a-port");
        lab.scrollsToTheTop();

        lab.types("docker run -d -p 8008:80 httpd");

        assertThat(lab.task("publish")).not().isInViewport();
        assertThat(lab.newestVerdict()).containsText("8008");
        assertThat(lab.newestVerdict()).isInViewport();

        page().setViewportSize(360, 740);
        lab.showsTheTerminalAlone().types("docker run -d -p 8080:80 httpd");

        assertThat(lab.newestVerdict()).containsText("Done");
        assertThat(lab.newestVerdict()).isInViewport();
        lab.followsTheNewestVerdict();
        assertThat(lab.task("publish")).isInViewport();
        lab.endsEarly();
    }

    @Test
    void doesALabAgainFromItsResult() {
        var lab = learner().signsIn().opens("publish-a-port");
        lab.endsEarly();

        lab.doesItAgain();

        lab.waitsForPrompt();
        lab.types("docker run -d -p 8080:80 httpd").seesTask("publish", "passed");
        lab.endsEarly();
    }
}
