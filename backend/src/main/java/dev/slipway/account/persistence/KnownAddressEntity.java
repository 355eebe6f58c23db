package dev.slipway.account.persistence;

import dev.slipway.account.limit.AddressKey;
import dev.slipway.shared.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code known_address}: an account has signed in from a network address. The id is a digest of the account
 * and the address; the address itself is not stored.
 */
@Entity
@Table(name = "known_address")
@SuppressWarnings("UnusedVariable") // the database uses the columns, to delete old rows
class KnownAddressEntity {
    @Id
    private UUID id;

    private UUID accountId;
    private Instant lastSignedInAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected KnownAddressEntity() {}

    KnownAddressEntity(AccountId account, String address, Instant now) {
        this.id = id(account, address);
        this.accountId = account.value();
        this.lastSignedInAt = now;
    }

    /**
     * Returns the id for an account and an address. The same account and address always give the same id, so each pair
     * has at most one row.
     */
    static UUID id(AccountId account, String address) {
        var text = account + " " + AddressKey.of(address);
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
