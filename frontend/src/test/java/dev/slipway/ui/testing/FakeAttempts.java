package dev.slipway.ui.testing;

import dev.slipway.account.SessionKey;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.AttemptSummaries;
import dev.slipway.attempt.AttemptSummary;
import dev.slipway.attempt.Attempts;
import dev.slipway.attempt.HostObstacle;
import dev.slipway.lab.Hint;
import dev.slipway.lab.LabId;
import dev.slipway.lab.QuestionId;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.lab.TaskId;
import dev.slipway.sandbox.OpenSandboxes;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;

/** Attempts that a test defines; {@link #asked} records each request. */
public final class FakeAttempts implements Attempts, AttemptSummaries {
    public final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<AttemptId, Attempt> attempts = new LinkedHashMap<>();
    private final Map<LabId, HostObstacle> obstacles = new HashMap<>();

    public void put(Attempt attempt) {
        attempts.put(attempt.id(), attempt);
    }

    /** Makes the host unable to run this lab. */
    public void obstruct(LabId lab, HostObstacle obstacle) {
        obstacles.put(lab, obstacle);
    }

    public void clear() {
        attempts.clear();
        obstacles.clear();
        asked.clear();
    }

    @Override
    public Attempt start(AccountId actor, LabId lab) {
        asked.add("start " + lab);
        return findOpen(actor, lab).orElseThrow();
    }

    @Override
    public Map<LabId, HostObstacle> obstacles(AccountId actor, Collection<LabId> labs) {
        asked.add("obstacles");
        return obstacles.entrySet().stream()
                .filter(obstacle -> labs.contains(obstacle.getKey())
                        && findOpen(actor, obstacle.getKey()).isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Attempt get(AccountId actor, AttemptId id) {
        return Optional.ofNullable(attempts.get(id))
                .filter(attempt -> Samples.ACTORS.require(actor).isStaff()
                        || attempt.learner().equals(actor))
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
        asked.add("history " + page.getPageSize());
        return slice(standings(actor), page);
    }

    @Override
    public List<AttemptSummary> standings(AccountId actor) {
        return of(actor).map(FakeAttempts::summary).toList();
    }

    private Stream<Attempt> of(AccountId actor) {
        return attempts.values().stream().filter(attempt -> attempt.learner().equals(actor));
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

    private static <T> Slice<T> slice(List<T> all, Pageable page) {
        return new SliceImpl<>(all.stream().limit(page.getPageSize()).toList(), page, page.getPageSize() < all.size());
    }

    @Override
    public void opened(AccountId actor, AttemptId id) {
        asked.add("opened");
    }

    @Override
    public Attempt end(AccountId actor, AttemptId id) {
        return note("end", actor, id);
    }

    @Override
    public void thaw(AccountId actor, AttemptId id) {
        note("thaw", actor, id);
    }

    @Override
    public OpenSandboxes machines(AccountId actor, Pageable page) {
        Samples.ACTORS.require(actor).requireAdministrator();
        var all = attempts.values().stream()
                .flatMap(attempt -> attempt.sandbox().stream())
                .toList();
        return new OpenSandboxes(slice(all, page), all.size(), 0);
    }

    @Override
    public Map<AttemptId, LabId> labs(AccountId actor, Collection<AttemptId> some) {
        asked.add("labs");
        return some.stream()
                .distinct()
                .filter(attempts::containsKey)
                .collect(Collectors.toMap(id -> id, id -> get(actor, id).lab().id()));
    }

    @Override
    public Attempt restart(AccountId actor, AttemptId id) {
        return note("restart", actor, id);
    }

    @Override
    public void resetNode(AccountId actor, AttemptId id, NodeName node) {
        asked.add("reset " + node);
    }

    @Override
    public Attempt extend(AccountId actor, AttemptId id) {
        return note("extend", actor, id);
    }

    @Override
    public Attempt checkNow(AccountId actor, AttemptId id) {
        return note("check", actor, id);
    }

    @Override
    public Hint takeHint(AccountId actor, AttemptId id, TaskId task) {
        asked.add("hint " + task);
        return new Hint(Duration.ZERO, "");
    }

    @Override
    public Attempt answer(AccountId actor, AttemptId id, TaskId task, String value) {
        return note("answer " + task + " " + value, actor, id);
    }

    @Override
    public Attempt answer(AccountId actor, AttemptId id, QuestionId question, QuizAnswer answer) {
        return note("answer " + question + " " + answer, actor, id);
    }

    @Override
    public String terminalTicket(AccountId actor, SessionKey session, AttemptId id, NodeName node, int number) {
        return "ticket";
    }

    @Override
    public void closeTerminal(AccountId actor, AttemptId id, NodeName node, int number) {
        asked.add("close " + node + " " + number);
    }

    @Override
    public void runInTerminal(AccountId actor, AttemptId id, NodeName node, String command) {
        asked.add("run " + node + " " + command);
    }

    private Attempt note(String what, AccountId actor, AttemptId id) {
        asked.add(what);
        return get(actor, id);
    }
}
