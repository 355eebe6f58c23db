package dev.slipway.ui.testing;

import dev.slipway.account.Account;
import dev.slipway.account.AccountError;
import dev.slipway.account.Actor;
import dev.slipway.account.Actors;
import dev.slipway.account.Role;
import dev.slipway.account.SessionKey;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptProgress;
import dev.slipway.attempt.Lifetime;
import dev.slipway.attempt.QuestionProgress;
import dev.slipway.attempt.TaskProgress;
import dev.slipway.check.Verdict;
import dev.slipway.lab.AssertionSource;
import dev.slipway.lab.Hint;
import dev.slipway.lab.Lab;
import dev.slipway.lab.LabDescription;
import dev.slipway.lab.LabDescription.Difficulty;
import dev.slipway.lab.LabId;
import dev.slipway.lab.LabMachines;
import dev.slipway.lab.LabVersion;
import dev.slipway.lab.NodeTemplate;
import dev.slipway.lab.Page;
import dev.slipway.lab.PassRule;
import dev.slipway.lab.QuestionId;
import dev.slipway.lab.QuizQuestion;
import dev.slipway.lab.QuizSolution;
import dev.slipway.lab.Scoring;
import dev.slipway.lab.SessionPolicy;
import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.Task;
import dev.slipway.lab.TaskId;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxNode;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Sample accounts, a lab with one page and one task, and attempts at it. */
public final class Samples {
    public static final Account LEARNER = account(1, "Lea Learner", Role.LEARNER);
    public static final Account OTHER_LEARNER = account(2, "Otto Other", Role.LEARNER);
    public static final Account ADMINISTRATOR = account(3, "Ada Admin", Role.ADMINISTRATOR);
    public static final SessionKey SESSION = new SessionKey(new UUID(0, 9));
    public static final Actors ACTORS = new Actors() {
        @Override
        public Actor require(AccountId account) {
            return Stream.of(LEARNER, OTHER_LEARNER, ADMINISTRATOR)
                    .filter(known -> known.id().equals(account))
                    .findFirst()
                    .map(known -> new Actor(account, known.role()))
                    .orElseThrow(() -> new UserFacingException(AccountError.NOT_ALLOWED));
        }

        @Override
        public Actor require(AccountId account, SessionKey session) {
            return require(account);
        }
    };
    public static final AttemptId ATTEMPT = new AttemptId(new UUID(0, 7));
    public static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    public static final NodeName NODE = new NodeName("node1");
    private static final LabVersion A_LAB = new LabVersion(new LabId("publish-a-port"), "1.0.0", "0".repeat(64));
    private static final LabVersion A_QUIZ = new LabVersion(new LabId("quiz"), "1.0.0", "0".repeat(64));
    private static final Lifetime OPEN = new Lifetime(NOW, Optional.empty());
    private static final Lifetime ENDED = new Lifetime(NOW, Optional.of(NOW.plusSeconds(60)));
    private static final TaskId PUBLISH = new TaskId("publish");

    private Samples() {}

    private static Account account(long id, String name, Role role) {
        return new Account(new AccountId(new UUID(0, id)), "person" + id + "@example.test", name, role);
    }

    public static Lab aLab() {
        return aLab(List.of());
    }

    /** Returns a lab whose task asks for an answer. */
    public static Lab aLabWithAQuestion() {
        var arguments = JsonMapper.shared().createObjectNode().put("equals", "8080");
        return aLab(List.of(new AssertionSource("answer", arguments, new SourcePosition("lab.yaml", 1, 1))));
    }

    /** Returns a lab with only these questions. */
    public static Lab aQuiz(QuizQuestion... questions) {
        return new Lab(
                A_QUIZ,
                new LabDescription(
                        "A few questions", "See what you know.", Difficulty.BEGINNER, Duration.ofMinutes(5), List.of()),
                machines(List.of()),
                Map.of(),
                new Scoring(70, 0),
                List.of(),
                List.of(questions),
                List.of(new Page("10-questions", "Questions", "Answer them.")));
    }

    /** Returns a question with five points and an explanation. */
    public static QuizQuestion aQuestion(String id, int tries, QuizSolution solution) {
        return new QuizQuestion(
                new QuestionId(id),
                "Where do images come from?",
                5,
                tries,
                Optional.of("10-questions"),
                solution,
                Optional.of("Registries keep images."));
    }

    /** Returns an open attempt at a quiz, which has no machines. */
    public static Attempt anAttemptAtAQuiz(QuestionProgress... questions) {
        return attemptAtAQuiz(OPEN, questions);
    }

    public static Attempt anEndedAttemptAtAQuiz(QuestionProgress... questions) {
        return attemptAtAQuiz(ENDED, questions);
    }

    private static Attempt attemptAtAQuiz(Lifetime lifetime, QuestionProgress... questions) {
        var score = Stream.of(questions)
                .filter(QuestionProgress::right)
                .mapToInt(QuestionProgress::points)
                .sum();
        var progress = new AttemptProgress(List.of(), List.of(questions), score, 5 * questions.length, false);
        return new Attempt(ATTEMPT, LEARNER.id(), A_QUIZ, Map.of(), lifetime, 2, progress, Optional.empty());
    }

