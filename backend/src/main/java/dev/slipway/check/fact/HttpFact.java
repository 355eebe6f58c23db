package dev.slipway.check.fact;

/**
 * The response of a web server.
 *
 * @param answered whether the server responded; if not, the other values have no meaning
 * @param body the beginning of the body of the response
 * @param truncated whether the response has a longer body than {@code body}
 */
public record HttpFact(boolean answered, int status, String body, boolean truncated) {
    public static final HttpFact SILENCE = new HttpFact(false, 0, "", false);
}
