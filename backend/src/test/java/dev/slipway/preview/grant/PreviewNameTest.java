package dev.slipway.preview.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.shared.NodeName;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewNameTest {

    @Property
    void whatIsWrittenIsRead(
            @ForAll @IntRange(min = 1, max = 65535) int port,
            @ForAll("nodes") String node,
            @ForAll @StringLength(10) @CharRange(from = 'a', to = 'z') String grant) {
        var name = new PreviewName(port, new NodeName(node), grant);

        assertThat(PreviewName.parse(name.toString())).contains(name);
        assertThat(name.toString()).hasSizeLessThanOrEqualTo(63);
    }

    @Provide
    Arbitrary<String> nodes() {
        return Arbitraries.of("node1", "worker-2", "a", "a--b", "manager-8080-x", "p8080-node1", "n".repeat(32));
    }

    @Property
    void whatIsReadIsWrittenTheSame(@ForAll("labels") String label) {
        PreviewName.parse(label).ifPresent(name -> assertThat(name).hasToString(label));
    }

    @Provide
    Arbitrary<String> labels() {
        return Arbitraries.strings()
                .withChars("p0189-abz.AZ_ \u0000é")
                .ofMinLength(1)
                .ofMaxLength(30)
                .map(text -> "p" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "p",
                "p8080",
                "p8080-node1",
                "p8080-node1-",
                "p8080-node1-short",
                "p8080-node1-abcdefghijk",
                "p08080-node1-abcdefghij",
                "p0-node1-abcdefghij",
                "p65536-node1-abcdefghij",
                "p99999-node1-abcdefghij",
                "p8080--abcdefghij",
                "p8080-node1--abcdefghij",
                "P8080-node1-abcdefghij",
                "x8080-node1-abcdefghij",
                "p8080-node1-abcdefghij.p8080-node1-abcdefghij",
                "p8080-node1-abcdefghij\n"
            })
    void anythingElseIsNobody(String label) {
        assertThat(PreviewName.parse(label)).isEqualTo(Optional.empty());
    }
}
