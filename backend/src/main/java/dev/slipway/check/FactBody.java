package dev.slipway.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fact in its stored form. Equal facts have equal JSON and therefore the same digest.
 *
 * @param json canonical JSON: an object with sorted keys that contains the fact's {@code source}
 * @param bytes the length of the JSON in UTF-8
 * @param digest SHA-256 of the UTF-8 bytes, in hexadecimal
 */
public record FactBody(String json, int bytes, String digest) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Returns a fact with this canonical JSON. */
    public static FactBody of(String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        return new FactBody(json, bytes.length, HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /**
     * Returns this fact or, if it is larger than the limit, a fact of the same source that states that it was too large
     * to be stored. If a check is evaluated again and needs that fact, the verdict is Errored: a check never fails
     * because a fact is missing.
     */
    FactBody limitedTo(DataSize limit) {
        if (bytes <= limit.toBytes()) {
            return this;
        }
        var marker = JSON.createObjectNode()
                .set("source", JSON.readTree(json).required("source"))
                .put(
                        "unavailable",
                        "Slipway has seen this but not stored it, because it was too large: %d bytes, SHA-256 %s."
                                .formatted(bytes, digest));
        return of(marker.toString());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
