package dev.slipway.ui.account;

import static dev.slipway.ui.testing.Samples.LEARNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import dev.slipway.shared.AttemptId;
import dev.slipway.ui.testing.FakeAttempts;
import dev.slipway.ui.testing.FakeLabs;
import dev.slipway.ui.testing.FakeModules;
import dev.slipway.ui.testing.Samples;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = FakeModules.class)
@ViewPackages(packages = "dev.slipway.ui")
class AttemptsViewTest extends SpringBrowserlessTest {
    @Autowired
    private FakeLabs labs;

    @Autowired
    private FakeAttempts attempts;

    @Autowired
    private FakeModules.SignedIn signedIn;

    @BeforeEach
    void reset() {
        labs.clear();
        labs.add(Samples.aLab());
        attempts.clear();
        signedIn.become(LEARNER);
    }

    @Test
    void showsFiftyAttemptsAndMoreOnRequest() {
        putAttempts(60);

        navigate(AttemptsView.class);

        assertThat(find(Anchor.class).withText("Open").all()).hasSize(50);

        test(find(Button.class).withText("Show more").single()).click();

        assertThat(find(Anchor.class).withText("Open").all()).hasSize(60);
        assertThat(find(Button.class).withText("Show more").exists()).isFalse();
    }

    @Test
    void offersNoMoreOnceAllAttemptsAreShown() {
        putAttempts(50);

        navigate(AttemptsView.class);

        assertThat(find(Anchor.class).withText("Open").all()).hasSize(50);
        assertThat(find(Button.class).withText("Show more").exists()).isFalse();
    }

    @Test
    void saysThatThereAreNoAttemptsYet() {
        navigate(AttemptsView.class);

        assertThat(find(H2.class).withText("No attempts yet").exists()).isTrue();
    }

    private void putAttempts(int count) {
        for (var row = 0; row < count; row++) {
            attempts.put(Samples.another(new AttemptId(new UUID(1, row)), Samples.anEndedAttempt(Samples.passed())));
        }
    }
}
