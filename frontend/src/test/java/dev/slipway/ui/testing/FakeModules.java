package dev.slipway.ui.testing;

import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.slipway.account.Account;
import dev.slipway.account.AccountError;
import dev.slipway.account.Actors;
import dev.slipway.account.CurrentAccount;
import dev.slipway.account.SessionKey;
import dev.slipway.shared.UserFacingException;
import dev.slipway.ui.shell.ScreenUpdates;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Fakes of the modules that screens use. */
@Configuration(proxyBeanMethods = false)
@Import({FakeLabs.class, FakeAttempts.class, FakePreviews.class, FakeRecordings.class, FakeModules.SignedIn.class})
@ComponentScan(basePackages = "dev.slipway.ui.shell")
public class FakeModules {

    /** Runs updates immediately, because the test's thread has the session's lock, as a request's thread has. */
    @Bean
    @Primary
    ScreenUpdates updates() {
        return Runnable::run;
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Samples.NOW, ZoneOffset.UTC);
    }

    @Bean
    Actors actors() {
        return Samples.ACTORS;
    }

    @Bean
    AuthenticationContext authentication() {
        return new AuthenticationContext();
    }

    /** The signed-in account, which the test chooses. */
    public static final class SignedIn implements CurrentAccount {
        private @Nullable Account account = Samples.LEARNER;

        public void become(@Nullable Account somebody) {
            account = somebody;
        }

        @Override
        public Optional<Account> find() {
            return Optional.ofNullable(account);
        }

        @Override
        public Account require() {
            return find().orElseThrow(() -> new UserFacingException(AccountError.NOT_SIGNED_IN));
        }

        @Override
        public SessionKey requireSession() {
            require();
            return Samples.SESSION;
        }
    }
}
