package dev.slipway.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.shared.ErrorTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttemptErrorTest {
    @ParameterizedTest
    @EnumSource
    void eachCodeHasATextForPeople(AttemptError error) {
        assertThat(ErrorTexts.text(error, "argument")).isNotBlank().doesNotContain("{0}");
    }
}
