package dev.slipway.proof.typing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScreenTextTest {
    private final ScreenText screen = new ScreenText();

    @Test
    void leavesOutColoursTitlesAndModes() {
        add("\033]0;node1\007\033[?2004h\033[1;36mroot@node1\033[0m:\033[34m~\033[0m# ");

        assertThat(screen.text()).isEqualTo("root@node1:~# ");
    }

    @Test
    void writesOverALineThatIsReturnedTo() {
        add("layer  10%\rlayer 100%\r\ndone\r\n");

        assertThat(screen.text()).isEqualTo("layer 100%\ndone\n");
    }

    @Test
    void takesBackWhatIsErased() {
        add("dockre\b\b\033[Ker");

        assertThat(screen.text()).isEqualTo("docker");
    }

    @Test
    void countsLinesThatAreNoLongerKept() {
        add("a line of some length that fills the screen quite soon\n".repeat(10_000));

        assertThat(screen.newlines()).isEqualTo(10_000);
        assertThat(screen.text().length()).isLessThan(200_000);
    }

    @Property
    void readsTheSameTextHoweverItIsCut(@ForAll @IntRange(min = 1, max = 7) int size) {
        var pieces = new ScreenText();
        var bytes = "Größe: 5 €, fertig ✓ 𝄞\r\n\033[31mrot\033[0m".getBytes(UTF_8);

        for (var i = 0; i < bytes.length; i += size) {
            pieces.add(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + size)));
        }

        assertThat(pieces.text()).isEqualTo("Größe: 5 €, fertig ✓ 𝄞\nrot");
    }

    private void add(String output) {
        screen.add(output.getBytes(UTF_8));
    }
}
