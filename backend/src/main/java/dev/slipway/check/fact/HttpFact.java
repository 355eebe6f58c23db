package dev.slipway.check.fact;

/**
 * A web server's answer.
 *
 * @param answered whether there was one; without it the rest means nothing
 * @param body its beginning
 * @param truncated whether the body goes on after that
 */
public record HttpFact(boolean answered, int status, String body, boolean truncated) {
    public static final HttpFact SILENCE = new HttpFact(false, 0, "", false);
}
