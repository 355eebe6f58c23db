package dev.slipway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.shared.ErrorTexts;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TerminalErrorTest {

    @ParameterizedTest
    @EnumSource
    void everyErrorHasTextForPeople(TerminalError error) {
        assertThat(ErrorTexts.text(error, "https://one.example", "https://other.example"))
                .endsWith(".")
                .doesNotContain("''", "{");
    }

    @Test
    void wireCodesTellErrorsApart() {
        assertThat(Arrays.stream(TerminalError.values()).map(TerminalError::wireCode))
                .doesNotHaveDuplicates()
                .allMatch(code -> code > 0 && code < 128);
    }
}
