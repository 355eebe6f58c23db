package dev.slipway.ui.account;

import dev.slipway.shared.PlatformProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** The secret that signs remembered sign-ins: made on the first run, kept in the data folder, readable by us alone. */
@Component
final class SignInKey {
    /** As many as HMAC-SHA-256 uses. */
    private static final int LENGTH = 32;

    private final byte[] bytes;

    SignInKey(PlatformProperties platform, RandomGenerator randomness) {
        var file = platform.data().resolve("sign-in.key");
        try {
            bytes = Files.exists(file) ? Files.readAllBytes(file) : make(file, randomness);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make " + file, e);
        }
        if (bytes.length != LENGTH) {
            throw new IllegalStateException(file + " is damaged. Remove it; everybody will have to sign in again.");
        }
    }

    /** Written beside and moved into place, so that a killed start leaves no half of a key. */
    private static byte[] make(Path file, RandomGenerator randomness) throws IOException {
        var made = new byte[LENGTH];
        randomness.nextBytes(made);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(draft, made);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
