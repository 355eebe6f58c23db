package dev.slipway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.account.persistence.AccountLedger;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.UserFacingException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Pageable;
import org.springframework.security.authentication.event.LogoutSuccessEvent;

class AccountsTest extends AccountTest {
    @SuppressWarnings("NullAway.Init") // set before each test
    private Accounts accounts;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ApiTokens tokens;

    @BeforeEach
    void findServices() {
        accounts = running.get(Accounts.class);
        tokens = running.get(ApiTokens.class);
    }

    @Test
    void signsInWithTheRightPasswordInWhateverCaseTheAddressIsTyped() {
        var learner = add(Role.LEARNER);

        BySignInForm.signIn(running, learner.email().toUpperCase(Locale.ROOT), PASSWORD);

        assertThat(current().require()).isEqualTo(learner);
        assertThat(accounts.list(admin.id(), Pageable.unpaged()))
                .filteredOn(listed -> listed.account().equals(learner))
                .singleElement()
                .matches(listed -> listed.lastSignedInAt().isPresent());
    }

    @Test
    void wrongUnknownAndDisabledLookTheSame() {
        var learner = add(Role.LEARNER);
        var disabled = add(Role.LEARNER);
        accounts.change(admin.id(), disabled.id(), AccountChange.disabling());

        var wrong = refusal(learner.email(), "wrong password!");
        assertThat(wrong.code()).isEqualTo(AccountError.SIGN_IN_REFUSED);
        assertThat(refusal("nobody@example.org", PASSWORD)).hasMessage(wrong.getMessage());
        assertThat(refusal(disabled.email(), PASSWORD)).hasMessage(wrong.getMessage());
    }

    @Test
    void guessingIsSlowedDownForKnownAndUnknownAccountsAlikeAndEndsByItself() {
        var learner = add(Role.LEARNER);
        IntStream.range(0, 5).forEach(_ -> refusal(learner.email(), "wrong password!"));
        IntStream.range(0, 5).forEach(_ -> refusal("nobody2@example.org", "wrong password!"));

        assertThat(refusal(learner.email(), PASSWORD).code()).isEqualTo(AccountError.TOO_MANY_SIGN_INS);
        assertThat(refusal("nobody2@example.org", PASSWORD)).hasMessageContaining("Wait 60 seconds");

        running.get(MutableClock.class).advance(Duration.ofMinutes(1));
        assertThat(BySignInForm.signIn(running, learner.email(), PASSWORD).isAuthenticated())
                .isTrue();
    }

    @Test
    void nobodyIsTheCurrentAccountWithoutSigningIn() {
        assertThat(current().find()).isEmpty();
        assertFails(AccountError.NOT_SIGNED_IN, () -> current().require());
    }

    @Test
    void losingOrGettingARoleEndsTheSessionsAtOnce() {
        var grader = add(Role.GRADER);
        BySignInForm.signIn(running, grader.email(), PASSWORD);

        accounts.change(admin.id(), grader.id(), AccountChange.to(Role.LEARNER));

        assertThat(current().find()).isEmpty();
        assertThat(running.committedEvents())
                .containsExactly(new RoleChanged(grader.id(), Role.GRADER, Role.LEARNER), new RightsLost(grader.id()));
    }

    @Test
    void disablingEndsTheSessionsAndEnablingDoesNotBringThemBack() {
        var learner = add(Role.LEARNER);
        BySignInForm.signIn(running, learner.email(), PASSWORD);

        accounts.change(admin.id(), learner.id(), AccountChange.disabling());
        assertThat(current().find()).isEmpty();
        assertThat(running.committedEvents()).containsExactly(new RightsLost(learner.id()));

        accounts.change(admin.id(), learner.id(), AccountChange.enabling());
        assertThat(current().find()).isEmpty();
        BySignInForm.signIn(running, learner.email(), PASSWORD);
        assertThat(current().find()).contains(learner);
    }

