package dev.slipway.check.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.fact.PropertyFact.Entry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EngineTraitsTest {
    @Test
    void kernelIsTheReleaseThatTheEngineSays() {
        var info = JsonMapper.shared().readTree("""
                {"KernelVersion": "6.12.9-amd64", "ServerVersion": "26.1.5"}""");

        assertThat(EngineTraits.KERNEL.reader().read(info, info)).containsExactly(new Entry("", "6.12.9-amd64"));
    }
}
