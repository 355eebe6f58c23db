package dev.slipway.sandbox.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.slipway.account.MutableClock;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.UserFacingException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RequestLimitsTest {
    private static final AccountId BUSY = new AccountId(UUID.randomUUID());
    private static final AccountId OTHER = new AccountId(UUID.randomUUID());

    private final MutableClock clock = new MutableClock();
    private final SandboxProperties properties =
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("slipway.sandbox", SandboxProperties.class);
    private final RequestLimits limits = new RequestLimits(properties, clock);

    @Test
    void aLoopOfStartsIsRefusedWithTheTimeToWaitAndConcernsNobodyElse() {
        for (var start = 0; start < properties.starts(); start++) {
            limits.takeStart(BUSY);
        }

        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> limits.takeStart(BUSY))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(SandboxError.TOO_MANY_STARTS);
                    assertThat(refusal.arguments()).containsExactly(20L);
                });
        assertThatNoException().isThrownBy(() -> limits.takeStart(OTHER));
    }

    @Test
    void startsComeBackEvenly() {
        for (var start = 0; start < properties.starts(); start++) {
            limits.takeStart(BUSY);
        }

        clock.advance(Duration.ofSeconds(20));

        limits.takeStart(BUSY);
        assertThatExceptionOfType(UserFacingException.class).isThrownBy(() -> limits.takeStart(BUSY));
    }
}
