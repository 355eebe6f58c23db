package dev.slipway.lab.folder;

import dev.slipway.lab.Page;
import dev.slipway.lab.QuestionId;
import dev.slipway.lab.QuizOption;
import dev.slipway.lab.QuizQuestion;
import dev.slipway.lab.QuizSolution;
import dev.slipway.lab.QuizSolution.Amount;
import dev.slipway.lab.QuizSolution.Form;
import dev.slipway.lab.QuizSolution.One;
import dev.slipway.lab.QuizSolution.Several;
import dev.slipway.lab.QuizSolution.Words;
import dev.slipway.lab.markdown.PageChecker.CheckedPage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the quiz of a lab in which {@link QuizRules} has found no error. */
final class QuizReader {
    private final LabDraft draft;
    private final SortedMap<String, CheckedPage> pages;

    QuizReader(LabDraft draft, SortedMap<String, CheckedPage> pages) {
        this.draft = draft;
        this.pages = pages;
    }

    List<QuizQuestion> questions() {
        return YamlValues.stream(draft.root().path("quiz")).map(this::question).toList();
    }

    private QuizQuestion question(JsonNode question) {
        var id = question.path("id").stringValue();
        return new QuizQuestion(
                new QuestionId(id),
                question.path("question").stringValue(),
                question.path("points").intValue(),
                question.path("tries").asInt(1),
                pageOf(id),
                solution(question),
                YamlValues.optional(question.path("explain")));
    }

    private Optional<String> pageOf(String question) {
        return pages.values().stream()
                .filter(page -> page.questions().containsKey(question))
                .map(CheckedPage::page)
                .map(Page::id)
                .findFirst();
    }

    private static QuizSolution solution(JsonNode question) {
        var answer = question.path("answer");
        var exact = question.path("exact").asBoolean(false);
        return switch (QuizKind.of(question)) {
            case SINGLE -> new One(options(question), answer.intValue());
            case MULTIPLE ->
                new Several(
                        options(question),
                        YamlValues.stream(answer)
                                .map(JsonNode::intValue)
                                .collect(Collectors.toCollection(TreeSet::new)));
            case TEXT ->
                question.has("pattern")
                        ? new Form(
                                question.path("pattern").stringValue(),
                                question.path("sample").stringValue(),
                                exact)
                        : new Words(texts(answer).toList(), exact);
            case NUMBER ->
                new Amount(
                        number(answer), number(question.path("tolerance")), YamlValues.optional(question.path("unit")));
        };
    }

    private static List<QuizOption> options(JsonNode question) {
        return YamlValues.stream(question.path("options"))
                .map(option -> option.isString()
                        ? new QuizOption(option.stringValue(), Optional.empty())
                        : new QuizOption(
                                option.path("text").stringValue(), YamlValues.optional(option.path("feedback"))))
                .toList();
    }

    /** Returns the texts of an answer that is one text or a list of texts. */
    private static Stream<String> texts(JsonNode answer) {
        return answer.isArray()
                ? YamlValues.stream(answer).map(JsonNode::asString)
                : Stream.of(answer).map(JsonNode::asString);
    }

    private static BigDecimal number(JsonNode number) {
        return number.isMissingNode() ? BigDecimal.ZERO : number.decimalValue();
    }
}
