package dev.slipway.ui.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.sandbox.SandboxAlarms.Alarm;
import dev.slipway.shared.SandboxId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmListTest {
    private final List<Alarm> current = new ArrayList<>();
    private final AlarmList alarms = new AlarmList(() -> current);

    @Test
    void namesWhatCannotBeRemovedAndWhatToDo() {
        current.add(new Alarm(new SandboxId("abcd1234"), Instant.EPOCH, 3, "remove node: no answer in time"));

        alarms.show();

        assertThat(alarms.isVisible()).isTrue();
        assertThat(alarms.getElement().getTextRecursively())
                .contains("abcd1234", "no answer in time", "docker restart slipway-engine");
    }

    @Test
    void isNotThereWhileAllIsWell() {
        alarms.show();

        assertThat(alarms.isVisible()).isFalse();
    }
}
