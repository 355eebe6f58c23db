package dev.slipway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.shared.ErrorTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabErrorTest {

    @ParameterizedTest
    @EnumSource
    void eachErrorHasText(LabError error) {
        assertThat(ErrorTexts.text(error, "web")).contains("web");
    }
}
