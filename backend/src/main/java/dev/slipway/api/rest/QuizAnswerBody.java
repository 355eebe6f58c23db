package dev.slipway.api.rest;

import dev.slipway.api.ApiError;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.shared.UserFacingException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answer to a question in a request: either numbers of options, counted from 1, or a text, which may be a number. */
record QuizAnswerBody(
        @Nullable List<@Nullable Integer> options, @Nullable String text) {

    /** @throws UserFacingException if the body contains neither options nor a text, or both, or a null option */
    QuizAnswer answer() {
        if (options == null && text != null) {
            return new QuizAnswer.Typed(text);
        }
        if (options != null && text == null && options.stream().allMatch(Objects::nonNull)) {
            return QuizAnswer.Chosen.of(
                    options.stream().map(Objects::requireNonNull).toList());
        }
        throw new UserFacingException(ApiError.MALFORMED_VALUE, "options");
    }
}
