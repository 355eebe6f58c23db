package dev.slipway.lab.folder;

import dev.slipway.lab.QuizSolution.Form;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/** Checks that each question has an answer that a learner can give. */
final class QuizAnswerRules {
    private final LabDraft draft;

    QuizAnswerRules(LabDraft draft) {
        this.draft = draft;
    }

    void check(JsonNode question, String pointer, QuizKind kind) {
        switch (kind) {
            case SINGLE, MULTIPLE -> checkChoice(question, pointer, kind);
            case TEXT -> checkText(question, pointer);
            case NUMBER -> checkNumber(question, pointer);
        }
    }

    private void checkChoice(JsonNode question, String pointer, QuizKind kind) {
        var options = question.path("options");
        if (options.isMissingNode()) {
            draft.error(
                    pointer,
                    "missing-key",
                    "`options` is missing: list the options from which a learner chooses.",
                    "options: [A virtual machine, A container]");
            return;
        }
        checkOptions(options, pointer + "/options");
        var answer = question.path("answer");
        if (!hasAnswer(question, pointer, kind)) {
            return;
        }
        if (kind == QuizKind.SINGLE ? !answer.isIntegralNumber() : !isListOfNumbers(answer)) {
            wrongAnswer(pointer, kind);
            return;
        }
        var numbers = kind == QuizKind.SINGLE
                ? List.of(answer)
                : YamlValues.stream(answer).toList();
        var seen = new HashSet<Integer>();
        for (var i = 0; i < numbers.size(); i++) {
            var at = pointer + (kind == QuizKind.SINGLE ? "/answer" : "/answer/" + i);
            var number = numbers.get(i).asInt(0);
            if (number < 1 || number > options.size()) {
                draft.error(
                        at,
                        "answer-range",
                        "There is no option " + number + ": there are " + options.size() + ", counted from 1.",
                        kind.example());
            } else if (!seen.add(number)) {
                draft.error(at, "duplicate", "The answer names option " + number + " twice.", kind.example());
            }
        }
    }

    private static boolean isListOfNumbers(JsonNode answer) {
        return answer.isArray() && YamlValues.stream(answer).allMatch(JsonNode::isIntegralNumber);
    }

    private void checkOptions(JsonNode options, String pointer) {
        var first = new HashMap<String, Integer>();
        for (var i = 0; i < options.size(); i++) {
            var option = options.path(i);
            var text = (option.isString() ? option : option.path("text")).stringValue();
            var same = first.putIfAbsent(text.strip().toLowerCase(Locale.ROOT), i + 1);
            if (same != null) {
                draft.error(
                        pointer + "/" + i,
                        "same-option",
                        "Option " + (i + 1) + " is the same as option " + same + ".",
                        "options: [A registry, A volume]");
            }
        }
    }

    private void checkText(JsonNode question, String pointer) {
        if (question.has("pattern")) {
            checkPattern(question, pointer);
            return;
        }
        if (question.has("sample")) {
            draft.error(
                    pointer + "/sample",
                    "unknown-key",
                    "A `sample` shows a text that the `pattern` matches, but there is no `pattern`.",
                    "pattern: \"rabbit ?mq|kafka\"");
        }
        if (!hasAnswer(question, pointer, QuizKind.TEXT)) {
            return;
        }
        var answer = question.path("answer");
        var texts = answer.isArray() ? YamlValues.stream(answer).toList() : List.of(answer);
        if (!texts.stream().allMatch(JsonNode::isString)) {
            wrongAnswer(pointer, QuizKind.TEXT);
        } else if (texts.stream().anyMatch(text -> text.stringValue().isBlank())) {
            draft.error(pointer + "/answer", "no-answer", "An answer must not be empty.", "answer: MySQL");
        }
    }

    private void checkPattern(JsonNode question, String pointer) {
        if (question.has("answer")) {
            draft.error(
                    pointer + "/answer",
                    "unknown-key",
                    "Give an `answer` or a `pattern`, not both.",
                    "answer: RabbitMQ");
        }
        var pattern = question.path("pattern").stringValue();
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            draft.error(
                    pointer + "/pattern",
                    "bad-pattern",
                    "This is not a regular expression: " + e.getDescription() + ".",
                    "pattern: \"rabbit ?mq|kafka\"");
            return;
        }
        var sample = question.path("sample").asString("").strip();
        if (sample.isEmpty()) {
            draft.error(
                    pointer,
                    "missing-key",
                    "`sample` is missing: an answer that the pattern matches, which learners read as the right one.",
                    "sample: RabbitMQ");
            return;
        }
        var form = new Form(pattern, sample, question.path("exact").asBoolean(false));
        if (!form.accepts(form.sample())) {
            draft.error(
                    pointer + "/sample",
                    "pattern-sample",
                    "The pattern does not match its own sample. It must match the whole answer.",
                    "{pattern: \"rabbit ?mq|kafka\", sample: RabbitMQ}");
        }
    }

    private void checkNumber(JsonNode question, String pointer) {
        if (hasAnswer(question, pointer, QuizKind.NUMBER)
                && !question.path("answer").isNumber()) {
            wrongAnswer(pointer, QuizKind.NUMBER);
        }
    }

    private boolean hasAnswer(JsonNode question, String pointer, QuizKind kind) {
        if (question.has("answer")) {
            return true;
        }
        draft.error(pointer, "no-answer", "The question has no `answer`: " + kind.answer() + ".", kind.example());
        return false;
    }

    private void wrongAnswer(String pointer, QuizKind kind) {
        draft.error(
                pointer + "/answer",
                "answer-kind",
                "The answer to a question of the kind " + kind.word() + " is " + kind.answer() + ".",
                kind.example());
    }
}
