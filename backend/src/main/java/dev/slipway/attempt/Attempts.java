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
 * All attempts. Every method takes the id of the account that acts, reads what that account may do now, and throws {@link dev.slipway.shared.UserFacingException} if it
 * may not: learners act on their own attempts, staff may look at all, and a foreign attempt looks like one that does
 * not exist.
 */
public interface Attempts {

    /** Starts an attempt, or gives the one that the account has open on this lab. */
    Attempt start(AccountId actor, LabId lab);

    /** What would keep the account from starting this lab; nothing keeps it from the attempt that it has open. */
    default Optional<HostObstacle> obstacle(AccountId actor, LabId lab) {
        return Optional.ofNullable(obstacles(actor, List.of(lab)).get(lab));
    }

    /** As {@link #obstacle}, for several labs at once; labs without an obstacle are left out. */
    Map<LabId, HostObstacle> obstacles(AccountId actor, Collection<LabId> labs);

    Attempt get(AccountId actor, AttemptId id);

    /** Its learner has opened the attempt's page: machines that are frozen thaw. Does nothing for others. */
    void opened(AccountId actor, AttemptId id);

    /** The account's open attempt on a lab. */
    Optional<Attempt> findOpen(AccountId actor, LabId lab);

    /** Ends one's own attempt, or as an administrator any; its score stays, its machines go. */
    Attempt end(AccountId actor, AttemptId id);

    /** Lets the attempt's frozen machines go on; administrators only. */
    void thaw(AccountId actor, AttemptId id);

    /** Gives the attempt new machines; verdicts stay as evidence, tasks start again, questions stay answered. */
    Attempt restart(AccountId actor, AttemptId id);

    /** Makes one node anew. */
    void resetNode(AccountId actor, AttemptId id, NodeName node);

    /** Extends the lease by what the lab allows. */
    Attempt extend(AccountId actor, AttemptId id);

    /** Evaluates the open tasks now and gives the attempt with the new verdicts. */
    Attempt checkNow(AccountId actor, AttemptId id);

    /** Unfolds the next hint of a task, at the cost that the lab says. */
    Hint takeHint(AccountId actor, AttemptId id, TaskId task);

    /** Takes the learner's answer to a task that asks for one, and evaluates the open tasks with it. */
    Attempt answer(AccountId actor, AttemptId id, TaskId task, String value);

    /**
     * Takes the learner's answer to a question of the lab's quiz, which counts at once. An answer that is not of the
     * form that the question asks for is refused and costs no try.
     */
    Attempt answer(AccountId actor, AttemptId id, QuestionId question, QuizAnswer answer);

    /** A ticket for the {@code number}-th terminal of a node, which ends with the session. */
    String terminalTicket(AccountId actor, SessionKey session, AttemptId id, NodeName node, int number);

    /** Ends the shell of a node's {@code number}-th terminal, with what runs in it. */
    void closeTerminal(AccountId actor, AttemptId id, NodeName node, int number);

    /** Runs a page's command in a node's first terminal, as if the learner had typed it. */
    void runInTerminal(AccountId actor, AttemptId id, NodeName node, String command);
}
