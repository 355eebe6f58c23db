package dev.slipway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VariablesTest {
    private static final Map<String, String> VALUES = Map.of("WORD", "ba$1kolu", "PORT", "8080");

    @Test
    void fillsKnownVariablesAndLeavesOthers() {
        assertThat(Variables.fill("${WORD}:${PORT} ${HOME} $${WORD} $WORD", VALUES))
                .isEqualTo("ba$1kolu:8080 ${HOME} ${WORD} $WORD");
    }

    @Test
    void fillsJsonAndMakesNumbersOfPorts() {
        var json = JsonMapper.shared().readTree("""
                {"port": "${PORT}", "path": "/${PORT}/${WORD}", "list": ["${WORD}", 1, true, null]}
                """);

        assertThat(Variables.fill(json, VALUES))
                .hasToString("{\"port\":8080,\"path\":\"/8080/ba$1kolu\",\"list\":[\"ba$1kolu\",1,true,null]}");
    }

    @Test
    void namesWhatATextRefersTo() {
        assertThat(Variables.namesIn("${B} ${A} ${B} $${C} ${lower}")).containsExactly("B", "A");
    }
}
