package dev.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabLintCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void findsNothingWrongWithOurOwnLabs() {
        assertThat(lint(Path.of("..", "labs", "containers"))).isZero();
        assertThat(printed.toString(UTF_8)).contains("No problems.");
    }

    @Test
    void namesTheLineOfAProblem() throws IOException {
        Files.writeString(folder.resolve("lab.yaml"), "id: broken\nversionn: 1.0.0\n");

        assertThat(lint(folder)).isEqualTo(1);
        assertThat(printed.toString(UTF_8)).contains("lab.yaml:2:1", "versionn");
    }

    @Test
    void saysWhichFolderIsMissing() {
        assertThat(lint(folder.resolve("nowhere"))).isEqualTo(2);
        assertThat(printed.toString(UTF_8)).contains("nowhere");
    }

    @Test
    void comparesImagesWithWhatTheImageStoreHolds() throws IOException {
        var images = Files.writeString(
                folder.resolve("images.json"),
                "{\"node\":\"node\",\"store\":\"store\",\"catalog\":[\"busybox:latest\"]}");

        assertThat(lint(Path.of("..", "labs", "containers"), "--images", images.toString()))
                .isZero();
        assertThat(printed.toString(UTF_8)).contains("publish-a-port/lab.yaml:11:10 [missing-image]", "`httpd`");
    }

    @Test
    void saysThatImagesAreNotComparedIfNobodyKnowsThem() {
        assertThat(lint(Path.of("..", "labs", "containers"), "--images", "nowhere.json"))
                .isZero();
        assertThat(printed.toString(UTF_8)).contains("are not compared: nowhere.json", "No problems.");
    }

    @Test
    void isMeantByItsNameAlone() {
        assertThat(LabLintCommand.isMeant(List.of("lab", "lint", "labs"))).isTrue();
        assertThat(LabLintCommand.isMeant(List.of("--server.port=80"))).isFalse();
    }

    private int lint(Path path, String... options) {
        var arguments = new ArrayList<>(List.of("lab", "lint", path.toString()));
        arguments.addAll(List.of(options));
        return LabLintCommand.run(arguments, new PrintStream(printed, true, UTF_8));
    }
}
