package dev.slipway.check.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.fact.FileFact;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TarFileTest {

    static byte[] archive(char type, String link, String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var archive = new byte[512 + (bytes.length + 511) / 512 * 512];
        put(archive, 0, "name");
        put(archive, 124, "%011o".formatted(bytes.length));
        archive[156] = (byte) type;
        put(archive, 157, link);
        System.arraycopy(bytes, 0, archive, 512, bytes.length);
        return archive;
    }

    private static void put(byte[] archive, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, archive, at, bytes.length);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Example
    void readsAFile() {
        var file = TarFile.firstOf(archive('0', "", "grüß dich\n"), 100).orElseThrow();

        assertThat(file.fact()).isEqualTo(new FileFact(FileFact.Kind.FILE, "grüß dich\n", false));
    }

    @Example
    void skipsExtendedHeaders() {
        var archive = joined(archive('x', "", "30 path=a-very-long-name\n"), archive('0', "", "hello"));

        assertThat(TarFile.firstOf(archive, 100).orElseThrow().fact().text()).isEqualTo("hello");
    }

    @Example
    void cutsLongFilesAndSaysSo() {
        var file = TarFile.firstOf(archive('0', "", "x".repeat(2000)), 1000).orElseThrow();
        var torn = TarFile.firstOf(Arrays.copyOf(archive('0', "", "x".repeat(2000)), 700), 1000)
                .orElseThrow();

        assertThat(file.fact().text()).hasSize(1000);
        assertThat(file.fact().truncated()).isTrue();
        assertThat(torn.fact().text()).hasSize(188);
        assertThat(torn.fact().truncated()).isTrue();
    }

    @Example
    void tellsDirectoriesAndLinks() {
        assertThat(TarFile.firstOf(archive('5', "", ""), 10)
                        .orElseThrow()
                        .fact()
                        .kind())
                .isEqualTo(FileFact.Kind.DIRECTORY);
        assertThat(TarFile.firstOf(archive('2', "notes/hello.txt", ""), 10)
                        .orElseThrow()
                        .link())
                .contains("notes/hello.txt");
    }

    @Property(tries = 500)
    void neverThrows(@ForAll byte[] anything) {
        assertThat(TarFile.firstOf(anything, 100))
                .satisfiesAnyOf(t -> assertThat(t).isEmpty(), t -> assertThat(t).isPresent());
    }

    @Property(tries = 500)
    void neverThrowsOnDamagedHeaders(@ForAll byte damage, @ForAll short at) {
        var archive = archive('x', "", "hello");
        archive[Math.floorMod(at, archive.length)] = damage;

        assertThat(TarFile.firstOf(archive, 100))
                .satisfiesAnyOf(t -> assertThat(t).isEmpty(), t -> assertThat(t).isPresent());
    }
}
