package dev.slipway.api;

import dev.slipway.account.Account;
import dev.slipway.account.SessionKey;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.AttemptProgress;
import dev.slipway.attempt.AttemptSummaries;
import dev.slipway.attempt.AttemptSummary;
import dev.slipway.attempt.Attempts;
import dev.slipway.attempt.GivenAnswer;
import dev.slipway.attempt.HostObstacle;
import dev.slipway.attempt.LabSamples;
import dev.slipway.attempt.Lifetime;
import dev.slipway.attempt.QuestionProgress;
import dev.slipway.attempt.TaskProgress;
import dev.slipway.check.Verdict;
import dev.slipway.lab.Hint;
import dev.slipway.lab.LabId;
import dev.slipway.lab.Labs;
import dev.slipway.lab.QuestionId;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.TaskId;
import dev.slipway.sandbox.OpenSandboxes;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxSamples;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;

/** Attempts in memory, with the content that a test needs. Every account may do everything: rights are the real services'. */
final class FakeAttempts implements Attempts, AttemptSummaries {
    private static final Instant START = Instant.parse("2030-01-01T08:00:00Z");

    private final Labs labs;
    private final Sandboxes sandboxes;
    private final Map<AttemptId, Attempt> attempts = new ConcurrentHashMap<>();
    private @Nullable HostObstacle obstacle;
    private @Nullable RuntimeException failure;
    private @Nullable QuizAnswer lastAnswer;

    FakeAttempts(Labs labs, Sandboxes sandboxes) {
        this.labs = labs;
        this.sandboxes = sandboxes;
    }

    void clear() {
        attempts.clear();
        obstacle = null;
        failure = null;
        lastAnswer = null;
    }

    Optional<QuizAnswer> lastAnswer() {
        return Optional.ofNullable(lastAnswer);
    }

    /** The host can run none of the labs. */
    void obstructWith(HostObstacle next) {
        obstacle = next;
    }

    void failWith(RuntimeException next) {
        failure = next;
    }

    @Override
    public void opened(AccountId actor, AttemptId id) {
        // The interface for programs has no page that could be opened.
    }

    @Override
    public Attempt start(AccountId actor, LabId lab) {
        return findOpen(actor, lab).orElseGet(() -> {
            var id = new AttemptId(UUID.randomUUID());
            var state = new SandboxState.Provisioning(SandboxState.Stage.ENGINES);
            return put(new Attempt(
                    id,
                    actor,
                    labs.require(lab).version(),
                    Map.of("PORT", "8080"),
                    new Lifetime(START, Optional.empty()),
                    2,
                    progress(),
                    Optional.of(sandbox(id, actor, state))));
        });
    }

    @Override
    public Map<LabId, HostObstacle> obstacles(AccountId actor, Collection<LabId> labs) {
        return labs.stream()
                .filter(lab -> obstacle != null && findOpen(actor, lab).isEmpty())
                .collect(Collectors.toMap(lab -> lab, _ -> Objects.requireNonNull(obstacle)));
    }

    @Override
    public Attempt get(AccountId actor, AttemptId id) {
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(attempts.get(id))
                .orElseThrow(() -> new UserFacingException(AttemptError.ATTEMPT_NOT_FOUND));
    }

    @Override
    public Optional<Attempt> findOpen(AccountId actor, LabId lab) {
        return of(actor)
                .filter(attempt -> attempt.isOpen() && attempt.lab().id().equals(lab))
                .findFirst();
    }

    @Override
    public Slice<AttemptSummary> history(AccountId actor, Pageable page) {
        var all = standings(actor);
        var end = page.getOffset() + page.getPageSize();
        return new SliceImpl<>(
                all.stream().skip(page.getOffset()).limit(page.getPageSize()).toList(), page, end < all.size());
    }

    @Override
    public List<AttemptSummary> standings(AccountId actor) {
        return of(actor).map(FakeAttempts::summary).toList();
    }

    private static AttemptSummary summary(Attempt attempt) {
        return new AttemptSummary(
                attempt.id(),
                attempt.learner(),
                attempt.lab(),
                Optional.empty(),
                attempt.lifetime(),
                attempt.progress().summary(),
                attempt.sandbox().map(Sandbox::summary));
    }

    private Stream<Attempt> of(AccountId actor) {
        return attempts.values().stream().filter(attempt -> attempt.learner().equals(actor));
    }

