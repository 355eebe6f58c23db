package dev.slipway.check.assertion;

import dev.slipway.check.fact.FileFact;
import dev.slipway.check.fact.ValueType;
import java.util.List;

/**
 * The expected state of a path: nothing exists at the path, a file or folder exists there, or a file with a matching
 * text exists there.
 */
record ExpectedFile(String path, ExpectedValue text) {

    static ExpectedFile read(Arguments arguments) {
        return new ExpectedFile(
                arguments.required("path", Shape.PATH, "where to look"), ExpectedValue.read(ValueType.TEXT, arguments));
    }

    /**
     * Compares the state that was found with the expected state.
     *
     * @param place words for the learner that name the place of the path, such as "in the container web"
     */
    Outcome evaluate(FileFact file, String place) {
        return switch (file.kind()) {
            case NO_SUBJECT -> Outcome.fails("There is nothing to look into.", "nothing to look into");
            case MISSING ->
                text.exists()
                        ? Outcome.fails("There is no " + path + " " + place + ".", "nothing at " + path)
                        : Outcome.holds();
            case DIRECTORY, OTHER -> other(file.kind(), place);
            case FILE -> text.exists() ? content(file, place) : present(place, "a file at " + path);
        };
    }

    private Outcome other(FileFact.Kind kind, String place) {
        var seen = (kind == FileFact.Kind.DIRECTORY ? "a directory at " : "no regular file at ") + path;
        if (!text.exists()) {
            return present(place, seen);
        }
        return text.comparisons().isEmpty()
                ? Outcome.holds()
                : Outcome.fails(path + " " + place + " is not a file.", seen);
    }

    private Outcome present(String place, String seen) {
        return Outcome.fails(path + " is " + place + ".", seen);
    }

    /**
     * Also accepts a file whose text matches without its trailing white space, because editors add a line break at the
     * end.
     */
    private Outcome content(FileFact file, String place) {
        if (text.holdsFor(List.of(file.text()))
                || text.holdsFor(List.of(file.text().stripTrailing()))) {
            return Outcome.holds();
        }
        return Outcome.fails(
                "The file " + path + " " + place + " should " + text.should() + ".",
                file.text().isBlank() ? "an empty file" : Excerpt.of(file.text(), file.truncated()));
    }

    String expected(String place) {
        if (!text.exists()) {
            return "nothing at " + path + " " + place;
        }
        return path + " " + place + (text.comparisons().isEmpty() ? "" : " " + text.is());
    }
}
