package dev.slipway.check.fact;

/**
 * The response of a web server.
 *
 * @param answered whether there was a response; if not, the other values have no meaning
 * @param body the beginning of the body
 * @param truncated whether the body is longer than that
 */
public record HttpFact(boolean answered, int status, String body, boolean truncated) {
    public static final HttpFact SILENCE = new HttpFact(false, 0, "", false);
}
