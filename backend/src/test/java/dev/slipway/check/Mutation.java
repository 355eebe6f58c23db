package dev.slipway.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A change to a lab, and the problem that lint must report for it.
 *
 * @param file the changed file in the lab's folder
 * @param reportedIn the file of the problem; another one than the changed file if the change makes that file
 *     inconsistent
 * @param at line and column of the problem
 * @param said a part of the problem's message or of its example
 */
record Mutation(String file, String from, String to, String reportedIn, String at, String rule, String said) {

    /**
     * Reads rows of the form {@code file | from | to | [reported in ]line:column | rule | said}; {@code \n} is a line
     * break.
     */
    static List<Mutation> read(String resource) {
        try (var in = Objects.requireNonNull(Mutation.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Mutation::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mutation parse(String row) {
        var cells = List.of(row.split(" \\| ?", -1)).stream()
                .map(cell -> cell.replace("\\n", "\n"))
                .toList();
        if (cells.size() != 6) {
            throw new IllegalArgumentException("a row has six cells: " + row);
        }
        var at = cells.get(3).strip().split(" ", -1);
        var file = cells.getFirst();
        return new Mutation(
                file,
                cells.get(1),
                cells.get(2),
                at.length == 2 ? at[0] : file.replace("../", ""),
                at[at.length - 1],
                cells.get(4).strip(),
                cells.get(5).strip());
    }

    String applyTo(String content) {
        var first = content.indexOf(from);
        if (first < 0) {
            throw new IllegalArgumentException(file + " does not contain: " + from);
        }
        return content.substring(0, first) + to + content.substring(first + from.length());
    }

    String expectedPosition(String fileAsReported) {
        return fileAsReported + ":" + at;
    }

    @Override
    public String toString() {
        return file + ": " + from.replace("\n", "⏎") + " → " + to.replace("\n", "⏎");
    }
}
