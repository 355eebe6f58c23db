package dev.slipway.attempt.progress;

import dev.slipway.account.SessionKey;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.Attempts;
import dev.slipway.attempt.HostObstacle;
import dev.slipway.lab.Hint;
import dev.slipway.lab.LabId;
import dev.slipway.lab.QuestionId;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.lab.TaskId;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Checks the permission for each operation on an attempt, and calls the component that executes the operation. */
@Service
class JpaAttempts implements Attempts {
    private final AttemptStore store;
    private final AttemptStarter starter;
    private final Lifetimes lifetimes;
    private final Machines machines;
    private final AttemptTerminals terminals;
    private final Hints hints;
    private final Answers answers;
    private final QuizAnswers quizAnswers;

    JpaAttempts(
            AttemptStore store,
            AttemptStarter starter,
            Lifetimes lifetimes,
            Machines machines,
            AttemptTerminals terminals,
            Hints hints,
            Answers answers,
            QuizAnswers quizAnswers) {
        this.store = store;
        this.starter = starter;
        this.lifetimes = lifetimes;
        this.machines = machines;
        this.terminals = terminals;
        this.hints = hints;
        this.answers = answers;
        this.quizAnswers = quizAnswers;
    }

    @Override
    public Attempt start(AccountId actor, LabId lab) {
        return store.toAttempt(starter.start(store.actor(actor).id(), lab));
    }

    @Override
    public Map<LabId, HostObstacle> obstacles(AccountId actor, Collection<LabId> labs) {
        return starter.obstacles(store.actor(actor).id(), labs);
    }

    @Override
    public Attempt get(AccountId actor, AttemptId id) {
        return store.toAttempt(store.visible(actor, id));
    }

    @Override
    public Optional<Attempt> findOpen(AccountId actor, LabId lab) {
        return store.findOpen(actor, lab).map(store::toAttempt);
    }

    @Override
    public void opened(AccountId actor, AttemptId id) {
        var row = store.visible(actor, id);
        if (row.isOpen() && row.learner().equals(actor)) {
            machines.active(id);
        }
    }

    @Override
    public Attempt end(AccountId actor, AttemptId id) {
        var row = store.visible(actor, id);
        var own = row.learner().equals(actor);
        if (!own && !store.actor(actor).isAdministrator()) {
            throw new UserFacingException(AttemptError.NOT_YOUR_ATTEMPT);
        }
        lifetimes.end(id, own ? EndReason.ENDED_BY_LEARNER : EndReason.ENDED_BY_STAFF);
        return get(actor, id);
    }

    @Override
    public void thaw(AccountId actor, AttemptId id) {
        store.actor(actor).requireAdministrator();
        store.visible(actor, id);
        machines.awaken(id);
    }

    @Override
    public Attempt restart(AccountId actor, AttemptId id) {
        lifetimes.restart(store.workable(actor, id));
        return get(actor, id);
    }

    @Override
    public void resetNode(AccountId actor, AttemptId id, NodeName node) {
        store.workable(actor, id);
        machines.reset(id, node);
    }

    @Override
    public Attempt extend(AccountId actor, AttemptId id) {
        lifetimes.extend(store.workable(actor, id));
        return get(actor, id);
    }

    @Override
    public Attempt checkNow(AccountId actor, AttemptId id) {
        store.workable(actor, id);
        machines.awaken(id);
        machines.checkNow(id);
        return get(actor, id);
    }

    @Override
    public Hint takeHint(AccountId actor, AttemptId id, TaskId task) {
        var row = store.workable(actor, id);
        machines.active(id);
        return hints.take(row, task);
    }

    @Override
    public Attempt answer(AccountId actor, AttemptId id, TaskId task, String value) {
        var row = store.workable(actor, id);
        machines.awaken(id);
        answers.take(row, task, value);
        return get(actor, id);
    }

    @Override
    public Attempt answer(AccountId actor, AttemptId id, QuestionId question, QuizAnswer answer) {
        var row = store.workable(actor, id);
        machines.active(id);
        quizAnswers.take(row, question, answer);
        return get(actor, id);
    }

    @Override
    public String terminalTicket(AccountId actor, SessionKey session, AttemptId id, NodeName node, int number) {
        store.workable(actor, id);
        var ticket = terminals.ticket(actor, session, machines.usable(id), node, number);
        store.requireSession(actor, session);
        return ticket;
    }

    @Override
    public void closeTerminal(AccountId actor, AttemptId id, NodeName node, int number) {
        store.workable(actor, id);
        terminals.close(machines.usable(id), node, number);
    }

    @Override
    public void runInTerminal(AccountId actor, AttemptId id, NodeName node, String command) {
        store.workable(actor, id);
        terminals.run(machines.usable(id), node, command);
    }
}
