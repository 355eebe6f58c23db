package dev.slipway.ui.testing;

import dev.slipway.account.Account;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.Attempts;
import dev.slipway.attempt.HostObstacle;
import dev.slipway.lab.Hint;
import dev.slipway.lab.LabId;
import dev.slipway.lab.QuestionId;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Attempts as a test sets them; what is asked for is written down in {@link #asked}. */
public final class FakeAttempts implements Attempts {
    public final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<AttemptId, Attempt> attempts = new LinkedHashMap<>();
    private final Map<LabId, HostObstacle> obstacles = new HashMap<>();

    public void put(Attempt attempt) {
        attempts.put(attempt.id(), attempt);
    }

    /** The host cannot run this lab. */
    public void obstruct(LabId lab, HostObstacle obstacle) {
        obstacles.put(lab, obstacle);
    }

    public void clear() {
        attempts.clear();
        obstacles.clear();
        asked.clear();
    }

    @Override
    public Attempt start(Account actor, LabId lab) {
        asked.add("start " + lab);
        return findOpen(actor, lab).orElseThrow();
    }

    @Override
    public Optional<HostObstacle> obstacle(Account actor, LabId lab) {
        return Optional.ofNullable(obstacles.get(lab))
                .filter(_ -> findOpen(actor, lab).isEmpty());
    }

    @Override
    public Attempt get(Account actor, AttemptId id) {
        return Optional.ofNullable(attempts.get(id))
                .filter(attempt -> actor.isStaff() || attempt.learner().equals(actor.id()))
                .orElseThrow(() -> new UserFacingException(AttemptError.ATTEMPT_NOT_FOUND));
    }

    @Override
    public Optional<Attempt> findOpen(Account actor, LabId lab) {
        return history(actor).stream()
                .filter(attempt -> attempt.isOpen() && attempt.lab().equals(lab))
                .findFirst();
    }

    @Override
    public List<Attempt> history(Account actor) {
        return attempts.values().stream()
                .filter(attempt -> attempt.learner().equals(actor.id()))
                .toList();
    }

    @Override
    public void opened(Account actor, AttemptId id) {
        asked.add("opened");
    }

    @Override
    public Attempt end(Account actor, AttemptId id) {
        return note("end", actor, id);
    }

    @Override
    public Attempt restart(Account actor, AttemptId id) {
        return note("restart", actor, id);
    }

    @Override
    public void resetNode(Account actor, AttemptId id, NodeName node) {
        asked.add("reset " + node);
    }

    @Override
    public Attempt extend(Account actor, AttemptId id) {
        return note("extend", actor, id);
    }

    @Override
    public Attempt checkNow(Account actor, AttemptId id) {
        return note("check", actor, id);
    }

    @Override
    public Hint takeHint(Account actor, AttemptId id, TaskId task) {
        asked.add("hint " + task);
        return new Hint(Duration.ZERO, "");
    }

    @Override
    public Attempt answer(Account actor, AttemptId id, TaskId task, String value) {
        return note("answer " + task + " " + value, actor, id);
    }

    @Override
    public Attempt answer(Account actor, AttemptId id, QuestionId question, QuizAnswer answer) {
        return note("answer " + question + " " + answer, actor, id);
    }

    @Override
    public String terminalTicket(Account actor, AttemptId id, NodeName node, int number) {
        return "ticket";
    }

    @Override
    public void closeTerminal(Account actor, AttemptId id, NodeName node, int number) {
        asked.add("close " + node + " " + number);
    }

    @Override
    public void runInTerminal(Account actor, AttemptId id, NodeName node, String command) {
        asked.add("run " + node + " " + command);
    }

    private Attempt note(String what, Account actor, AttemptId id) {
        asked.add(what);
        return get(actor, id);
    }
}