    @Test
    void changingThePasswordWantsTheCurrentOneAndEndsTheSessions() {
        var learner = add(Role.LEARNER);
        BySignInForm.signIn(running, learner.email(), PASSWORD);
        var next = new NewPassword("another horse battery");

        assertFails(AccountError.PASSWORD_WRONG, () -> accounts.changePassword(learner.id(), "guess", next));
        accounts.changePassword(learner.id(), PASSWORD, next);

        assertThat(current().find()).isEmpty();
        refusal(learner.email(), PASSWORD);
        assertThat(BySignInForm.signIn(running, learner.email(), next.value()).isAuthenticated())
                .isTrue();
    }

    @Test
    void guessingTheCurrentPasswordOfAnOpenSessionIsSlowedDownToo() {
        var learner = add(Role.LEARNER);
        var next = new NewPassword("another horse battery");
        IntStream.range(0, 5)
                .forEach(_ -> assertFails(
                        AccountError.PASSWORD_WRONG, () -> accounts.changePassword(learner.id(), "guess", next)));

        assertFails(AccountError.TOO_MANY_SIGN_INS, () -> accounts.changePassword(learner.id(), PASSWORD, next));
    }

    @Test
    void onlyAdministratorsManageAccounts() {
        var victim = add(Role.LEARNER);
        for (var role : new Role[] {Role.LEARNER, Role.GRADER, Role.INSTRUCTOR}) {
            var actor = add(role);
            assertFails(AccountError.NOT_ALLOWED, () -> accounts.create(actor.id(), draft(Role.LEARNER)));
            assertFails(AccountError.NOT_ALLOWED, () -> accounts.list(actor.id(), Pageable.unpaged()));
            assertFails(
                    AccountError.NOT_ALLOWED,
                    () -> accounts.change(actor.id(), actor.id(), AccountChange.to(Role.ADMINISTRATOR)));
            assertFails(
                    AccountError.NOT_ALLOWED,
                    () -> accounts.resetPassword(actor.id(), victim.id(), new NewPassword("another horse battery")));
            assertFails(
                    AccountError.NOT_ALLOWED,
                    () -> accounts.change(actor.id(), victim.id(), AccountChange.disabling()));
            assertFails(
                    AccountError.NOT_ALLOWED, () -> accounts.change(actor.id(), victim.id(), AccountChange.enabling()));
        }
    }

    @Test
    void learnersFindThemselvesAloneAndStaffFindsAll() {
        var learner = add(Role.LEARNER);
        var other = add(Role.LEARNER);

        assertThat(accounts.find(learner.id(), learner.id())).contains(learner);
        assertThat(accounts.find(learner.id(), other.id())).isEmpty();
        assertThat(accounts.find(add(Role.GRADER).id(), other.id())).contains(other);
    }

    @Test
    void theLastAdministratorStays() {
        accounts.list(admin.id(), Pageable.unpaged()).stream()
                .map(ListedAccount::account)
                .filter(account -> account.role() == Role.ADMINISTRATOR && !account.equals(admin))
                .forEach(account -> accounts.change(admin.id(), account.id(), AccountChange.disabling()));

        assertFails(
                AccountError.LAST_ADMINISTRATOR,
                () -> accounts.change(admin.id(), admin.id(), AccountChange.disabling()));
        assertFails(
                AccountError.LAST_ADMINISTRATOR,
                () -> accounts.change(admin.id(), admin.id(), AccountChange.to(Role.INSTRUCTOR)));
    }

    @Test
    void anAdministratorLeavesInOneStepIfAnotherOneStays() {
        var leaving = add(Role.ADMINISTRATOR);
        var change = new AccountChange(Optional.of(Role.LEARNER), Optional.of(false));

        var left = accounts.change(leaving.id(), leaving.id(), change);

        assertThat(left.account().role()).isEqualTo(Role.LEARNER);
        assertThat(left.enabled()).isFalse();
        assertFails(AccountError.NOT_ALLOWED, () -> accounts.list(leaving.id(), Pageable.unpaged()));
    }

    @Test
    void whatStaysAsItIsEndsNoSession() {
        var learner = add(Role.LEARNER);
        BySignInForm.signIn(running, learner.email(), PASSWORD);

        accounts.change(admin.id(), learner.id(), new AccountChange(Optional.of(Role.LEARNER), Optional.of(true)));

        assertThat(current().find()).contains(learner);
        assertThat(running.committedEvents()).isEmpty();
    }

