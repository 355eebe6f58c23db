package dev.slipway.api.rest;

import dev.slipway.account.AccountChange;
import dev.slipway.api.ApiError;
import dev.slipway.shared.UserFacingException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes to an account; absent fields stay as they are. */
record AccountChangeBody(
        @Nullable @Schema(allowableValues = {"learner", "grader", "instructor", "administrator"})
        String role,

        @Nullable Boolean enabled) {

    /** @throws UserFacingException if it changes nothing, which is also the case for a misspelt field */
    AccountChange change() {
        if (role == null && enabled == null) {
            throw new UserFacingException(ApiError.MALFORMED_BODY);
        }
        return new AccountChange(
                Optional.ofNullable(role).map(name -> Ids.read("role", name, RoleNames::read)),
                Optional.ofNullable(enabled));
    }
}
