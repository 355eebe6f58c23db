package dev.slipway.api.rest;

import dev.slipway.account.CurrentAccount;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint for the account that owns the token. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "me")
class MeEndpoints {
    private final CurrentAccount current;

    MeEndpoints(CurrentAccount current) {
        this.current = current;
    }

    record Me(UUID id, String email, String name, String role) {}

    @GetMapping
    @Operation(summary = "The account that owns the token")
    Me me() {
        var account = current.require();
        return new Me(account.id().value(), account.email(), account.name(), RoleNames.of(account.role()));
    }
}
