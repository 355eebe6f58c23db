package dev.slipway.terminal.recording;

import dev.slipway.platform.PlatformProperties;
import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.Recording;
import dev.slipway.terminal.RecordingId;
import dev.slipway.terminal.TerminalKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Folder of the recordings: {@code recordings/<sandbox>/<node>-<n>-<start>.cast} in the platform's data folder.
 * Recordings exist only as these files, not in the database (decision 6).
 */
@Component
final class RecordingFolder {
    private static final String SUFFIX = ".cast";

    private final Path root;

    RecordingFolder(PlatformProperties platform) {
        this.root = platform.data().resolve("recordings");
    }

    Path path(RecordingId id) {
        var sandbox = id.terminal().sandbox() + "-";
        return folder(id.terminal().sandbox()).resolve(id.toString().substring(sandbox.length()) + SUFFIX);
    }

    /**
     * Returns the path of a recording's file. Creates the folder of the file, which only the platform's system user may
     * read.
     */
    Path make(RecordingId id) throws IOException {
        var path = path(id);
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(path.getParent(), onlyOwner);
        return path;
    }

    Optional<Recording> find(RecordingId id) {
        try {
            var attributes = Files.readAttributes(path(id), BasicFileAttributes.class);
            return Optional.of(new Recording(id, attributes.lastModifiedTime().toInstant(), attributes.size()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the recordings of a sandbox, oldest first. */
    List<Recording> of(SandboxId sandbox) {
        return entries(folder(sandbox)).stream()
                .map(file -> sandbox + "-" + file.getFileName())
                .filter(name -> name.endsWith(SUFFIX))
                .map(name -> RecordingId.parse(name.substring(0, name.length() - SUFFIX.length())))
                .flatMap(Optional::stream)
                .sorted()
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<Recording> latest(TerminalKey terminal) {
        return of(terminal.sandbox()).stream()
                .filter(recording -> recording.id().terminal().equals(terminal))
                .max(Comparator.comparing(Recording::id));
    }

    long bytes(SandboxId sandbox) {
        return of(sandbox).stream().mapToLong(Recording::bytes).sum();
    }

    /** Returns the number of free bytes on the disk. */
    long free() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    /** Returns the sandboxes that have a folder for recordings. */
    List<SandboxId> sandboxes() {
        return entries(root).stream()
                .map(folder -> folder.getFileName().toString())
                .filter(name -> name.matches("[a-z0-9]{8}"))
                .map(SandboxId::new)
                .toList();
    }

    void delete(RecordingId id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    void deleteIfEmpty(SandboxId sandbox) throws IOException {
        if (entries(folder(sandbox)).isEmpty()) {
            Files.deleteIfExists(folder(sandbox));
        }
    }

    private Path folder(SandboxId sandbox) {
        return root.resolve(sandbox.value());
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
