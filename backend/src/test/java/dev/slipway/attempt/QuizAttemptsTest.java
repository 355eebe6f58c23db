package dev.slipway.attempt;

import static dev.slipway.attempt.LabSamples.HOW_MANY;
import static dev.slipway.attempt.LabSamples.WHERE;
import static dev.slipway.attempt.RunningAttempts.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.account.MutableClock;
import dev.slipway.account.Role;
import dev.slipway.account.SessionKey;
import dev.slipway.database.OnBothDatabases;
import dev.slipway.lab.LabId;
import dev.slipway.lab.QuestionId;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.lab.QuizAnswer.Chosen;
import dev.slipway.lab.QuizAnswer.Typed;
import dev.slipway.sandbox.FakeHostEngine;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.ErrorCode;
import dev.slipway.shared.UserFacingException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnBothDatabases
class QuizAttemptsTest {
    private static final QuizAnswer RIGHT = Chosen.of(List.of(2));
    private static final QuizAnswer WRONG = Chosen.of(List.of(1));

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Path folder;

    private final String database = UUID.randomUUID().toString();
    private final FakeHostEngine engine = RunningSandboxes.anEngine();

    @SuppressWarnings("NullAway.Init") // set before each test
    private AccountId learner;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Attempt attempt;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private RunningAttempts running;

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder;
        running = RunningAttempts.on(database, engine, folder);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @BeforeEach
    void comeAsSomebodyNew() {
        learner = anAccount(Role.LEARNER);
        attempt = running.attempts().start(learner, new LabId("quiz"));
    }

    @Test
    void needsNoMachines() {
        assertThat(attempt.sandbox()).isEmpty();
        assertThat(running.get(Sandboxes.class).open()).isEmpty();
        assertThat(attempt.isOpen()).isTrue();
        assertThat(attempt.progress().isComplete()).isFalse();
        assertThat(attempt.progress().maxScore()).isEqualTo(100);
    }

    @Test
    void rightAnswerCountsAndIsKeptWithItsTime() {
        var answered = answer(WHERE, RIGHT);

        assertThat(answered.progress().score()).isEqualTo(40);
        assertThat(answered.progress().questions().getFirst())
                .isEqualTo(new QuestionProgress(
                        WHERE,
                        40,
                        1,
                        List.of(new GivenAnswer(
                                RIGHT, true, running.get(MutableClock.class).instant()))));
    }

    @Test
    void wrongAnswerDecidesAQuestionOfOneTry() {
        var answered = answer(WHERE, WRONG);

        assertThat(answered.progress().score()).isZero();
        assertThat(answered.progress().questions().getFirst().isDecided()).isTrue();
        assertThat(answered.discloses(answered.progress().questions().getFirst()))
                .isTrue();
        assertRefused(AttemptError.QUESTION_DECIDED, () -> answer(WHERE, RIGHT));
    }

    @Test
    void questionOfTwoTriesTakesASecondAnswer() {
        var once = answer(HOW_MANY, new Typed("4"));
        assertThat(once.progress().questions().getLast().triesLeft()).isOne();
        assertThat(once.discloses(once.progress().questions().getLast())).isFalse();

        var twice = answer(HOW_MANY, new Typed("3 nodes"));

        assertThat(twice.progress().score()).isEqualTo(60);
        assertThat(twice.progress().passed()).isTrue();
        assertThat(twice.progress().questions().getLast().given())
                .extracting(GivenAnswer::answer)
                .containsExactly(new Typed("4"), new Typed("3 nodes"));
    }

    @Test
    void rightAnswerTakesNoSecondOne() {
        answer(HOW_MANY, new Typed("3"));

        assertRefused(AttemptError.QUESTION_DECIDED, () -> answer(HOW_MANY, new Typed("4")));
        assertThat(get().progress().score()).isEqualTo(60);
    }

    @Test
    void whatDoesNotFitAQuestionCostsNoTry() {
        assertRefused(AttemptError.ANSWER_FORM, () -> answer(HOW_MANY, new Typed("many")));
        assertRefused(AttemptError.ANSWER_FORM, () -> answer(HOW_MANY, RIGHT));
        assertRefused(AttemptError.ANSWER_FORM, () -> answer(WHERE, Chosen.of(List.of(3))));
        assertRefused(AttemptError.ANSWER_LENGTH, () -> answer(HOW_MANY, new Typed("3".repeat(501))));
        assertRefused(AttemptError.QUESTION_NOT_FOUND, () -> answer(new QuestionId("other"), RIGHT));

        assertThat(get().progress().questions())
                .extracting(QuestionProgress::given)
                .containsOnly(List.of());
    }

    @Test
    void isCompleteOnceAllQuestionsAreDecided() {
        answer(WHERE, WRONG);
        answer(HOW_MANY, new Typed("3"));

        assertThat(get().progress().isComplete()).isTrue();
    }

    @Test
    void endsWithItsScoreAndThenDisclosesEverything() {
        answer(WHERE, RIGHT);

        var ended = running.attempts().end(learner, attempt.id());

        assertThat(ended.isOpen()).isFalse();
        assertThat(ended.progress().score()).isEqualTo(40);
        assertThat(ended.progress().passed()).isFalse();
        assertThat(ended.discloses(ended.progress().questions().getLast())).isTrue();
        assertRefused(AttemptError.ATTEMPT_ENDED, () -> answer(HOW_MANY, new Typed("3")));
    }

    @Test
    void hasNoMachinesToWorkWith() {
        assertRefused(AttemptError.NO_MACHINES, () -> running.attempts().restart(learner, attempt.id()));
        assertRefused(AttemptError.NO_MACHINES, () -> running.attempts().extend(learner, attempt.id()));
        assertRefused(
                AttemptError.NO_MACHINES,
                () -> running.attempts()
                        .terminalTicket(learner, SessionKey.unshared(), attempt.id(), LabSamples.NODE, 1));
    }

    @Test
    void goesOnAfterARestartOfThePlatform() {
        answer(WHERE, RIGHT);
        var before = get();

        running.close();
        running = RunningAttempts.on(database, engine, folder);

        assertThat(get()).isEqualTo(before);
        assertThat(running.get(Sandboxes.class).open()).isEmpty();
    }

    @Test
    void othersMayNotAnswer() {
        var other = anAccount(Role.LEARNER);
        var grader = anAccount(Role.GRADER);

        assertRefused(
                AttemptError.ATTEMPT_NOT_FOUND, () -> running.attempts().answer(other, attempt.id(), WHERE, RIGHT));
        assertRefused(
                AttemptError.NOT_YOUR_ATTEMPT, () -> running.attempts().answer(grader, attempt.id(), WHERE, RIGHT));
    }

    private Attempt answer(QuestionId question, QuizAnswer answer) {
        return running.attempts().answer(learner, attempt.id(), question, answer);
    }

    private Attempt get() {
        return running.attempts().get(learner, attempt.id());
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable action) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(action)
                .extracting(UserFacingException::code)
                .isEqualTo(code);
    }
}
