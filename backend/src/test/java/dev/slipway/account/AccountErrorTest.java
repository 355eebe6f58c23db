package dev.slipway.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.shared.ErrorTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountErrorTest {
    @ParameterizedTest
    @EnumSource
    void eachErrorSaysWhatHappenedAndWhatToDo(AccountError error) {
        assertThat(ErrorTexts.text(error, "5 seconds"))
                .contains(". ")
                .doesNotContain("{")
                .endsWith(".");
    }
}
