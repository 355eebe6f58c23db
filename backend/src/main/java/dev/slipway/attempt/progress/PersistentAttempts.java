package dev.slipway.attempt.progress;

import dev.slipway.account.Account;
import dev.slipway.account.Role;
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
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The attempts in the database. */
@Service
class PersistentAttempts implements Attempts {
    private final AttemptStore store;
    private final AttemptStarter starter;
    private final Lifetimes lifetimes;
    private final Machines machines;
    private final AttemptTerminals terminals;
    private final Hints hints;
    private final Answers answers;
    private final QuizAnswers quizAnswers;

    PersistentAttempts(
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
    public Attempt start(Account actor, LabId lab) {
        return store.announce(starter.start(actor, lab));
    }

    @Override
    public Optional<HostObstacle> obstacle(Account actor, LabId lab) {
        return starter.obstacle(actor, lab);
    }

    @Override
    public Attempt get(Account actor, AttemptId id) {
        return store.toAttempt(store.visible(actor, id));
    }

    @Override
    public Optional<Attempt> findOpen(Account actor, LabId lab) {
        return store.findOpen(actor, lab).map(store::toAttempt);
    }

    @Override
    public List<Attempt> history(Account actor) {
        return store.findOf(actor).stream().map(store::toAttempt).toList();
    }

    @Override
    public void opened(Account actor, AttemptId id) {
        var row = store.visible(actor, id);
        if (row.isOpen() && row.learner().equals(actor.id())) {
            machines.active(id);
        }
    }

    @Override
    public Attempt end(Account actor, AttemptId id) {
        var row = store.visible(actor, id);
        var own = row.learner().equals(actor.id());
        if (!own && actor.role() != Role.ADMINISTRATOR) {
            throw new UserFacingException(AttemptError.NOT_YOUR_ATTEMPT);
        }
        lifetimes.end(id, own ? EndReason.ENDED_BY_LEARNER : EndReason.ENDED_BY_STAFF);
        return get(actor, id);
    }

    @Override
    public Attempt restart(Account actor, AttemptId id) {
        lifetimes.restart(store.workable(actor, id));
        return get(actor, id);
    }

    @Override
    public void resetNode(Account actor, AttemptId id, NodeName node) {
        store.workable(actor, id);
        machines.reset(id, node);
    }

    @Override
    public Attempt extend(Account actor, AttemptId id) {
        lifetimes.extend(store.workable(actor, id));
        return get(actor, id);
    }

    @Override
    public Attempt checkNow(Account actor, AttemptId id) {
        store.workable(actor, id);
        machines.awaken(id);
        machines.checkNow(id);
        return get(actor, id);
    }

    @Override
    public Hint takeHint(Account actor, AttemptId id, TaskId task) {
        var row = store.workable(actor, id);
        machines.active(id);
        return hints.take(row, task);
    }

    @Override
    public Attempt answer(Account actor, AttemptId id, TaskId task, String value) {
        var row = store.workable(actor, id);
        machines.awaken(id);
        answers.take(row, task, value);
        return get(actor, id);
    }

    @Override
    public Attempt answer(Account actor, AttemptId id, QuestionId question, QuizAnswer answer) {
        var row = store.workable(actor, id);
        machines.active(id);
        quizAnswers.take(row, question, answer);
        return get(actor, id);
    }

    @Override
    public String terminalTicket(Account actor, AttemptId id, NodeName node, int number) {
        store.workable(actor, id);
        return terminals.ticket(actor.id(), machines.usable(id), node, number);
    }

    @Override
    public void closeTerminal(Account actor, AttemptId id, NodeName node, int number) {
        store.workable(actor, id);
        terminals.close(machines.usable(id), node, number);
    }

    @Override
    public void runInTerminal(Account actor, AttemptId id, NodeName node, String command) {
        store.workable(actor, id);
        terminals.run(machines.usable(id), node, command);
    }
}
