package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.Role;
import dev.slipway.lab.QuizAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class QuizEndpointsTest extends ApiTest {

    @Test
    void tellsQuestionsWithoutTheirAnswers() {
        var result = call(caller(Role.LEARNER), HttpMethod.GET, "/labs/quiz");

        assertThat(result).bodyJson().isLenientlyEqualTo("""
                {"points": 100, "nodes": [], "tasks": [], "questions": [
                   {"id": "where", "kind": "single", "question": "Where do images come from?",
                    "options": ["A volume", "A registry"], "points": 40, "tries": 1},
                   {"id": "how-many", "kind": "number", "question": "How many?", "unit": "nodes", "tries": 2}]}
                """);
        assertThat(result)
                .bodyText()
                .doesNotContain("You chose")
                .doesNotContain("Registries keep")
                .doesNotContain("solution")
                .doesNotContain("right");
    }

    @Test
    void tellsWhatIsRightOnceAQuestionIsDecided() {
        var learner = caller(Role.LEARNER);
        var attempt = attempts.putQuiz(learner.account());

        var result = call(learner, HttpMethod.GET, "/attempts/" + attempt.id());

        assertThat(result).bodyJson().isLenientlyEqualTo("""
                {"tasks": [], "questions": [
                   {"id": "where", "points": 40, "right": false, "decided": true, "triesLeft": 0,
                    "answers": [{"options": [1], "right": false, "at": "2030-01-01T08:00:00Z"}],
                    "solution": {"options": [2]}, "feedback": ["You chose: A volume"],
                    "explain": "Registries keep images."},
                   {"id": "how-many", "right": false, "decided": false, "triesLeft": 1,
                    "answers": [{"text": "5", "right": false}]}]}
                """);
        assertThat(result).bodyJson().doesNotHavePath("$.questions[1].solution");
        assertThat(result).bodyJson().doesNotHavePath("$.questions[1].explain");
        assertThat(result).bodyJson().doesNotHavePath("$.sandbox");
    }

    @Test
    void takesOptionsAndTexts() {
        var learner = caller(Role.LEARNER);
        var path = "/attempts/" + attempts.putQuiz(learner.account()).id() + "/questions/where/answers";

        assertThat(call(learner, HttpMethod.POST, path, "{\"options\": [2, 1]}"))
                .hasStatusOk();
        assertThat(attempts.lastAnswer()).contains(QuizAnswer.Chosen.of(List.of(1, 2)));
        assertThat(call(learner, HttpMethod.POST, path, "{\"text\": \" 3 \"}")).hasStatusOk();
        assertThat(attempts.lastAnswer()).contains(new QuizAnswer.Typed("3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"options\": [1], \"text\": \"3\"}", "{\"options\": [null]}", "{\"options\": \"x\"}"})
    void refusesWhatIsNoAnswer(String body) {
        var learner = caller(Role.LEARNER);
        var path = "/attempts/" + attempts.putQuiz(learner.account()).id() + "/questions/where/answers";

        assertThat(call(learner, HttpMethod.POST, path, body)).hasStatus(400);
        assertThat(attempts.lastAnswer()).isEmpty();
    }
}
