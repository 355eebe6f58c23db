package dev.slipway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.database.OnBothDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
@OnBothDatabases
class FirstRunTest {
    @TempDir
    Path folder;

    @Test
    void givesAnEmptyDatabaseOneAccountPerRoleAndTellsTheSecretsInAPrivateFile(CapturedOutput output)
            throws IOException {
        var data = folder.resolve("made/on/demand");

        try (var _ = RunningAccounts.on(data)) {
            var file = data.resolve("credentials");
            var credentials = read(file);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(credentials.get("url").asString()).isEqualTo("http://school.test:8080");
            assertThat(credentials.get("accounts").findValuesAsString("role"))
                    .containsExactly("administrator", "instructor", "grader", "learner");
            assertThat(credentials.get("accounts").findValuesAsString("email"))
                    .containsExactly(
                            "admin@slipway.local",
                            "instructor@slipway.local",
                            "grader@slipway.local",
                            "learner@slipway.local");
            assertThat(credentials.get("accounts").findValuesAsString("password"))
                    .doesNotHaveDuplicates()
                    .allMatch(password -> password.matches("[a-z]{5}(-[a-z]{5}){3}"))
                    .noneMatch(output.getAll()::contains);
            assertThat(credentials.get("accounts").findValuesAsString("token"))
                    .doesNotHaveDuplicates()
                    .allMatch(token -> token.matches("slipway_[A-Za-z0-9_-]{43}"))
                    .noneMatch(output.getAll()::contains);
            try (var files = Files.list(data)) {
                assertThat(files).containsExactly(file);
            }
        }
    }

    @Test
    void makesTheAdministratorAloneWithoutDemo() throws IOException {
        try (var _ = RunningAccounts.on(folder, "--slipway.account.demo=false")) {
            assertThat(read(folder.resolve("credentials")).get("accounts").findValuesAsString("role"))
                    .containsExactly("administrator");
        }
    }

    @Test
    void leavesADatabaseWithAccountsAlone() throws IOException {
        var database = UUID.randomUUID().toString();
        try (var _ = RunningAccounts.on(database, folder)) {
            Files.delete(folder.resolve("credentials"));
        }

        try (var _ = RunningAccounts.on(database, folder)) {
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void createsNothingWhenTheSecretsCannotBeWrittenAndTriesAgainNextTime() throws IOException {
        var database = UUID.randomUUID().toString();
        var blocked = Files.writeString(folder.resolve("file"), "in the way");
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> RunningAccounts.on(database, blocked).close())
                .havingRootCause()
                .isInstanceOf(IOException.class);

        var data = folder.resolve("data");
        try (var _ = RunningAccounts.on(database, data)) {
            assertThat(read(data.resolve("credentials")).get("accounts")).hasSize(4);
        }
    }

    @Test
    void takesTheAdministratorsPasswordFromAFileAndDoesNotCopyIt() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "chosen by the owner\n");
        var data = folder.resolve("data");

        try (var accounts = RunningAccounts.on(data, "--slipway.account.administrator-password-file=" + secret)) {
            assertThat(Files.readString(data.resolve("credentials"))).doesNotContain("chosen by the owner");
            assertThat(BySignInForm.signIn(accounts, "admin@slipway.local", "chosen by the owner")
                            .isAuthenticated())
                    .isTrue();
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }
}
