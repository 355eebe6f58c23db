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
    /** Time after which a browser can no longer resume the sign-in: a day at school. */
    static final Duration REMEMBERED = Duration.ofHours(12);

    /**
     * Time without a request after which the row may be removed. It is longer than the time after which an HTTP session
     * without requests expires (30 minutes), so that no row is removed while a browser uses it.
     */
    static final Duration IDLE_LIFE = Duration.ofHours(1);

    /** Minimum time between two updates of {@code lastUsedAt}, so that not each request writes to the database. */
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
