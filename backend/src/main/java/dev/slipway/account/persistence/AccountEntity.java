package dev.slipway.account.persistence;

import dev.slipway.account.Account;
import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.ListedAccount;
import dev.slipway.account.NewAccount;
import dev.slipway.account.Role;
import dev.slipway.shared.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code account}. Each method that changes the role or password, or disables the account, increases {@code
 * epoch}, so that sessions with a lower epoch are invalid.
 */
@Entity
@Table(name = "account")
class AccountEntity {
    @Id
    private UUID id;

    private String email;
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private Role role;

    private String passwordHash;
    private boolean enabled = true;
    private int epoch = 1;
    private Instant createdAt;
    private @Nullable Instant lastSignedInAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected AccountEntity() {}

    AccountEntity(UUID id, NewAccount draft, String passwordHash, Instant createdAt) {
        this.id = id;
        this.email = draft.email().value();
        this.name = draft.name();
        this.role = draft.role();
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    void replacePassword(String hash) {
        passwordHash = hash;
        epoch++;
    }

    void changeRole(Role next) {
        role = next;
        epoch++;
    }

    void disable() {
        enabled = false;
        epoch++;
    }

    void enable() {
        enabled = true;
    }

    boolean isEnabled() {
        return enabled;
    }

    int epoch() {
        return epoch;
    }

    boolean isActiveAdministrator() {
        return enabled && role == Role.ADMINISTRATOR;
    }

    String email() {
        return email;
    }

    Role role() {
        return role;
    }

    String passwordHash() {
        return passwordHash;
    }

    Account toAccount() {
        return new Account(new AccountId(id), email, name, role);
    }

    AccountPrincipal toPrincipal(UUID session) {
        return new AccountPrincipal(id, email, role, epoch, session);
    }

    ListedAccount toListed() {
        return new ListedAccount(toAccount(), enabled, createdAt, Optional.ofNullable(lastSignedInAt));
    }
}
