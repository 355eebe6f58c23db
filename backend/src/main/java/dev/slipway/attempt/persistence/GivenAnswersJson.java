package dev.slipway.attempt.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.attempt.GivenAnswer;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.lab.QuizAnswer.Chosen;
import dev.slipway.lab.QuizAnswer.Typed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON form of a learner's answers to a question: a list, oldest first. */
final class GivenAnswersJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GivenAnswersJson() {}

    /** Stored answer, with either options or a text. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Stored(
            @Nullable List<Integer> options, @Nullable String text, boolean right, Instant at) {
        static Stored of(GivenAnswer given) {
            return switch (given.answer()) {
                case Chosen(var options) -> new Stored(List.copyOf(options), null, given.right(), given.at());
                case Typed(var text) -> new Stored(null, text, given.right(), given.at());
            };
        }

        GivenAnswer given() {
            QuizAnswer answer = options == null ? new Typed(Objects.requireNonNullElse(text, "")) : Chosen.of(options);
            return new GivenAnswer(answer, right, at);
        }
    }

    static String write(List<GivenAnswer> given) {
        return JSON.writeValueAsString(given.stream().map(Stored::of).toList());
    }

    static List<GivenAnswer> read(String json) {
        return JSON.readValue(json, new TypeReference<List<Stored>>() {}).stream()
                .map(Stored::given)
                .toList();
    }
}
