package dev.slipway.check.gather;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.fact.FileFact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

class TarFileTest {
    private static final int BLOCK = 512;
    private static final int SIZE_AT = 124;
    private static final List<Integer> LONG_NAMES =
            List.of(TarArchiveOutputStream.LONGFILE_POSIX, TarArchiveOutputStream.LONGFILE_GNU);

    /** Returns a header, written by hand, and its content in full blocks. */
    private static byte[] archive(char type, String link, String content) {
        var bytes = content.getBytes(UTF_8);
        var archive = new byte[BLOCK + (bytes.length + BLOCK - 1) / BLOCK * BLOCK];
        put(archive, 0, "name");
        put(archive, SIZE_AT, "%011o".formatted(bytes.length));
        archive[156] = (byte) type;
        put(archive, 157, link);
        System.arraycopy(bytes, 0, archive, BLOCK, bytes.length);
        return archive;
    }

    private static byte[] archiveOfSize(String size) {
        var archive = archive('0', "", "hello");
        put(archive, SIZE_AT, size);
        return archive;
    }

    private static void put(byte[] archive, int at, String text) {
        var bytes = text.getBytes(ISO_8859_1);
        System.arraycopy(bytes, 0, archive, at, bytes.length);
    }

    /** Returns an extended header with one record. */
    private static byte[] extended(String keyAndValue) {
        var length = keyAndValue.length() + 3;
        while (Integer.toString(length).length() + keyAndValue.length() + 2 != length) {
            length++;
        }
        return archive('x', "", length + " " + keyAndValue + "\n");
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Returns an archive with one entry, as the library writes it. */
    private static byte[] written(TarArchiveEntry entry, byte[] content, int longNames) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new TarArchiveOutputStream(bytes, UTF_8.name())) {
            out.setLongFileMode(longNames);
            out.putArchiveEntry(entry);
            out.write(content);
            out.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static TarFile first(byte[] archive, int limit) {
        return TarFile.firstOf(archive, limit).orElseThrow();
    }

    private static FileFact text(String text, boolean truncated) {
        return new FileFact(FileFact.Kind.FILE, text, truncated);
    }

    @Example
    void readsAFile() {
        assertThat(first(archive('0', "", "grüß dich\n"), 100).fact()).isEqualTo(text("grüß dich\n", false));
        assertThat(first(archive('\0', "", "old"), 100).fact()).isEqualTo(text("old", false));
        assertThat(first(archive('0', "", ""), 100).fact()).isEqualTo(text("", false));
    }

    @Example
    void readsFilesAndLinksWithLongNames() throws IOException {
        for (var longNames : LONG_NAMES) {
            var name = "folder/".repeat(40) + "name";
            var file = new TarArchiveEntry(name);
            file.setSize(5);
            var link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
            link.setLinkName("../" + name);

            assertThat(first(written(file, "hello".getBytes(UTF_8), longNames), 100)
                            .fact())
                    .isEqualTo(text("hello", false));
            assertThat(first(written(link, new byte[0], longNames), 100).link()).contains("../" + name);
        }
    }

    @Example
    void refusesLinksThatAreLongerThanPathsCanBe() {
        assertThat(TarFile.firstOf(joined(extended("linkpath=" + "x".repeat(4096)), archive('2', "y", "")), 10))
                .isPresent();
        assertThat(TarFile.firstOf(joined(extended("linkpath=" + "x".repeat(4097)), archive('2', "y", "")), 10))
                .isEmpty();
    }

    @Example
    void skipsExtendedHeaders() {
        var archive =
                joined(archive('g', "", "9 a=bcde\n"), extended("path=a-very-long-name"), archive('0', "", "hello"));

        assertThat(first(archive, 100).fact()).isEqualTo(text("hello", false));
    }

    @Example
    void cutsLongFilesAndSaysSo() {
        assertThat(first(archive('0', "", "x".repeat(2000)), 1000).fact()).isEqualTo(text("x".repeat(1000), true));
        assertThat(first(archive('0', "", "x".repeat(1000)), 1000).fact()).isEqualTo(text("x".repeat(1000), false));
    }

    @Property
    void readsWhatAnArchiveHasThatEndsAnywhere(@ForAll @IntRange(max = 2600) int length) {
        var whole = joined(extended("path=name"), archive('0', "", "x".repeat(1000)));

        var file = TarFile.firstOf(Arrays.copyOf(whole, Math.min(length, whole.length)), 5000);

        var content = Math.clamp(length - 3 * BLOCK, 0, 1000);
        if (length < 3 * BLOCK) {
            assertThat(file).isEmpty();
        } else {
            assertThat(file.orElseThrow().fact()).isEqualTo(text("x".repeat(content), content < 1000));
        }
    }

    @Example
    void tellsDirectoriesLinksAndDevices() {
        assertThat(first(archive('5', "", ""), 10).fact().kind()).isEqualTo(FileFact.Kind.DIRECTORY);
        assertThat(first(archive('2', "notes/hello.txt", ""), 10).link()).contains("notes/hello.txt");
        for (var type : List.of('1', '3', '4', '6', '7')) {
            var other = first(archive(type, "", ""), 10);

            assertThat(other).isEqualTo(new TarFile(FileFact.of(FileFact.Kind.OTHER), Optional.empty()));
        }
    }

    @Example
    void findsNothingInAnEmptyArchive() {
        assertThat(TarFile.firstOf(new byte[0], 100)).isEmpty();
        assertThat(TarFile.firstOf(new byte[20 * BLOCK], 100)).isEmpty();
    }

    @Example
    void refusesSizesThatAreNotSizes() {
        assertThat(TarFile.firstOf(archiveOfSize("-0000000005"), 100)).isEmpty();
        assertThat(TarFile.firstOf(archiveOfSize("0000000hey!"), 100)).isEmpty();
        assertThat(TarFile.firstOf(archiveOfSize("\u00ff".repeat(12)), 100))
                .as("-1 in base 256")
                .isEmpty();
        assertThat(TarFile.firstOf(joined(extended("size=-5"), archive('0', "", "hello")), 100))
                .isEmpty();
        assertThat(TarFile.firstOf(joined(extended("size=9".repeat(30)), archive('0', "", "hello")), 100))
                .isEmpty();
    }

    @Example
    void keepsNoMoreThanThereIsOfAFileThatClaimsToBeHuge() {
        var huge = archiveOfSize("\u0080\0\0\0\u007f" + "\u00ff".repeat(7));

        assertThat(first(huge, 100).fact().truncated()).isTrue();
        assertThat(first(huge, 100).fact().text()).startsWith("hello").hasSize(100);
        assertThat(first(huge, Integer.MAX_VALUE).fact().text()).hasSize(BLOCK);
    }

    @Example
    void refusesExtendedHeadersLargerThanTheArchive() {
        for (var type : List.of('x', 'g', 'L', 'K')) {
            var header = archive(type, "", "2147483647 path=name\n");
            put(header, SIZE_AT, "77777777777");

            assertThat(TarFile.firstOf(joined(header, archive('0', "", "hello")), 100))
                    .isEmpty();
            assertThat(TarFile.firstOf(joined(header, "path".getBytes(UTF_8)), 100))
                    .isEmpty();
        }
        assertThat(TarFile.firstOf(joined(archive('x', "", "2147483647 a=b\n"), archive('0', "", "hello")), 100))
                .isEmpty();
    }

    @Example
    void refusesHeadersWithoutEnd() {
        for (var type : List.of('x', 'g', 'L', 'K')) {
            var header = archive(type, "", "9 a=bcde\n");
            var headers = new byte[100_000 * header.length];
            for (var at = 0; at < headers.length; at += header.length) {
                System.arraycopy(header, 0, headers, at, header.length);
            }

            assertThat(TarFile.firstOf(headers, 100)).isEmpty();
        }
    }

    @Example
    void readsNoSparseFile() {
        var old = archive('S', "", "hello");
        put(old, 386, "00000000000");
        put(old, 398, "00000000005");
        put(old, 483, "\u0080\0\0\0\u007f" + "\u00ff".repeat(7));
        var recent = joined(archive('x', "", """
                        22 GNU.sparse.major=1
                        22 GNU.sparse.minor=0
                        34 GNU.sparse.realsize=2000000000
                        """), archive('0', "", "1\n0\n5\n" + "\0".repeat(BLOCK - 6) + "hello"));

        assertThat(first(old, 100).fact()).isEqualTo(FileFact.of(FileFact.Kind.OTHER));
        assertThat(first(recent, 100).fact()).isEqualTo(FileFact.of(FileFact.Kind.OTHER));
    }

    @Property(tries = 500)
    void neverThrows(@ForAll byte[] anything) {
        assertThat(TarFile.firstOf(anything, 100))
                .satisfiesAnyOf(t -> assertThat(t).isEmpty(), t -> assertThat(t).isPresent());
    }

    @Property(tries = 2000)
    void neverThrowsOnDamagedHeaders(
            @ForAll byte damage,
            @ForAll @IntRange(max = 3000) int at,
            @ForAll byte more,
            @ForAll @IntRange(max = 3000) int there) {
        var archive = joined(archive('L', "", "x".repeat(300)), extended("size=3"), archive('0', "", "hello"));
        archive[at % archive.length] = damage;
        archive[there % archive.length] = more;

        var file = TarFile.firstOf(archive, 100);

        assertThat(file.map(found -> found.fact().text().length()).orElse(0)).isLessThanOrEqualTo(100);
    }
}
