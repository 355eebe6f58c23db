package dev.slipway.attempt;

import dev.slipway.account.SessionKey;
import dev.slipway.lab.Hint;
import dev.slipway.lab.LabId;
import dev.slipway.lab.QuestionId;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All attempts. Every method takes the id of the acting account, reads the account's current permissions, and throws
 * {@link dev.slipway.shared.UserFacingException} if they are not sufficient. Learners may act on their own attempts,
 * and staff may read all attempts. For another learner's attempt, a learner gets the same error as for an attempt that
 * does not exist.
 */
public interface Attempts {

    /** Starts an attempt, or returns the account's open attempt at this lab. */
    Attempt start(AccountId actor, LabId lab);

    /**
     * Returns the reason why the account cannot start this lab; empty if it can start the lab or has an open attempt at
     * it.
     */
    default Optional<HostObstacle> obstacle(AccountId actor, LabId lab) {
        return Optional.ofNullable(obstacles(actor, List.of(lab)).get(lab));
    }

    /** Returns the result of {@link #obstacle} for each of these labs; labs without an obstacle are left out. */
    Map<LabId, HostObstacle> obstacles(AccountId actor, Collection<LabId> labs);

    /** Returns an attempt that the account may see. */
    Attempt get(AccountId actor, AttemptId id);

    /** Thaws frozen machines, because the learner has opened the attempt's page. Does nothing for other accounts. */
    void opened(AccountId actor, AttemptId id);

    /** Returns the account's open attempt at a lab. */
    Optional<Attempt> findOpen(AccountId actor, LabId lab);

    /**
     * Ends the account's own attempt; an administrator may end any attempt. The score is kept, the machines are
     * removed.
     */
    Attempt end(AccountId actor, AttemptId id);

    /** Thaws the attempt's frozen machines; for administrators only. */
    void thaw(AccountId actor, AttemptId id);

    /**
     * Gives the attempt new machines. All tasks are open again, their verdicts are kept as evidence, and questions stay
     * answered.
     */
    Attempt restart(AccountId actor, AttemptId id);

    /** Recreates one node in its initial state. */
    void resetNode(AccountId actor, AttemptId id, NodeName node);

    /** Extends the lease by the time that the lab allows. */
    Attempt extend(AccountId actor, AttemptId id);

    /** Evaluates the open tasks now and returns the attempt with the new verdicts. */
    Attempt checkNow(AccountId actor, AttemptId id);

    /** Reveals the next hint of a task, at the cost that the lab defines. */
    Hint takeHint(AccountId actor, AttemptId id, TaskId task);

    /** Stores the learner's answer to a task that asks for one, and evaluates the open tasks with it. */
    Attempt answer(AccountId actor, AttemptId id, TaskId task, String value);

    /**
     * Stores the learner's answer to a question of the lab's quiz; the answer counts at once. An answer in the wrong
     * form is refused and does not count as a try.
     */
    Attempt answer(AccountId actor, AttemptId id, QuestionId question, QuizAnswer answer);

    /**
     * Returns a ticket for the {@code number}-th terminal of a node. The ticket becomes invalid when the session ends.
     */
    String terminalTicket(AccountId actor, SessionKey session, AttemptId id, NodeName node, int number);

    /** Ends the shell of a node's {@code number}-th terminal, and all processes that run in this terminal. */
    void closeTerminal(AccountId actor, AttemptId id, NodeName node, int number);

    /** Runs a page's command in a node's first terminal, as if the learner had typed it. */
    void runInTerminal(AccountId actor, AttemptId id, NodeName node, String command);
}
