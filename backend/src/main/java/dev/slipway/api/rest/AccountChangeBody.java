package dev.slipway.api.rest;

import dev.slipway.account.AccountChange;
import dev.slipway.api.ApiError;
import dev.slipway.shared.UserFacingException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes to an account. An absent field leaves that property of the account unchanged. */
record AccountChangeBody(
        @Nullable @Schema(allowableValues = {"learner", "grader", "instructor", "administrator"})
        String role,

        @Nullable Boolean enabled) {

    /** @throws UserFacingException if both fields are absent, for instance because a field's name is misspelt */
    AccountChange change() {
        if (role == null && enabled == null) {
            throw new UserFacingException(ApiError.MALFORMED_BODY);
        }
        return new AccountChange(
                Optional.ofNullable(role).map(name -> Ids.read("role", name, RoleNames::read)),
                Optional.ofNullable(enabled));
    }
}
