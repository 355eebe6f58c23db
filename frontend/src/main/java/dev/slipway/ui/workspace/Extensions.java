package dev.slipway.ui.workspace;

import dev.slipway.attempt.Attempt;
import dev.slipway.ui.component.Notice;

/** Texts about extensions of the lab's time. */
final class Extensions {
    private Extensions() {}

    /** Returns text such as "Extend by 30 minutes, 2 times left". */
    static String offer(AttemptActions session, Attempt attempt) {
        var left = attempt.extensionsLeft();
        return "Extend by " + minutes(session) + ", " + (left == 1 ? "1 time left" : left + " times left");
    }

    static void granted(AttemptActions session) {
        Notice.done("You have " + minutes(session) + " more.");
    }

    private static String minutes(AttemptActions session) {
        var minutes = session.lab().machines().session().extendBy().toMinutes();
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }
}
