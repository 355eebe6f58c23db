package dev.slipway.check.assertion;

import dev.slipway.check.fact.FileFact;
import java.util.Optional;

/** What should lie at a path: nothing, or something, or a file with a text in it. */
record FileWish(String path, boolean exists, Optional<String> text) {

    /**
     * Judges what was found in something of the learner's.
     *
     * @param place as in "in the container web"
     */
    Outcome evaluate(FileFact file, String place) {
        return switch (file.kind()) {
            case NO_SUBJECT -> Outcome.fails("There is nothing to look into.", "nothing to look into");
            case MISSING ->
                exists
                        ? Outcome.fails("There is no " + path + " " + place + ".", "nothing at " + path)
                        : Outcome.holds();
            case DIRECTORY, OTHER -> other(file.kind(), place);
            case FILE -> exists ? content(file, place) : present(place, "a file at " + path);
        };
    }

    private Outcome other(FileFact.Kind kind, String place) {
        var seen = (kind == FileFact.Kind.DIRECTORY ? "a directory at " : "no regular file at ") + path;
        if (!exists) {
            return present(place, seen);
        }
        return text.isEmpty() ? Outcome.holds() : Outcome.fails(path + " " + place + " is not a file.", seen);
    }

    private Outcome present(String place, String seen) {
        return Outcome.fails(path + " is " + place + ".", seen);
    }

    private Outcome content(FileFact file, String place) {
        if (text.isEmpty() || file.text().contains(text.get())) {
            return Outcome.holds();
        }
        return Outcome.fails(
                "The file " + path + " " + place + " does not contain the text.",
                file.text().isBlank() ? "an empty file" : Excerpt.of(file.text(), file.truncated()));
    }

    String expected(String place) {
        if (!exists) {
            return "nothing at " + path + " " + place;
        }
        return text.map(t -> path + " " + place + " contains " + Excerpt.of(t, false))
                .orElse(path + " " + place);
    }
}
