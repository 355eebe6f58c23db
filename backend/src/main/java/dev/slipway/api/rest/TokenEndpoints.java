package dev.slipway.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.slipway.account.ApiToken;
import dev.slipway.account.ApiTokenId;
import dev.slipway.account.ApiTokens;
import dev.slipway.account.CurrentAccount;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints for the API tokens of the account. */
@RestController
@RequestMapping("/api/v1/me/tokens")
@Tag(name = "me")
class TokenEndpoints {
    private final ApiTokens tokens;
    private final CurrentAccount current;

    TokenEndpoints(ApiTokens tokens, CurrentAccount current) {
        this.tokens = tokens;
        this.current = current;
    }

    record Issue(@NotNull String name) {}

    /** API token; {@code secret} is present only in the response to the token's creation. */
    @JsonInclude(Include.NON_NULL)
    record Token(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable String secret) {
        static Token of(ApiToken token, @Nullable String secret) {
            return new Token(
                    token.id().value(),
                    token.name(),
                    token.createdAt(),
                    token.lastUsedAt().orElse(null),
                    secret);
        }
    }

    @GetMapping
    @Operation(summary = "The account's own API tokens, newest first")
    List<Token> list() {
        return tokens.list(current.requireId()).stream()
                .map(token -> Token.of(token, null))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Creates an API token and returns its secret once")
    Token issue(@RequestBody @Valid Issue body) {
        var issued = tokens.issue(current.requireId(), body.name());
        return Token.of(issued.token(), issued.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revokes one of the account's own API tokens at once")
    void revoke(@PathVariable UUID id) {
        tokens.revoke(current.requireId(), new ApiTokenId(id));
    }
}
