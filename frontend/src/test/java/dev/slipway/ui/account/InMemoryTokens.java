package dev.slipway.ui.account;

import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.ApiToken;
import dev.slipway.account.ApiTokenId;
import dev.slipway.account.ApiTokens;
import dev.slipway.account.IssuedToken;
import dev.slipway.shared.AccountId;
import dev.slipway.ui.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** API tokens of one account, without a database. */
final class InMemoryTokens implements ApiTokens {
    private final List<ApiToken> tokens = new ArrayList<>();

    void clear() {
        tokens.clear();
    }

    @Override
    public IssuedToken issue(AccountId actor, String name) {
        var token = new ApiToken(new ApiTokenId(UUID.randomUUID()), name, Samples.NOW, Optional.empty());
        tokens.add(token);
        return new IssuedToken(token, "secret of " + name);
    }

    @Override
    public List<ApiToken> list(AccountId actor) {
        return List.copyOf(tokens);
    }

    @Override
    public void revoke(AccountId actor, ApiTokenId id) {
        tokens.removeIf(token -> token.id().equals(id));
    }

    @Override
    public AccountPrincipal authenticate(String secret, String address) {
        throw new UnsupportedOperationException("screens do not authenticate by token");
    }
}
