package dev.slipway.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.slipway.check.Verdict;
import dev.slipway.check.Verdict.Errored;
import dev.slipway.check.Verdict.Failed;
import dev.slipway.check.Verdict.Passed;
import dev.slipway.check.Verdict.TimedOut;
import org.jspecify.annotations.Nullable;

/**
 * Last verdict of a task.
 *
 * @param outcome {@code passed}, {@code failed}, {@code errored} or {@code timed-out}
 * @param assertion kind of the assertion that failed
 * @param reason explanation for the learner; for {@code errored} and {@code timed-out}, why the platform could not
 *     evaluate the check
 */
@JsonInclude(Include.NON_NULL)
record VerdictBody(
        String outcome,
        @Nullable String assertion,
        @Nullable String reason,
        @Nullable String seen,
        @Nullable String expected) {

    static VerdictBody of(Verdict verdict) {
        return switch (verdict) {
            case Passed _ -> new VerdictBody("passed", null, null, null, null);
            case Failed(var assertion, var _, var reason, var seen, var expected) ->
                new VerdictBody("failed", assertion, reason, seen, expected);
            case Errored(var cause) -> new VerdictBody("errored", null, cause, null, null);
            case TimedOut(var cause) -> new VerdictBody("timed-out", null, cause, null, null);
        };
    }
}
