package dev.slipway.ui.workspace;

import static dev.slipway.ui.testing.Samples.ATTEMPT;
import static dev.slipway.ui.testing.Samples.LEARNER;
import static dev.slipway.ui.testing.Samples.OTHER_LEARNER;
import static dev.slipway.ui.testing.Samples.aLab;
import static dev.slipway.ui.testing.Samples.anAttempt;
import static dev.slipway.ui.testing.Samples.anAttemptEndedBy;
import static dev.slipway.ui.testing.Samples.anAttemptWithTimeLeft;
import static dev.slipway.ui.testing.Samples.anEndedAttempt;
import static dev.slipway.ui.testing.Samples.another;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptChanged;
import dev.slipway.attempt.HostObstacle;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxState.Stage;
import dev.slipway.shared.AttemptId;
import dev.slipway.ui.component.Obstacle;
import dev.slipway.ui.component.TabPanes;
import dev.slipway.ui.testing.FakeAttempts;
import dev.slipway.ui.testing.FakeLabs;
import dev.slipway.ui.testing.FakeModules;
import dev.slipway.ui.testing.Samples;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = FakeModules.class)
@ViewPackages(packages = "dev.slipway.ui")
class WorkspaceViewTest extends SpringBrowserlessTest {
    private static final SandboxState READY = new SandboxState.Ready();
    private static final AttemptId AGAIN = new AttemptId(new UUID(0, 8));

    @Autowired
    private FakeLabs labs;

    @Autowired
    private FakeAttempts attempts;

    @Autowired
    private FakeModules.SignedIn signedIn;

    @Autowired
    private ApplicationEventPublisher events;

    @BeforeEach
    void reset() {
        labs.clear();
        labs.add(aLab());
        attempts.clear();
        signedIn.become(LEARNER);
    }

    private void open(Attempt attempt) {
        attempts.put(attempt);
        navigate(WorkspaceView.class, ATTEMPT.toString());
    }

    private String brokenNodes() {
        return find(BrokenNodes.class).single().getElement().getTextRecursively();
    }

    private String taskState() {
        return find(TaskCard.class).single().getElement().getAttribute("state");
    }

    @Test
    void anotherAttemptReplacesTheResultOfTheFirst() {
        open(anEndedAttempt(Samples.passed()));

        attempts.put(another(AGAIN, anAttempt(READY, Samples.open())));
        navigate(WorkspaceView.class, AGAIN.toString());

        assertThat(find(ResultPane.class).exists()).isFalse();
        assertThat(taskState()).isEqualTo("open");
    }

    @Test
    void attemptThatWasOpenedSecondIsUpdatedByItself() {
        open(anEndedAttempt(Samples.passed()));
        attempts.put(another(AGAIN, anAttempt(READY, Samples.open())));
        navigate(WorkspaceView.class, AGAIN.toString());

        var passed = another(AGAIN, anAttempt(READY, Samples.passed()));
        attempts.put(passed);
        events.publishEvent(new AttemptChanged(passed.id(), passed.learner(), 1));
        roundTrip();

        assertThat(taskState()).isEqualTo("passed");
    }

    @Test
    void newestVerdictIsToldBelowTheWorkspace() {
        open(anAttempt(READY, Samples.open()));
        var failed = anAttempt(READY, Samples.failed());
        attempts.put(failed);
        events.publishEvent(new AttemptChanged(failed.id(), failed.learner(), 1));
        roundTrip();

        assertThat(find(TaskStrip.class).single().getElement().getTextRecursively())
                .contains("Not there yet", "Publish port 8080", "No container publishes port 80 as 8080.", "8081 → 80");
    }

    @Test
    void namesAMachineThatCannotBeUsedUntilItCan() {
        open(Samples.anAttemptWithABrokenNode("The disk of the host is full."));
        assertThat(brokenNodes()).contains("node1 cannot be used", "The disk of the host is full.", "Reset node1");

        var repaired = anAttempt(READY, Samples.open());
        attempts.put(repaired);
        events.publishEvent(new AttemptChanged(repaired.id(), repaired.learner(), 1));
        roundTrip();

        assertThat(brokenNodes()).isEmpty();
    }

    @Test
    void titleOfATaskNamesTheAttemptsOwnValues() {
        open(anAttempt(READY, Samples.open()));

        assertThat(find(TaskCard.class).single().getElement().getTextRecursively())
                .contains("Publish port 8080");
    }

    @Test
    void saysWhatWasSeenAndWhatIsExpected() {
        open(anAttempt(READY, Samples.failed()));

        assertThat(taskState()).isEqualTo("failed");
        assertThat(find(VerdictText.class).single().getElement().getTextRecursively())
                .contains("No container publishes port 80 as 8080.", "8081 → 80", "8080 → 80");
    }

    @Test
    void takesAnAnswerWhereATaskAsksForOne() {
        labs.clear();
        labs.add(Samples.aLabWithAQuestion());
        open(anAttempt(READY, Samples.failed()));

        var field = find(TextField.class).single();
        test(field).setValue("3f1c2a9b7d10");
        test(find(Button.class).withText("Answer").single()).click();

        assertThat(field.getLabel()).isEqualTo("Your answer");
        await().untilAsserted(() -> assertThat(attempts.asked).contains("answer publish 3f1c2a9b7d10"));
    }

    @Test
    void whatIsNotAnsweredYetIsNotWrong() {
        labs.clear();
        labs.add(Samples.aLabWithAQuestion());
        open(anAttempt(READY, Samples.unanswered()));

        assertThat(taskState()).isEqualTo("open");
        assertThat(find(VerdictText.class).single().getChildren()).isEmpty();
    }

