package dev.slipway.account.persistence;

import dev.slipway.account.AccountError;
import dev.slipway.account.IssuedToken;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.UserFacingException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Creates API tokens and stores their hashes. */
@Component
class TokenIssuer {
    private static final int MAX_NAME = 100;

    private final ApiTokenEntities rows;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TokenIssuer(ApiTokenEntities rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    IssuedToken issue(AccountId account, String name) {
        var label = name.strip();
        if (label.isEmpty() || label.length() > MAX_NAME || label.chars().anyMatch(Character::isISOControl)) {
            throw new UserFacingException(AccountError.NAME_INVALID);
        }
        var secret = TokenSecrets.create(random);
        var row = new ApiTokenEntity(
                UUID.randomUUID(), account.value(), label, TokenSecrets.hash(secret), clock.instant());
        return new IssuedToken(rows.save(row).toToken(), secret);
    }
}
