package dev.slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class EnginePropertiesTest {
    @Test
    void needsNoSettings() {
        var properties = bound(Map.of());

        assertThat(properties.socketPath()).isEqualTo(Path.of("/run/slipway/engine.sock"));
        assertThat(properties.callTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(properties.runtime()).isEmpty();
    }

    @Test
    void refusesAnEngineOnTheNetwork() {
        assertThatException()
                .isThrownBy(() -> bound(Map.of("slipway.engine.socket", "tcp://10.0.0.1:2375")))
                .havingRootCause()
                .withMessageContaining("Unix socket");
    }

    private static EngineProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("slipway.engine", Bindable.of(EngineProperties.class));
    }
}
