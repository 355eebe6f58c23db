package dev.slipway.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows {@code docs/authoring/first-lab.md} literally, from an empty folder to a lab that is proved in real
 * sandboxes.
 */
class FirstLabIT {
    private static final Path GUIDE = Path.of("..", "docs", "authoring", "first-lab.md");
    private static final Path JAR = Path.of("target", "slipway", "slipway.jar");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)( \\{file})?\n(.*?)^```$");
    private static final Pattern WRITE = Pattern.compile("(?s).*Write `([^`]+)`");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private String output = "";

    /** A block of the guide, with the text before it. */
    private record Block(String before, String language, boolean file, String content) {

        boolean isCommand() {
            return language.equals("bash") && !file;
        }

        boolean isOutput() {
            return language.equals("text");
        }
    }

    /**
     * Writes a script that replaces {@code ./slipway}. The real one starts the engine, then calls the jar with the same
     * arguments.
     */
    @BeforeEach
    void provideSlipway() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var script = "#!/bin/sh\nexec %s --enable-native-access=ALL-UNNAMED %s %s %s -jar %s \"$@\"\n"
                .formatted(
                        java,
                        setting("slipway.engine.socket", "slipway.engine.socket"),
                        setting("slipway.images", "slipway.sandbox.images-file"),
                        setting("slipway.agents.folder", "slipway.agents.folder"),
                        JAR.toAbsolutePath());
        var file = Files.writeString(folder.resolve("slipway"), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String setting(String ofTest, String ofPlatform) {
        var value = System.getProperty(ofTest, "");
        return value.isEmpty() ? "" : "-D" + ofPlatform + "=" + value;
    }

    @Test
    void leadsToAProvenLab() throws IOException, InterruptedException {
        for (var block : blocks()) {
            if (block.isCommand()) {
                run(block.content());
            } else if (block.isOutput()) {
                block.content().lines().forEach(this::hasBeenPrinted);
            } else {
                write(block);
            }
        }
        assertThat(output).contains("3 hold, 0 do not.");
    }

    private static List<Block> blocks() throws IOException {
        var guide = Files.readString(GUIDE);
        var found = new ArrayList<Block>();
        var fences = FENCE.matcher(guide);
        var end = 0;
        while (fences.find()) {
            found.add(new Block(
                    guide.substring(end, fences.start()), fences.group(1), fences.group(2) != null, fences.group(3)));
            end = fences.end();
        }
        return found;
    }

    private void run(String commands) throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
    }

    private void write(Block block) throws IOException {
        var named = WRITE.matcher(block.before());
        assertThat(named.lookingAt())
                .as("the text before this block names a file: %s", block.content())
                .isTrue();
        Files.writeString(folder.resolve(named.group(1)), block.content());
    }

    /** Asserts that a line of the output matches. Spacing is ignored; an ellipsis matches any text. */
    private void hasBeenPrinted(String line) {
        var wanted =
                Stream.of(line.strip().split("[…\\s]+")).map(Pattern::quote).collect(joining(".*"));
        assertThat(output.lines()).as(output).anyMatch(Pattern.compile(wanted).asPredicate());
    }
}
