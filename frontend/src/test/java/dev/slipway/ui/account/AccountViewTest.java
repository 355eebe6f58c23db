package dev.slipway.ui.account;

import static dev.slipway.ui.testing.Samples.LEARNER;
import static dev.slipway.ui.testing.Samples.NOW;
import static dev.slipway.ui.testing.Samples.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.SessionKey;
import dev.slipway.account.SignIn;
import dev.slipway.ui.component.LabelledInput;
import dev.slipway.ui.testing.FakeModules;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = {FakeModules.class, AccountViewTest.Modules.class})
@ViewPackages(packages = "dev.slipway.ui")
class AccountViewTest extends SpringBrowserlessTest {
    private static final SignIn OTHER =
            new SignIn(new SessionKey(new UUID(0, 77)), "192.0.2.7", "Firefox on Linux", NOW, NOW);

    @Autowired
    private InMemorySignIns signIns;

    @Autowired
    private OneAccount account;

    @Autowired
    private InMemoryTokens tokens;

    @BeforeEach
    void open() {
        signIns.put(new SignIn(SESSION, "192.0.2.1", "Chrome on Windows", NOW, NOW));
        signIns.put(OTHER);
        account.clear();
        tokens.clear();
        navigate(AccountView.class);
    }

    @Test
    void showsTheSessionsAndEndsAnother() {
        assertThat(texts(NativeTableRow.class)).anyMatch(row -> row.contains("This browser"));

        press("End");

        assertThat(signIns.list(LEARNER.id())).extracting(SignIn::session).containsExactly(SESSION);
    }

    @Test
    void showsASecretOnce() {
        field("Name of the new token").fill("laptop");
        press("Create token");

        assertThat(find(Code.class).single().getText()).isEqualTo("secret of laptop");

        navigate(AttemptsView.class);
        navigate(AccountView.class);
        assertThat(find(Code.class).exists()).isFalse();
        assertThat(texts(NativeTableRow.class)).anyMatch(row -> row.contains("laptop"));
    }

    @Test
    void changesThePasswordAndSaysWhatIsWrongWithOne() {
        field("Current password").fill("present password");
        field("New password").fill("short");
        press("Change password");
        assertThat(account.password()).isEmpty();

        field("New password").fill("another horse battery");
        press("Change password");
        assertThat(account.password()).contains("another horse battery");
    }

    private LabelledInput field(String label) {
        return find(LabelledInput.class).all().stream()
                .filter(field -> field.getElement().getTextRecursively().contains(label))
                .findFirst()
                .orElseThrow();
    }

    private void press(String text) {
        test(find(Button.class).withText(text).all().getFirst()).click();
    }

    private <T extends Component> java.util.List<String> texts(Class<T> type) {
        return find(type).all().stream()
                .map(component -> component.getElement().getTextRecursively())
                .toList();
    }

    static class Modules {
        @Bean
        InMemorySignIns signIns() {
            return new InMemorySignIns(
                    new AccountPrincipal(LEARNER.id().value(), LEARNER.email(), LEARNER.role(), 1, SESSION.value()));
        }

        @Bean
        InMemoryTokens tokens() {
            return new InMemoryTokens();
        }

        @Bean
        OneAccount account() {
            return new OneAccount();
        }
    }
}