    @Test
    void oneAddressHasOneAccount() {
        var learner = add(Role.LEARNER);

        assertFails(
                AccountError.EMAIL_TAKEN,
                () -> accounts.create(
                        admin.id(),
                        new NewAccount(
                                new EmailAddress(learner.email()), "Twin", Role.LEARNER, new NewPassword(PASSWORD))));
    }

    @Test
    void anUnknownAccountIsSaidToBeUnknown() {
        var nobody = new AccountId(UUID.randomUUID());

        assertFails(AccountError.NO_SUCH_ACCOUNT, () -> accounts.change(admin.id(), nobody, AccountChange.disabling()));
    }

    @Test
    void aTokenStandsForItsAccountUntilItIsRevoked() {
        var learner = add(Role.LEARNER);
        var issued = tokens.issue(learner.id(), "laptop");

        assertThat(tokens.authenticate(issued.secret(), "192.0.2.1").id()).isEqualTo(learner.id());
        assertThat(tokens.list(learner.id()))
                .singleElement()
                .matches(token -> token.name().equals("laptop"))
                .matches(token -> token.lastUsedAt().isPresent());

        tokens.revoke(learner.id(), issued.token().id());
        assertFails(AccountError.TOKEN_INVALID, () -> tokens.authenticate(issued.secret(), "192.0.2.1"));
        assertThat(running.committedEvents())
                .containsExactly(new SignedOut(
                        learner.id(), new SessionKey(issued.token().id().value())));
    }

    @Test
    void aTokenOfADisabledAccountIsWorthless() {
        var learner = add(Role.LEARNER);
        var issued = tokens.issue(learner.id(), "laptop");

        accounts.change(admin.id(), learner.id(), AccountChange.disabling());

        assertFails(AccountError.TOKEN_INVALID, () -> tokens.authenticate(issued.secret(), "192.0.2.1"));
        assertFails(AccountError.NOT_ALLOWED, () -> tokens.issue(learner.id(), "another"));
    }

    @Test
    void nobodyRevokesForeignTokens() {
        var learner = add(Role.LEARNER);
        var issued = tokens.issue(learner.id(), "laptop");

        assertFails(
                AccountError.NO_SUCH_TOKEN,
                () -> tokens.revoke(add(Role.LEARNER).id(), issued.token().id()));
        assertThat(tokens.authenticate(issued.secret(), "192.0.2.1").id()).isEqualTo(learner.id());
    }

    @Test
    void manyBadTokensFromOneAddressAreAnsweredAsSuchWhileGoodOnesStillWork() {
        var issued = tokens.issue(add(Role.LEARNER).id(), "laptop");
        IntStream.range(0, 50)
                .forEach(_ -> assertFails(AccountError.TOKEN_INVALID, () -> tokens.authenticate("x", "192.0.2.7")));

        assertFails(AccountError.TOO_MANY_BAD_TOKENS, () -> tokens.authenticate("x", "192.0.2.7"));
        assertThat(tokens.authenticate(issued.secret(), "192.0.2.7")).isNotNull();
    }

    @Test
    void signingOutIsToldToTheOtherModules() {
        var learner = add(Role.LEARNER);
        var authentication = BySignInForm.signIn(running, learner.email(), PASSWORD);

        var session = current().requireSession();

        running.publish(new LogoutSuccessEvent(authentication));

        assertThat(running.committedEvents()).containsExactly(new SignedOut(learner.id(), session));
        assertThat(current().find()).isEmpty();
    }

    @Test
    void noHashIsPrinted() {
        var learner = add(Role.LEARNER);

        assertThat(running.get(AccountLedger.class).findForSignIn(learner.email()))
                .hasValueSatisfying(record -> assertThat(record.toString()).doesNotContain("bcrypt"));
    }

    private SignInRefusedException refusal(String email, String password) {
        try {
            BySignInForm.signIn(running, email, password);
        } catch (SignInRefusedException e) {
            return e;
        }
        throw new AssertionError("signed in as " + email);
    }

    private static void assertFails(AccountError code, ThrowingCallable call) {
        assertThatExceptionOfType(UserFacingException.class).isThrownBy(call).matches(e -> e.code() == code);
    }
}
