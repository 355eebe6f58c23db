package dev.slipway.api.rest;

import dev.slipway.account.EmailAddress;
import dev.slipway.account.NewAccount;
import dev.slipway.account.NewPassword;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Account that an administrator wants to create.
 *
 * @param password password of the account; if it is absent, the platform generates one
 */
record NewAccountBody(
        @NotNull String email,
        @NotNull String name,

        @NotNull @Schema(allowableValues = {"learner", "grader", "instructor", "administrator"})
        String role,

        @Nullable String password) {

    NewAccount draft(NewPassword chosen) {
        return new NewAccount(new EmailAddress(email), name, Ids.read("role", role, RoleNames::read), chosen);
    }

    @Override
    public String toString() {
        return "NewAccountBody[email=" + email + ", role=" + role + ", password=hidden]";
    }
}
