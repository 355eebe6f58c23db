package dev.slipway.api.rest;

import dev.slipway.account.Accounts;
import dev.slipway.account.CurrentAccount;
import dev.slipway.account.NewPassword;
import dev.slipway.account.PasswordGenerator;
import dev.slipway.shared.AccountId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints for all accounts. {@link Accounts} permits each of these operations to administrators only. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "accounts")
class AccountEndpoints {
    private final Accounts accounts;
    private final CurrentAccount current;
    private final PasswordGenerator passwords = new PasswordGenerator(new SecureRandom());

    AccountEndpoints(Accounts accounts, CurrentAccount current) {
        this.accounts = accounts;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "All accounts by e-mail address, in pages")
    ResponseEntity<List<AccountBody>> list(@ParameterObject @Valid PageQuery query) {
        var found = accounts.list(current.requireId(), query.request()).map(AccountBody::of);
        return ResponseEntity.ok().headers(query.links(found)).body(found.getContent());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Creates an account; without a password, generates one and returns it once")
    AccountBody create(@RequestBody @Valid NewAccountBody body) {
        var actor = current.requireId();
        var given = body.password();
        var password = chosen(given);
        var account = accounts.create(actor, body.draft(password));
        return AccountBody.of(account, given == null ? password.value() : null);
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Changes an account's role, disables or enables the account, and ends its sessions")
    AccountBody change(@PathVariable UUID id, @RequestBody AccountChangeBody body) {
        return AccountBody.of(accounts.change(current.requireId(), new AccountId(id), body.change()));
    }

    @PutMapping("/{id}/password")
    @Operation(summary = "Replaces a password (204), or generates one and returns it once (200)")
    ResponseEntity<PasswordBody> resetPassword(@PathVariable UUID id, @RequestBody PasswordBody body) {
        var actor = current.requireId();
        var given = body.password();
        var password = chosen(given);
        accounts.resetPassword(actor, new AccountId(id), password);
        return given == null
                ? ResponseEntity.ok(new PasswordBody(password.value()))
                : ResponseEntity.noContent().build();
    }

    private NewPassword chosen(@Nullable String given) {
        return given == null ? passwords.next() : new NewPassword(given);
    }
}
