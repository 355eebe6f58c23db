package dev.slipway.ui.workspace;

import dev.slipway.account.SessionKey;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptRecordings;
import dev.slipway.attempt.Attempts;
import dev.slipway.lab.Hint;
import dev.slipway.lab.Lab;
import dev.slipway.lab.Labs;
import dev.slipway.lab.Page;
import dev.slipway.lab.QuestionId;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.ui.shell.SlowCall;
import java.time.Clock;

/**
 * The actions of one account on one attempt. Slow actions run on a separate thread, so that the page keeps responding.
 */
record AttemptActions(
        Attempts attempts,
        AttemptRecordings recordings,
        PreviewSource previews,
        Labs labs,
        AccountId actor,
        SessionKey signIn,
        AttemptId id,
        Lab lab,
        Clock clock) {

    Attempt attempt() {
        return attempts.get(actor, id);
    }

    void checkNow(Runnable afterwards) {
        SlowCall.run(() -> attempts.checkNow(actor, id), afterwards);
    }

    /** Extends the lease. Calls {@code granted} on success, and {@code afterwards} in either case. */
    void extend(Runnable granted, Runnable afterwards) {
        SlowCall.run(
                () -> attempts.extend(actor, id),
                extended -> {
                    granted.run();
                    afterwards.run();
                },
                afterwards);
    }

    void end(Runnable afterwards) {
        SlowCall.run(() -> attempts.end(actor, id), afterwards);
    }

    void restart(Runnable afterwards) {
        SlowCall.run(() -> attempts.restart(actor, id), afterwards);
    }

    void resetNode(NodeName node, Runnable afterwards) {
        SlowCall.run(() -> attempts.resetNode(actor, id, node), afterwards);
    }

    void runInTerminal(NodeName node, String command, Runnable afterwards) {
        SlowCall.run(() -> attempts.runInTerminal(actor, id, node, command), afterwards);
    }

    void closeTerminal(NodeName node, int number, Runnable afterwards) {
        SlowCall.run(() -> attempts.closeTerminal(actor, id, node, number), afterwards);
    }

    /** Records that the learner has turned to this page of the instructions. */
    void turnedTo(Page page) {
        recordings.turnedTo(actor, id, page.title());
    }

    Hint takeHint(TaskId task) {
        return attempts.takeHint(actor, id, task);
    }

    void answer(TaskId task, String value, Runnable afterwards) {
        SlowCall.run(() -> attempts.answer(actor, id, task, value), afterwards);
    }

    void answer(QuestionId question, QuizAnswer answer, Runnable afterwards) {
        SlowCall.run(() -> attempts.answer(actor, id, question, answer), afterwards);
    }

    String ticket(NodeName node, int number) {
        return attempts.terminalTicket(actor, signIn, id, node, number);
    }

    /** Returns an address at which a browser can open a path of a node's port. The address can be used only once. */
    String previewAddress(NodeName node, int port, String path) {
        return previews.attempts()
                .open(actor, signIn, id, node, port)
                .entrance(path)
                .toString();
    }
}
