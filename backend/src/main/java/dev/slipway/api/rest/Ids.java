package dev.slipway.api.rest;

import dev.slipway.api.ApiError;
import dev.slipway.shared.UserFacingException;
import java.util.function.Function;

/** Reads ids from requests. A malformed id causes an error that names the field. */
final class Ids {
    private Ids() {}

    /** @throws UserFacingException if the value is malformed; the text of the exception names the field */
    static <T> T read(String field, String value, Function<String, T> type) {
        try {
            return type.apply(value);
        } catch (IllegalArgumentException e) {
            throw new UserFacingException(e, ApiError.MALFORMED_VALUE, field);
        }
    }
}
