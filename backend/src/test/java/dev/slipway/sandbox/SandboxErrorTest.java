package dev.slipway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.shared.ErrorTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SandboxErrorTest {
    @ParameterizedTest
    @EnumSource
    void eachCodeHasATextForPeople(SandboxError error) {
        assertThat(ErrorTexts.text(error, "argument")).isNotBlank().doesNotContain("{0}");
    }
}
