package dev.slipway.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.shared.ErrorTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreviewErrorTest {

    @ParameterizedTest
    @EnumSource
    void everyErrorHasAHeadingAndSaysWhatToDo(PreviewError error) {
        assertThat(ErrorTexts.text(error, "8080")).endsWith(".").contains(". ").doesNotContain("''", "{", "8,080");
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorIsAnErrorInHttp(PreviewError error) {
        assertThat(error.status()).isBetween(400, 599);
    }
}