    @Override
    public Attempt end(AccountId actor, AttemptId id) {
        var attempt = get(actor, id);
        return put(new Attempt(
                id,
                attempt.learner(),
                attempt.lab(),
                attempt.variables(),
                new Lifetime(START, Optional.of(START)),
                attempt.extensionsLeft(),
                attempt.progress(),
                Optional.empty()));
    }

    @Override
    public void thaw(AccountId actor, AttemptId id) {
        // The interface for programs thaws nothing.
    }

    @Override
    public OpenSandboxes machines(AccountId actor, Pageable page) {
        return sandboxes.open(page);
    }

    @Override
    public Map<AttemptId, LabId> labs(AccountId actor, Collection<AttemptId> attempts) {
        throw new UnsupportedOperationException("no endpoint asks for it");
    }

    @Override
    public Attempt restart(AccountId actor, AttemptId id) {
        return workable(actor, id);
    }

    @Override
    public void resetNode(AccountId actor, AttemptId id, NodeName node) {
        workable(actor, id);
    }

    @Override
    public Attempt extend(AccountId actor, AttemptId id) {
        return workable(actor, id);
    }

    @Override
    public Attempt checkNow(AccountId actor, AttemptId id) {
        return workable(actor, id);
    }

    @Override
    public Hint takeHint(AccountId actor, AttemptId id, TaskId task) {
        workable(actor, id);
        return new Hint(Duration.ZERO, "Look at `docker ps`");
    }

    @Override
    public Attempt answer(AccountId actor, AttemptId id, TaskId task, String value) {
        return workable(actor, id);
    }

    @Override
    public Attempt answer(AccountId actor, AttemptId id, QuestionId question, QuizAnswer answer) {
        lastAnswer = answer;
        return workable(actor, id);
    }

    @Override
    public String terminalTicket(AccountId actor, SessionKey session, AttemptId id, NodeName node, int number) {
        workable(actor, id);
        return "ticket-" + node + "-" + number;
    }

    @Override
    public void closeTerminal(AccountId actor, AttemptId id, NodeName node, int number) {
        workable(actor, id);
    }

    @Override
    public void runInTerminal(AccountId actor, AttemptId id, NodeName node, String command) {
        workable(actor, id);
    }

    /** Of the quiz: the first question is decided, the second has a try left. */
    Attempt putQuiz(Account learner) {
        var id = new AttemptId(UUID.randomUUID());
        var wrong = new GivenAnswer(QuizAnswer.Chosen.of(List.of(1)), false, START);
        var far = new GivenAnswer(new QuizAnswer.Typed("5"), false, START);
        return put(new Attempt(
                id,
                learner.id(),
                LabSamples.aQuiz().version(),
                Map.of(),
                new Lifetime(START, Optional.empty()),
                2,
                new AttemptProgress(
                        List.of(),
                        List.of(
                                new QuestionProgress(LabSamples.WHERE, 40, 1, List.of(wrong)),
                                new QuestionProgress(LabSamples.HOW_MANY, 60, 2, List.of(far))),
                        0,
                        100,
                        false),
                Optional.empty()));
    }

    Attempt workable(AccountId actor, AttemptId id) {
        var attempt = get(actor, id);
        if (!attempt.isOpen()) {
            throw new UserFacingException(AttemptError.ATTEMPT_ENDED);
        }
        return attempt;
    }

    private Attempt put(Attempt attempt) {
        attempts.put(attempt.id(), attempt);
        return attempt;
    }

    private static AttemptProgress progress() {
        var failed = new Verdict.Failed(
                "container.publishes",
                new SourcePosition("lab.yaml", 1, 1),
                "No container publishes port 8080.",
                "8081",
                "8080");
        return new AttemptProgress(
                List.of(
                        new TaskProgress(
                                LabSamples.FIRST, 40, true, Optional.of(new Verdict.Passed()), Optional.of(START), 0),
                        new TaskProgress(LabSamples.SECOND, 60, false, Optional.of(failed), Optional.of(START), 1)),
                List.of(),
                40,
                100,
                false);
    }

    private static Sandbox sandbox(AttemptId id, AccountId owner, SandboxState state) {
        return new Sandbox(
                new SandboxId("abcd1234"),
                id,
                owner,
                List.of(SandboxSamples.aMadeNode(LabSamples.NODE)),
                state,
                START,
                Optional.empty());
    }
}
