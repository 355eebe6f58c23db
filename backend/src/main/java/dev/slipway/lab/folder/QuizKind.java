package dev.slipway.lab.folder;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The kinds of questions, with the keys that each kind has in addition to the keys of all questions. */
enum QuizKind {
    SINGLE("the number of the right option, counted from 1", "answer: 2"),
    MULTIPLE("a list of the numbers of the right options, counted from 1", "answer: [1, 3]"),
    TEXT("the right text, or a list of texts that are all right", "answer: MySQL"),
    NUMBER("a number", "answer: 3306");

    private final String answer;
    private final String example;

    QuizKind(String answer, String example) {
        this.answer = answer;
        this.example = example;
    }

    static QuizKind of(JsonNode question) {
        return valueOf(question.path("kind").stringValue().toUpperCase(Locale.ROOT));
    }

    /** Returns a description of the answer that an author writes. */
    String answer() {
        return answer;
    }

    String example() {
        return example;
    }

    /** Returns the keys of other kinds, which this kind must not have. */
    List<String> foreignKeys() {
        return Stream.of(values())
                .flatMap(kind -> kind.keys().stream())
                .filter(key -> !keys().contains(key))
                .distinct()
                .toList();
    }

    private List<String> keys() {
        return switch (this) {
            case SINGLE, MULTIPLE -> List.of("options");
            case TEXT -> List.of("pattern", "sample", "exact");
            case NUMBER -> List.of("tolerance", "unit");
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
