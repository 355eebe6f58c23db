package dev.slipway.ui.catalog;

import static dev.slipway.ui.testing.Samples.ADMINISTRATOR;
import static dev.slipway.ui.testing.Samples.LEARNER;
import static dev.slipway.ui.testing.Samples.aLab;
import static dev.slipway.ui.testing.Samples.anAttempt;
import static dev.slipway.ui.testing.Samples.anEndedAttempt;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import dev.slipway.attempt.HostObstacle;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.SourcePosition;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.ui.component.Label;
import dev.slipway.ui.component.Obstacle;
import dev.slipway.ui.component.ProblemList;
import dev.slipway.ui.testing.FakeAttempts;
import dev.slipway.ui.testing.FakeLabs;
import dev.slipway.ui.testing.FakeModules;
import dev.slipway.ui.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = FakeModules.class)
@ViewPackages(packages = "dev.slipway.ui")
class CatalogViewTest extends SpringBrowserlessTest {
    @Autowired
    private FakeLabs labs;

    @Autowired
    private FakeAttempts attempts;

    @Autowired
    private FakeModules.SignedIn signedIn;

    @BeforeEach
    void reset() {
        labs.clear();
        attempts.clear();
        signedIn.become(LEARNER);
    }

    /**
     * Opens a new catalogue: a browser without an address starts on the catalogue, with the content from before the
     * test.
     */
    private void openCatalogue() {
        UI.getCurrent().navigate("attempts");
        navigate(CatalogView.class);
    }

    @Test
    void offersToStartANewLab() {
        labs.add(aLab());

        openCatalogue();

        assertThat(find(Button.class).withText("Start").exists()).isTrue();
    }

    @Test
    void offersToResumeAnOpenAttempt() {
        labs.add(aLab());
        attempts.put(anAttempt(new SandboxState.Ready(), Samples.open()));

        openCatalogue();

        assertThat(find(Button.class).withText("Resume").exists()).isTrue();
        assertThat(find(Label.class).withText("Running").exists()).isTrue();
    }

    @Test
    void saysWhyALabCannotRunHereAndDoesNotStartIt() {
        labs.add(aLab());
        attempts.obstruct(aLab().id(), new HostObstacle("AppArmor", "One wall fewer around a node."));

        openCatalogue();

        var start = find(Button.class).withText("Start").single();
        var reason = find(Obstacle.class).single();
        assertThat(reason.getText()).contains("cannot run on this host", "AppArmor", "One wall fewer around a node.");
        assertThat(start.isEnabled()).isFalse();
        assertThat(reason.getId()).contains(start.getElement().getAttribute("aria-describedby"));
    }

    @Test
    void letsResumeALabThatTheHostCouldNotStartAnew() {
        labs.add(aLab());
        attempts.put(anAttempt(new SandboxState.Ready(), Samples.open()));
        attempts.obstruct(aLab().id(), new HostObstacle("AppArmor", "One wall fewer around a node."));

        openCatalogue();

        assertThat(find(Button.class).withText("Resume").single().isEnabled()).isTrue();
        assertThat(find(Obstacle.class).exists()).isFalse();
    }

    @Test
    void saysThatALabWasPassed() {
        labs.add(aLab());
        attempts.put(anEndedAttempt(Samples.passed()));

        openCatalogue();

        assertThat(find(Label.class).withText("Passed, 100 of 100").exists()).isTrue();
    }

    @Test
    void saysThatThereAreNoLabsYet() {
        openCatalogue();

        assertThat(find(H2.class).withText("No labs yet").exists()).isTrue();
    }

    @Test
    void showsProblemsOfLabsToStaff() {
        labs.add(new LabProblem(new SourcePosition("lab.yaml", 3, 1), "unknown-key", "No such key.", ""));
        signedIn.become(ADMINISTRATOR);

        openCatalogue();

        assertThat(find(ProblemList.class).exists()).isTrue();
    }

    @Test
    void keepsProblemsOfLabsFromLearners() {
        labs.add(new LabProblem(new SourcePosition("lab.yaml", 3, 1), "unknown-key", "No such key.", ""));

        openCatalogue();

        assertThat(find(ProblemList.class).exists()).isFalse();
    }
}
