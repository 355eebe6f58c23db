package dev.slipway.attempt;

import dev.slipway.shared.ErrorTexts;
import dev.slipway.shared.UserFacingException;

/**
 * What keeps a lab from being started here: the host lacks something that it requires.
 *
 * @param lacking what is not there, as the host report calls it
 * @param consequence what follows from that, in a sentence
 */
public record HostObstacle(String lacking, String consequence) {

    /** The reason in sentences, the same before the start as when it is refused. */
    public String text() {
        return ErrorTexts.text(refusal());
    }

    /** What somebody is told who starts the lab all the same. */
    public UserFacingException refusal() {
        return new UserFacingException(AttemptError.HOST_LACKS, lacking, consequence);
    }
}
