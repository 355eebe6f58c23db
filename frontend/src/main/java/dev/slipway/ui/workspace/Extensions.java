package dev.slipway.ui.workspace;

import dev.slipway.attempt.Attempt;
import dev.slipway.ui.component.Notice;

/** How more time is offered, in words. */
final class Extensions {
    private Extensions() {}

    /** Such as "Extend by 30 minutes, 2 times left". */
    static String offer(Session session, Attempt attempt) {
        var left = attempt.extensionsLeft();
        return "Extend by " + minutes(session) + ", " + (left == 1 ? "once more" : left + " times left");
    }

    static void granted(Session session) {
        Notice.done("You have " + minutes(session) + " more.");
    }

    private static String minutes(Session session) {
        var minutes = session.lab().session().extendBy().toMinutes();
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }
}
