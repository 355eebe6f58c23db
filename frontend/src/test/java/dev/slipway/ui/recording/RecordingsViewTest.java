package dev.slipway.ui.recording;

import static dev.slipway.ui.testing.Samples.ATTEMPT;
import static dev.slipway.ui.testing.Samples.LEARNER;
import static dev.slipway.ui.testing.Samples.NODE;
import static dev.slipway.ui.testing.Samples.NOW;
import static dev.slipway.ui.testing.Samples.OTHER_LEARNER;
import static dev.slipway.ui.testing.Samples.aLab;
import static dev.slipway.ui.testing.Samples.anEndedAttempt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.Recording;
import dev.slipway.terminal.RecordingId;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.ui.component.EmptyState;
import dev.slipway.ui.component.Table;
import dev.slipway.ui.testing.FakeAttempts;
import dev.slipway.ui.testing.FakeLabs;
import dev.slipway.ui.testing.FakeModules;
import dev.slipway.ui.testing.FakeRecordings;
import dev.slipway.ui.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = FakeModules.class)
@ViewPackages(packages = "dev.slipway.ui")
class RecordingsViewTest extends SpringBrowserlessTest {
    @Autowired
    private FakeLabs labs;

    @Autowired
    private FakeAttempts attempts;

    @Autowired
    private FakeRecordings recordings;

    @Autowired
    private FakeModules.SignedIn signedIn;

    @BeforeEach
    void reset() {
        labs.clear();
        labs.add(aLab());
        attempts.clear();
        attempts.put(anEndedAttempt(Samples.passed()));
        recordings.clear();
        signedIn.become(LEARNER);
    }

    private void open() {
        navigate(RecordingsView.class, ATTEMPT.toString());
    }

    @Test
    void listsWhatWasRecordedAndPlaysIt() {
        var id = new RecordingId(new TerminalKey(new SandboxId("abcd1234"), NODE, 2), NOW);
        recordings.recorded.add(new Recording(id, NOW.plusSeconds(125), 2048));
        open();

        assertThat(find(H1.class).single().getText()).isEqualTo("Recordings of “Publish a port”");
        assertThat(find(Table.class).single().getElement().getTextRecursively()).contains("node1 · 2", "2 min", "2 KB");
        test(find(Button.class).withText("Play").single()).click();

        var player = find(Player.class).single();
        assertThat(player.isVisible()).isTrue();
        assertThat(player.getElement().getAttribute("src")).contains(id + ".cast");
        assertThat(player.getElement().getAttribute("aria-label")).isEqualTo("Recording of node1 · 2");
    }

    @Test
    void saysWhenNothingWasRecorded() {
        open();

        assertThat(find(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Nothing was recorded");
        assertThat(find(Table.class).exists()).isFalse();
    }

    @Test
    void hidesForeignAttemptsAsIfTheyDidNotExist() {
        signedIn.become(OTHER_LEARNER);

        assertThatThrownBy(this::open).isInstanceOf(IllegalArgumentException.class);
    }
}
