package dev.slipway.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.slipway.account.ListedAccount;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Account with the data that an administrator sees.
 *
 * @param password present only in the response to the creation of the account, and only if the platform generated the
 *     password
 */
@JsonInclude(Include.NON_NULL)
record AccountBody(
        UUID id,
        String email,
        String name,
        String role,
        boolean enabled,
        Instant createdAt,
        @Nullable Instant lastSignedInAt,
        @Nullable String password) {

    static AccountBody of(ListedAccount listed) {
        return of(listed, null);
    }

    static AccountBody of(ListedAccount listed, @Nullable String password) {
        var account = listed.account();
        return new AccountBody(
                account.id().value(),
                account.email(),
                account.name(),
                RoleNames.of(account.role()),
                listed.enabled(),
                listed.createdAt(),
                listed.lastSignedInAt().orElse(null),
                password);
    }

    @Override
    public String toString() {
        return "AccountBody[id=" + id + ", role=" + role + ", enabled=" + enabled + ", password=hidden]";
    }
}