    private static Lab aLab(List<AssertionSource> check) {
        var task = new Task(
                PUBLISH,
                "Publish port ${PORT}",
                100,
                Optional.of("10-publish"),
                List.of(),
                check,
                new PassRule(PassRule.Mode.LATCH, Duration.ZERO),
                List.of(new Hint(Duration.ZERO, "Two numbers with a colon.")));
        return new Lab(
                A_LAB,
                new LabDescription(
                        "Publish a port",
                        "Reach a web server from outside.",
                        Difficulty.BEGINNER,
                        Duration.ofMinutes(25),
                        List.of()),
                machines(List.of(new NodeTemplate(NODE, DataSize.ofGigabytes(1), 1, List.of()))),
                Map.of(),
                new Scoring(70, 5),
                List.of(task),
                List.of(),
                List.of(new Page("10-publish", "Publish a port", "Type it.")));
    }

    private static LabMachines machines(List<NodeTemplate> nodes) {
        var session = new SessionPolicy(Duration.ofHours(1), Duration.ofMinutes(30), 2, Duration.ofMinutes(20));
        return new LabMachines(List.of(), nodes, false, List.of(), session);
    }

    /** Returns an open attempt whose machines are in this state. */
    public static Attempt anAttempt(SandboxState state, TaskProgress progress) {
        return attempt(OPEN, progress, 2, Optional.of(sandbox(state, Duration.ofHours(1))));
    }

    /** Returns an open attempt without progress, whose machines are ready. */
    public static Attempt anAttemptWithTimeLeft(Duration left, int extensions) {
        var sandbox = sandbox(new SandboxState.Ready(), left);
        return attempt(OPEN, open(), extensions, Optional.of(sandbox));
    }

    public static Attempt anAttemptEndedBy(SandboxState.EndReason reason) {
        var sandbox = sandbox(new SandboxState.Ended(reason), Duration.ZERO);
        return attempt(ENDED, open(), 2, Optional.of(sandbox));
    }

    /** Returns an open attempt with a node that cannot be used. */
    public static Attempt anAttemptWithABrokenNode(String cause) {
        var node = new SandboxNode(NODE, Optional.empty(), Optional.of(cause));
        var sandbox = sandbox(node, new SandboxState.Ready(), Duration.ofHours(1));
        return attempt(OPEN, open(), 2, Optional.of(sandbox));
    }

    private static Sandbox sandbox(SandboxState state, Duration left) {
        return sandbox(new SandboxNode(NODE, Optional.empty(), Optional.empty()), state, left);
    }

    private static Sandbox sandbox(SandboxNode node, SandboxState state, Duration left) {
        return new Sandbox(
                new SandboxId("abcd1234"),
                ATTEMPT,
                LEARNER.id(),
                List.of(node),
                state,
                NOW,
                Optional.of(NOW.plus(left)));
    }

    public static Attempt anEndedAttempt(TaskProgress progress) {
        return attempt(ENDED, progress, 2, Optional.empty());
    }

    private static Attempt attempt(Lifetime lifetime, TaskProgress task, int extensions, Optional<Sandbox> sandbox) {
        var progress = new AttemptProgress(List.of(task), List.of(), task.passed() ? 100 : 0, 100, task.passed());
        return new Attempt(
                ATTEMPT, LEARNER.id(), A_LAB, Map.of("PORT", "8080"), lifetime, extensions, progress, sandbox);
    }

    /** Returns a copy of the attempt with another id. */
    public static Attempt another(AttemptId id, Attempt of) {
        return new Attempt(
                id,
                of.learner(),
                of.lab(),
                of.variables(),
                of.lifetime(),
                of.extensionsLeft(),
                of.progress(),
                of.sandbox());
    }

    public static TaskProgress open() {
        return new TaskProgress(PUBLISH, 100, false, Optional.empty(), Optional.empty(), 0);
    }

    public static TaskProgress passed() {
        return new TaskProgress(PUBLISH, 100, true, Optional.of(new Verdict.Passed()), Optional.of(NOW), 0);
    }

    /** Returns the progress of a task that asks for an answer and has none yet. */
    public static TaskProgress unanswered() {
        var verdict = new Verdict.Failed(
                "answer", new SourcePosition("lab.yaml", 1, 1), "You have not answered yet.", "no answer", "8080");
        return new TaskProgress(PUBLISH, 100, false, Optional.of(verdict), Optional.of(NOW), 0);
    }

    public static TaskProgress failed() {
        var verdict = new Verdict.Failed(
                "container.publishes",
                new SourcePosition("lab.yaml", 1, 1),
                "No container publishes port 80 as 8080.",
                "8081 → 80",
                "8080 → 80");
        return new TaskProgress(PUBLISH, 100, false, Optional.of(verdict), Optional.of(NOW), 0);
    }
}
