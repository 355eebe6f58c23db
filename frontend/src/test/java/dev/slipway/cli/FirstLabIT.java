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

/** Follows {@code docs/authoring/first-lab.md} to the letter, from an empty folder to a lab proven on real machines. */
class FirstLabIT {
    private static final Path GUIDE = Path.of("..", "docs", "authoring", "first-lab.md");
    private static final Path JAR = Path.of("target", "slipway", "slipway.jar");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)( \\{file})?\n(.*?)^```$");
    private static final Pattern WRITE = Pattern.compile("(?s).*Write `([^`]+)`");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private String output = "";

    /** One block of the guide, with the text before it. */
    private record Block(String before, String language, boolean file, String content) {

        boolean isCommand() {
            return language.equals("bash") && !file;
        }

        boolean isOutput() {
            return language.equals("text");
        }
    }

    /** In place of the script, which starts the engine and calls the jar with the same words. */
    @BeforeEach
    void provideSlipway() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var script = "#!/bin/sh\nexec %s --enable-native-access=ALL-UNNAMED %s %s -jar %s \"$@\"\n"
                .formatted(
                        java,
                        setting("slipway.engine.socket", "slipway.engine.socket"),
                        setting("slipway.images", "slipway.sandbox.images-file"),
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
                .as("a file is named before: %s", block.content())
                .isTrue();
        Files.writeString(folder.resolve(named.group(1)), block.content());
    }

    /** In one line of the output, however it is spaced; an ellipsis stands for anything. */
    private void hasBeenPrinted(String line) {
        var wanted =
                Stream.of(line.strip().split("[…\\s]+")).map(Pattern::quote).collect(joining(".*"));
        assertThat(output.lines()).as(output).anyMatch(Pattern.compile(wanted).asPredicate());
    }
}
