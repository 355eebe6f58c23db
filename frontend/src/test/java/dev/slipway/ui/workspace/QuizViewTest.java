package dev.slipway.ui.workspace;

import static dev.slipway.ui.testing.Samples.ATTEMPT;
import static dev.slipway.ui.testing.Samples.LEARNER;
import static dev.slipway.ui.testing.Samples.NOW;
import static dev.slipway.ui.testing.Samples.aQuestion;
import static dev.slipway.ui.testing.Samples.aQuiz;
import static dev.slipway.ui.testing.Samples.anAttemptAtAQuiz;
import static dev.slipway.ui.testing.Samples.anEndedAttemptAtAQuiz;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptChanged;
import dev.slipway.attempt.GivenAnswer;
import dev.slipway.attempt.QuestionProgress;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.lab.QuizAnswer.Chosen;
import dev.slipway.lab.QuizAnswer.Typed;
import dev.slipway.lab.QuizOption;
import dev.slipway.lab.QuizQuestion;
import dev.slipway.lab.QuizSolution;
import dev.slipway.ui.testing.FakeAttempts;
import dev.slipway.ui.testing.FakeLabs;
import dev.slipway.ui.testing.FakeModules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = FakeModules.class)
@ViewPackages(packages = "dev.slipway.ui")
class QuizViewTest extends SpringBrowserlessTest {
    private static final List<QuizOption> OPTIONS = Stream.of("A volume", "A registry", "A network")
            .map(text -> new QuizOption(text, Optional.of("You chose " + text + ".")))
            .toList();
    private static final QuizQuestion ONE = aQuestion("one", 1, new QuizSolution.One(OPTIONS, 2));
    private static final QuizQuestion SOME =
            aQuestion("some", 2, new QuizSolution.Several(OPTIONS, new TreeSet<>(List.of(1, 2))));
    private static final QuizQuestion AMOUNT =
            aQuestion("amount", 2, new QuizSolution.Amount(BigDecimal.TEN, BigDecimal.ZERO, Optional.of("MiB")));

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
        attempts.clear();
        signedIn.become(LEARNER);
    }

    private void open(QuizQuestion question, QuizAnswer... given) {
        labs.add(aQuiz(question));
        attempts.put(anAttemptAtAQuiz(progress(question, given)));
        navigate(WorkspaceView.class, ATTEMPT.toString());
    }

    private void changesTo(Attempt attempt) {
        attempts.put(attempt);
        events.publishEvent(new AttemptChanged(attempt.id(), attempt.learner(), 1));
        roundTrip();
    }

    private static QuestionProgress progress(QuizQuestion question, QuizAnswer... given) {
        var solution = question.solution();
        return new QuestionProgress(
                question.id(),
                question.points(),
                question.tries(),
                Stream.of(given)
                        .map(answer -> new GivenAnswer(answer, solution.accepts(answer), NOW))
                        .toList());
    }

    private static QuizAnswer chosen(Integer... options) {
        return Chosen.of(List.of(options));
    }

    /** Returns the card as HTML, because text that is rendered from Markdown is not text to the server. */
    private String text() {
        return find(QuestionCard.class).single().getElement().getOuterHTML();
    }

    private String state() {
        return find(QuestionCard.class).single().getElement().getAttribute("state");
    }

    private void check() {
        test(find(Button.class).withText("Check answer").single()).click();
    }

    @Test
    void hasNoMachinesWhereTheLabHasNone() {
        open(ONE);

        assertThat(find(MachinesPane.class).exists()).isFalse();
        assertThat(find(TopBar.class).single().getElement().getTextRecursively())
                .contains("0 of 1 questions · 0 of 5 points")
                .doesNotContain("tasks");
    }

    @Test
    void asksWithoutTellingTheAnswer() {
        open(ONE);

        assertThat(state()).isEqualTo("open");
        assertThat(text())
                .contains("Question 1", "5 points", "You have one try.", "A registry")
                .doesNotContain("Registries keep", "You chose", "right");
    }

    @Test
    void sendsWhatWasChosenLast() {
        open(ONE);

        find(OptionsField.class).single().choose(1, true);
        find(OptionsField.class).single().choose(3, true);
        check();

        await().untilAsserted(() -> assertThat(attempts.asked).contains("answer one " + chosen(3)));
    }

    @Test
    void sendsAllThatWereChosen() {
        open(SOME);

        find(OptionsField.class).single().choose(3, true);
        find(OptionsField.class).single().choose(1, true);
        find(OptionsField.class).single().choose(3, false);
        find(OptionsField.class).single().choose(2, true);
        check();

        await().untilAsserted(() -> assertThat(attempts.asked).contains("answer some " + chosen(1, 2)));
    }

    @Test
    void asksForAnAnswerBeforeItChecks() {
        open(ONE);

        check();

        assertThat(text()).contains("Choose an answer first.");
        assertThat(attempts.asked).noneMatch(asked -> asked.startsWith("answer"));
    }

    @Test
    void saysThatANumberIsWantedWithoutSpendingATry() {
        open(AMOUNT);

        var field = find(TextField.class).single();
        assertThat(field.getLabel()).isEqualTo("Your answer in MiB");
        test(field).setValue("plenty");
        check();

        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).isEqualTo("Type a number, such as 12 or 0.5.");
        assertThat(attempts.asked).noneMatch(asked -> asked.startsWith("answer"));

        test(field).setValue("10 MiB");
        check();

        await().untilAsserted(() -> assertThat(attempts.asked).contains("answer amount " + new Typed("10 MiB")));
    }

    @Test
    void tellsNothingOfTheRightAnswerWhileATryIsLeft() {
        open(SOME, chosen(3));

        assertThat(state()).isEqualTo("retry");
        assertThat(text())
                .contains("Not right. One try left.")
                .doesNotContain("The right answer", "You chose", "Registries keep");
        assertThat(find(Button.class).withText("Check answer").exists()).isTrue();
    }

    @Test
    void explainsARightAnswer() {
        open(ONE);

        changesTo(anAttemptAtAQuiz(progress(ONE, chosen(2))));

        assertThat(state()).isEqualTo("right");
        assertThat(text()).contains("Right. 5 points.", "You chose A registry.", "Registries keep images.");
        assertThat(find(Button.class).withText("Check answer").exists()).isFalse();
        assertThat(find(FinishBanner.class).single().getElement().getTextRecursively())
                .contains("All questions answered", "You have 5 of 5 points.")
                .doesNotContain("machines");
    }

    @Test
    void showsTheRightAnswerOnceTheLastTryIsSpent() {
        open(SOME, chosen(3), chosen(1, 3));

        assertThat(state()).isEqualTo("wrong");
        assertThat(text())
                .contains("Not right. The right answer: A volume; A registry", "would have been right", "not right")
                .contains("You chose A volume.", "You chose A network.")
                .doesNotContain("You chose A registry.");
    }

    @Test
    void resultListsAnswersWithWhatIsRight() {
        labs.add(aQuiz(ONE, SOME, AMOUNT));
        attempts.put(anEndedAttemptAtAQuiz(progress(ONE, chosen(2)), progress(SOME, chosen(3)), progress(AMOUNT)));

        navigate(WorkspaceView.class, ATTEMPT.toString());

        var result = find(ResultQuestions.class).single();
        assertThat(result.getChildren().map(item -> item.getElement().getTextRecursively()))
                .satisfiesExactly(
                        right -> assertThat(right)
                                .contains("Right", "5 of 5 points", "A registry")
                                .doesNotContain("Right answer"),
                        wrong -> assertThat(wrong)
                                .contains(
                                        "Not right",
                                        "0 of 5 points",
                                        "Your answer",
                                        "A network",
                                        "A volume; A registry"),
                        open -> assertThat(open).contains("Not answered", "Right answer", "10 MiB"));
        assertThat(find(ResultPane.class).single().getElement().getTextRecursively())
                .doesNotContain("machines", "Recordings");
        assertThat(find(Anchor.class).withText("My attempts").exists()).isTrue();
    }
}
