package dev.slipway.account;

import java.util.UUID;

/** Identifies an API token. It is not the token's secret. */
public record ApiTokenId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
