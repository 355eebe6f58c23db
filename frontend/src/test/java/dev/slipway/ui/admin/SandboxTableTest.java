package dev.slipway.ui.admin;

import static dev.slipway.ui.testing.Samples.ADMINISTRATOR;
import static dev.slipway.ui.testing.Samples.LEARNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.Account;
import dev.slipway.account.CurrentAccount;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.shared.AttemptId;
import dev.slipway.ui.account.OneAccount;
import dev.slipway.ui.component.ShowMore;
import dev.slipway.ui.testing.FakeAttempts;
import dev.slipway.ui.testing.FakeLabs;
import dev.slipway.ui.testing.FakeModules;
import dev.slipway.ui.testing.Samples;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SandboxTableTest {
    private final FakeAttempts attempts = new FakeAttempts();
    private final FakeLabs labs = new FakeLabs();
    private final SandboxTable table = new SandboxTable(
            attempts,
            attempts,
            new SandboxNames(new OneAccount(), attempts, labs),
            signedIn(ADMINISTRATOR),
            Clock.fixed(Samples.NOW, ZoneOffset.UTC));

    private static CurrentAccount signedIn(Account account) {
        var current = new FakeModules.SignedIn();
        current.become(account);
        return current;
    }

    @Test
    void namesOwnersAndLabsWithOneQuestionForAllRows() {
        labs.add(Samples.aLab());
        attempts.put(Samples.anAttempt(new SandboxState.Ready(), Samples.open()));
        putAttempts(2);

        table.show();

        assertThat(table.getElement().getTextRecursively())
                .contains(
                        "Sandboxes: 3 running, 0 waiting",
                        LEARNER.name(),
                        Samples.aLab().title());
        assertThat(attempts.asked).containsOnlyOnce("labs");
    }

    @Test
    void countsSandboxesThatAreNotShownYet() {
        putAttempts(60);

        table.show();

        assertThat(table.getElement().getTextRecursively()).contains("Sandboxes: 60 running");
        assertThat(table.getChildren().filter(ShowMore.class::isInstance))
                .singleElement()
                .matches(more -> more.isVisible());
    }

    private void putAttempts(int count) {
        for (var row = 0; row < count; row++) {
            attempts.put(Samples.another(
                    new AttemptId(new UUID(1, row)), Samples.anAttempt(new SandboxState.Ready(), Samples.open())));
        }
    }
}
