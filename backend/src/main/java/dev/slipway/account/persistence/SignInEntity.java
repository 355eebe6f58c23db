package dev.slipway.account.persistence;

import dev.slipway.account.SessionKey;
import dev.slipway.account.SignIn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code sign_in}: the sign-in of one browser. It is removed when the sign-in ends. */
@Entity
@Table(name = "sign_in")
class SignInEntity {
    /** A day at school. After that time a browser cannot resume the sign-in. */
    static final Duration REMEMBERED = Duration.ofHours(12);

    /**
     * Longer than an HTTP session lives without a request (30 minutes), so that no row is removed while a browser uses
     * it.
     */
    static final Duration IDLE_LIFE = Duration.ofHours(1);

    /** So that not every request writes a row. */
    static final Duration USE_PRECISION = Duration.ofMinutes(1);

    static final int MAX_BROWSER = 100;
    static final int MAX_ADDRESS = 64;

    @Id
    private UUID id;

    private UUID accountId;

    @Column(length = 64)
    private @Nullable String secretHash;

    private String address;
    private String browser = "";
    private Instant startedAt;
    private Instant lastUsedAt;
    private Instant rememberedUntil;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected SignInEntity() {}

    SignInEntity(UUID id, UUID accountId, String address, Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.address = cut(address, MAX_ADDRESS);
        this.startedAt = now;
        this.lastUsedAt = now;
        this.rememberedUntil = now.plus(REMEMBERED);
    }

    void remember(String hash, String name) {
        secretHash = hash;
        browser = cut(name, MAX_BROWSER);
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    boolean useIsNewsAt(Instant now) {
        return lastUsedAt.plus(USE_PRECISION).isBefore(now);
    }

    boolean isRememberedAt(Instant now) {
        return now.isBefore(rememberedUntil);
    }

    SignIn toSignIn() {
        return new SignIn(new SessionKey(id), address, browser, startedAt, lastUsedAt);
    }

    static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
