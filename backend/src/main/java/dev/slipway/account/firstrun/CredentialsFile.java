package dev.slipway.account.firstrun;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file with the accounts of the first run, for the administrator of the machine. Only the system user that runs the
 * platform can read the file.
 */
record CredentialsFile(URI url, List<Entry> accounts) {

    /**
     * An account in the file.
     *
     * @param password absent if the administrator provided the password in a file of their own
     */
    @JsonInclude(Include.NON_NULL)
    record Entry(String role, String email, @Nullable String password, String token) {
        @Override
        public String toString() {
            return "Entry[role=" + role + ", email=" + email + ", secrets hidden]";
        }
    }

    /**
     * Replaces the file in one step, so that a reader finds the complete new file, the old file or no file, but never a
     * part.
     */
    void write(Path file) throws IOException {
        var bytes =
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(folder, ".credentials", ".tmp", ownerOnly);
        try {
            try (var channel = FileChannel.open(draft, Set.of(StandardOpenOption.WRITE))) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