    @Test
    void asksNothingWhereATaskDoesNot() {
        open(anAttempt(READY, Samples.failed()));

        assertThat(find(TextField.class).exists()).isFalse();
    }

    @Test
    void turnsGreenByItselfWhenTheTaskPasses() {
        open(anAttempt(READY, Samples.failed()));

        var passed = anAttempt(READY, Samples.passed());
        attempts.put(passed);
        events.publishEvent(new AttemptChanged(passed.id(), passed.learner(), 1));
        roundTrip();

        assertThat(taskState()).isEqualTo("passed");
        assertThat(find(FinishBanner.class).single().isVisible()).isTrue();
    }

    @Test
    void saysThePositionInTheQueue() {
        open(anAttempt(new SandboxState.Requested(4), Samples.open()));

        assertThat(find(ProvisioningPane.class).single().getElement().getTextRecursively())
                .contains("You are number 4 in the queue.");
    }

    @Test
    void showsTheStageWhileMachinesAreMade() {
        open(anAttempt(new SandboxState.Provisioning(Stage.ENGINES), Samples.open()));

        assertThat(find(H2.class).withText("Creating your machines").exists()).isTrue();
        assertThat(taskState()).isEqualTo("waiting");
    }

    @Test
    void offersAnotherTryWhenMachinesCouldNotBeMade() {
        open(anAttempt(new SandboxState.Failed("The engine does not answer."), Samples.open()));

        assertThat(find(Button.class).withText("Try again").exists()).isTrue();
        assertThat(find(MachinesGone.class).single().getElement().getTextRecursively())
                .contains("The engine does not answer.");
    }

    @Test
    void saysThatTheMachinesArePausedAndHowTheyGoOn() {
        open(anAttempt(new SandboxState.Frozen(), Samples.open()));

        assertThat(find(FrozenLine.class).single().getText())
                .isEqualTo("Paused after 20 minutes without activity. Press any key to continue.");
        assertThat(find(TabPanes.class).exists()).isTrue();

        var thawed = anAttempt(READY, Samples.open());
        attempts.put(thawed);
        events.publishEvent(new AttemptChanged(thawed.id(), thawed.learner(), 1));
        roundTrip();

        assertThat(find(FrozenLine.class).single().getText()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "11, ''",
        "10, Less than 10 minutes left.",
        "3, Less than 10 minutes left.",
        "2, Less than 2 minutes left."
    })
    void warnsBeforeTheTimeIsUp(int minutes, String warning) {
        open(anAttemptWithTimeLeft(Duration.ofMinutes(minutes), 2));

        var text = find(LeaseWarning.class).single().getElement().getTextRecursively();
        if (warning.isEmpty()) {
            assertThat(text).doesNotContain("left.");
            assertThat(find(Button.class)
                            .withText("Extend by 30 minutes, 2 times left")
                            .exists())
                    .isFalse();
        } else {
            assertThat(text)
                    .contains(warning)
                    .contains("your machines and everything on them are removed; your score and verdicts are kept");
            test(find(Button.class)
                            .withText("Extend by 30 minutes, 2 times left")
                            .single())
                    .click();
            await().untilAsserted(() -> assertThat(attempts.asked).contains("extend"));
        }
    }

    @Test
    void saysThatThereIsNoMoreTimeToGet() {
        open(anAttemptWithTimeLeft(Duration.ofMinutes(1), 0));

        assertThat(find(LeaseWarning.class).single().getElement().getTextRecursively())
                .contains("Less than 2 minutes left.", "The time cannot be extended further.")
                .doesNotContain("Extend by");
    }

    @Test
    void saysWhenTheTimeWasUp() {
        open(anAttemptEndedBy(SandboxState.EndReason.LEASE_EXPIRED));

        assertThat(find(ResultPane.class).single().getElement().getTextRecursively())
                .contains("The time was up, so your machines have been removed; this result is kept");
    }

    @Test
    void openingThePageIsASignOfItsLearner() {
        open(anAttempt(new SandboxState.Frozen(), Samples.open()));

        assertThat(attempts.asked).contains("opened");
    }

    @Test
    void doesNotOfferALabAgainThatTheHostCannotRun() {
        attempts.obstruct(aLab().id(), new HostObstacle("AppArmor", "One wall fewer around a node."));

        open(anEndedAttempt(Samples.passed()));

        var again = find(Button.class).withText("Do it again").single();
        assertThat(again.isEnabled()).isFalse();
        assertThat(find(Obstacle.class).single().getText()).contains("cannot run on this host", "AppArmor");
    }

    @Test
    void offersToDoALabAgain() {
        open(anEndedAttempt(Samples.passed()));

        assertThat(find(Button.class).withText("Do it again").single().isEnabled())
                .isTrue();
        assertThat(find(Obstacle.class).exists()).isFalse();
    }

    @Test
    void showsTheResultOnceEnded() {
        open(anEndedAttempt(Samples.passed()));

        assertThat(find(H1.class).withText("Lab passed").exists()).isTrue();
    }

    @Test
    void takesAHintOfTheTask() {
        open(anAttempt(READY, Samples.open()));

        test(find(Button.class).withText("Show a hint, costs 5 points").single())
                .click();

        assertThat(attempts.asked).contains("hint publish");
    }

    @Test
    void hidesForeignAttemptsAsIfTheyDidNotExist() {
        signedIn.become(OTHER_LEARNER);
        attempts.put(anAttempt(READY, Samples.open()));

        assertThatThrownBy(() -> navigate(WorkspaceView.class, ATTEMPT.toString()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
