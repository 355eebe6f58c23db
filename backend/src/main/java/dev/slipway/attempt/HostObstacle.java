package dev.slipway.attempt;

import dev.slipway.shared.ErrorTexts;
import dev.slipway.shared.UserFacingException;

/**
 * Reason why a lab cannot be started on this host: the host lacks a capability that the lab requires.
 *
 * @param lacking the missing capability, as the host report names it
 * @param consequence a sentence that states which function does not work without the capability
 */
public record HostObstacle(String lacking, String consequence) {

    /** Returns the reason in sentences. The text of the exception that refuses a start is the same. */
    public String text() {
        return ErrorTexts.text(refusal());
    }

    /** Returns the exception with which a start of the lab is refused. */
    public UserFacingException refusal() {
        return new UserFacingException(AttemptError.HOST_LACKS, lacking, consequence);
    }
}
