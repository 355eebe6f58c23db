package dev.slipway.check.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DnsMessageTest {
    /** A response with an alias and two addresses, as dnsmasq sends it. */
    private static final String ANSWER = "0051 8580 0001 0003 0000 0000 03776562 0473686f70 00 0001 0001"
            + "c00c 0005 0001 0000003c 0007 046c616d70 c010"
            + "c026 0001 0001 0000003c 0004 ac1e0009"
            + "c026 0001 0001 0000003c 0004 ac1e0002";

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    @Example
    void asksForTheAddressesOfAName() throws IOException {
        assertThat(DnsMessage.query("web.shop"))
                .isEqualTo(bytes("001a 0051 0100 0001 0000 0000 0000 03776562 0473686f70 00 0001 0001"));
    }

    @Example
    void readsAddressesBehindAnAlias() throws IOException {
        assertThat(DnsMessage.addresses(bytes(ANSWER))).containsExactly("172.30.0.2", "172.30.0.9");
    }

    @Example
    void refusesWhatIsNoAnswer() {
        assertThatThrownBy(() -> DnsMessage.addresses("HTTP/1.1 400 Bad Request".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IOException.class);
    }

    @Property(tries = 500)
    void everythingElseIsNoAnswerEither(@ForAll byte[] bytes) {
        try {
            assertThat(DnsMessage.addresses(bytes)).isNotNull();
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("not an answer");
        }
    }
}
