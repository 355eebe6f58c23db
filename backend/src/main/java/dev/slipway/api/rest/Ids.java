package dev.slipway.api.rest;

import dev.slipway.api.ApiError;
import dev.slipway.shared.UserFacingException;
import java.util.function.Function;

/** Reads ids of requests, which their types refuse if they are malformed. */
final class Ids {
    private Ids() {}

    /** @throws UserFacingException that names the field */
    static <T> T read(String field, String value, Function<String, T> type) {
        try {
            return type.apply(value);
        } catch (IllegalArgumentException e) {
            throw new UserFacingException(e, ApiError.MALFORMED_VALUE, field);
        }
    }
}
