package dev.slipway.lab.folder;

import dev.slipway.lab.LabProblem;
import dev.slipway.lab.SourcePosition;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a lab's folder at the time when the folder was read. The disk is not read afterwards, so no path in a
 * lab can lead out of its folder. Symbolic links are reported, not followed.
 *
 * @param label name of the folder that problems show, such as {@code containers/publish-a-port}
 * @param files contents of the files by their path relative to the folder, with {@code /} as separator
 */
record LabFolder(String label, String name, SortedMap<String, byte[]> files, List<LabProblem> problems) {
    /**
     * Limits for a lab, which are needed because the whole lab is read into memory. They are sufficient for pages,
     * drawings and a small application.
     */
    private static final int MAX_FILES = 400;

    private static final int MAX_FILE_BYTES = 1 << 20;
    private static final int MAX_BYTES = 16 << 20;
    private static final int MAX_DEPTH = 6;

    static LabFolder read(Path folder, String label) {
        var reading = new Reading(folder, label);
        try {
            Files.walkFileTree(folder, reading);
        } catch (IOException e) {
            reading.complain("", "unreadable", "The folder could not be read: " + e.getMessage() + ".");
        }
        var name = Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("");
        return new LabFolder(label, name, reading.files, List.copyOf(reading.problems));
    }

    /** Returns a folder of files in memory, for stored labs, editors and tests. */
    static LabFolder of(String label, String name, Map<String, byte[]> files) {
        return new LabFolder(label, name, new TreeMap<>(files), List.of());
    }

    /** Returns the folder without the solutions, which only proofs need. */
    LabFolder withoutSolutions() {
        var others = new TreeMap<>(files);
        others.keySet().removeIf(path -> path.startsWith("solutions/"));
        return new LabFolder(label, name, others, problems);
    }

    Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    SourcePosition position(String path, int line, int column) {
        return new SourcePosition(label(path), line, column);
    }

    String label(String path) {
        return label.isEmpty() ? path : label + "/" + path;
    }

    private static final class Reading implements FileVisitor<Path> {
        private final Path root;
        private final String label;
        private final SortedMap<String, byte[]> files = new TreeMap<>();
        private final List<LabProblem> problems = new ArrayList<>();
        private long bytes;

        private Reading(Path root, String label) {
            this.root = root;
            this.label = label;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            var path = relative(directory);
            if (!path.isEmpty() && isHidden(directory)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (path.chars().filter(c -> c == '/').count() >= MAX_DEPTH) {
                complain(path, "too-deep", "Folders are nested more than " + MAX_DEPTH + " levels deep.");
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            var path = relative(file);
            if (isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink()) {
                complain(path, "symbolic-link", "Symbolic links are not followed. Put the file itself here.");
                return FileVisitResult.CONTINUE;
            }
            if (!attributes.isRegularFile()) {
                complain(path, "not-a-file", "This is neither a file nor a folder. Remove it.");
                return FileVisitResult.CONTINUE;
            }
            if (attributes.size() > MAX_FILE_BYTES) {
                complain(path, "file-too-large", "The file has more than " + (MAX_FILE_BYTES >> 10) + " KiB.");
                return FileVisitResult.CONTINUE;
            }
            if (files.size() >= MAX_FILES || bytes + attributes.size() > MAX_BYTES) {
                complain(
                        path,
                        "lab-too-large",
                        "A lab has at most " + MAX_FILES + " files and " + (MAX_BYTES >> 20) + " MiB.");
                return FileVisitResult.TERMINATE;
            }
            try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                // Reading one byte more than the limit detects a file that has grown since its size was read.
                var content = in.readNBytes(MAX_FILE_BYTES + 1);
                bytes += content.length;
                files.put(path, content);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException cause) {
            complain(relative(file), "unreadable", "The file could not be read. Check its permissions.");
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(
                Path directory, @org.jspecify.annotations.Nullable IOException cause) {
            return FileVisitResult.CONTINUE;
        }

        private void complain(String path, String rule, String message) {
            var file = label.isEmpty() ? path : path.isEmpty() ? label : label + "/" + path;
            problems.add(new LabProblem(new SourcePosition(file, 1, 1), rule, message, ""));
        }

        private String relative(Path path) {
            return root.relativize(path).toString().replace('\\', '/');
        }

        private static boolean isHidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }
}
