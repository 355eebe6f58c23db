package dev.slipway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.shared.UserFacingException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountValuesTest {
    @Test
    void emailAddressesAreKeptInLowerCaseWithoutSpacesAround() {
        assertThat(new EmailAddress(" Ada@Example.ORG ").value()).isEqualTo("ada@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.org",
                "ada@example",
                "a b@example.org",
                "ada@-x.org",
                "ada@x.org\n.y"
            })
    void refusesWhatIsNoEmailAddress(String text) {
        assertFails(AccountError.EMAIL_INVALID, () -> new EmailAddress(text));
    }

    @Test
    void refusesEmailAddressesThatAreTooLong() {
        assertFails(AccountError.EMAIL_INVALID, () -> new EmailAddress("a@" + "b".repeat(60) + ".c".repeat(120)));
    }

    @Test
    void passwordsHaveTwelveCharactersToSeventyTwoBytes() {
        assertFails(AccountError.PASSWORD_TOO_SHORT, () -> new NewPassword("elevenchars"));
        assertFails(AccountError.PASSWORD_TOO_LONG, () -> new NewPassword("ü".repeat(37)));
        assertThat(new NewPassword("twelve chars").value()).hasSize(12);
    }

    @Test
    void aPasswordIsNotTheEmailAddress() {
        assertFails(
                AccountError.PASSWORD_IS_EMAIL,
                () -> new NewAccount(
                        new EmailAddress("ada@example.org"), "Ada", Role.LEARNER, new NewPassword("ADA@example.org")));
    }

    @Test
    void aNameHasNoLineBreaks() {
        assertFails(
                AccountError.NAME_INVALID,
                () -> new NewAccount(
                        new EmailAddress("ada@example.org"), "A\nda", Role.LEARNER, new NewPassword("twelve chars")));
    }

    @Test
    void secretsAreNotPrinted() {
        var draft = new NewAccount(
                new EmailAddress("ada@example.org"), "Ada", Role.LEARNER, new NewPassword("twelve chars"));

        assertThat(draft.toString()).doesNotContain("twelve chars");
    }

    private static void assertFails(AccountError code, ThrowingCallable call) {
        assertThatExceptionOfType(UserFacingException.class).isThrownBy(call).matches(e -> e.code() == code);
    }
}
