package dev.slipway.check.assertion;

import dev.slipway.check.fact.FileFact;
import dev.slipway.check.fact.ValueType;
import java.util.List;

/** What should lie at a path: nothing, or something, or a file with such a text. */
record FileWish(String path, Wish text) {

    static FileWish read(Arguments arguments) {
        return new FileWish(
                arguments.required("path", Shape.PATH, "where to look"), Wish.read(ValueType.TEXT, arguments));
    }

    /**
     * Judges what was found in something of the learner's.
     *
     * @param place as in "in the container web"
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

    /** Editors end a file with a new line that nobody has typed. */
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
