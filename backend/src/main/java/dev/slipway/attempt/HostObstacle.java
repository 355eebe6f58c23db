package dev.slipway.attempt;

import dev.slipway.shared.ErrorTexts;
import dev.slipway.shared.UserFacingException;

/**
 * Reason why a lab cannot be started on this host: the host lacks a capability that the lab requires.
 *
 * @param lacking the missing capability, as the host report names it
 * @param consequence what does not work without it, in a sentence
 */
public record HostObstacle(String lacking, String consequence) {

    /** Returns the reason in sentences, the same before a start and when a start is refused. */
    public String text() {
        return ErrorTexts.text(refusal());
    }

    /** Returns the exception with which a start of the lab is refused. */
    public UserFacingException refusal() {
        return new UserFacingException(AttemptError.HOST_LACKS, lacking, consequence);
    }
}
