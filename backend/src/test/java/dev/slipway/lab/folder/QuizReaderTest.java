package dev.slipway.lab.folder;

import static dev.slipway.lab.folder.QuizFixture.aQuiz;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabProblem.Severity;
import dev.slipway.lab.PageBlock;
import dev.slipway.lab.QuestionId;
import dev.slipway.lab.QuizOption;
import dev.slipway.lab.QuizQuestion;
import dev.slipway.lab.QuizSolution.Amount;
import dev.slipway.lab.QuizSolution.Form;
import dev.slipway.lab.QuizSolution.One;
import dev.slipway.lab.QuizSolution.Several;
import dev.slipway.lab.QuizSolution.Words;
import dev.slipway.lab.markdown.PageRenderer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuizReaderTest {

    @Test
    void readsLabThatIsNothingButAQuiz() {
        var reading = aQuiz().read();

        assertThat(reading.problems()).isEmpty();
        var lab = reading.lab().orElseThrow();
        assertThat(lab.hasMachines()).isFalse();
        assertThat(lab.tasks()).isEmpty();
        assertThat(lab.maxPoints()).isEqualTo(25);
        assertThat(lab.quiz()).extracting(QuizQuestion::tries).containsExactly(1, 2, 1, 1, 1);
        assertThat(lab.quiz()).extracting(QuizQuestion::page).containsOnly(Optional.of("10-start"));
    }

    @Test
    void readsQuestionsOfAllKinds() {
        var solutions = aQuiz().read().lab().orElseThrow().quiz().stream()
                .map(QuizQuestion::solution)
                .toList();

        assertThat(solutions)
                .containsExactly(
                        new One(
                                List.of(
                                        new QuizOption("A registry", Optional.empty()),
                                        new QuizOption("A volume", Optional.of("It keeps what was written."))),
                                1),
                        new Several(
                                List.of(
                                        new QuizOption("Images", Optional.empty()),
                                        new QuizOption("Volumes", Optional.empty()),
                                        new QuizOption("Pods", Optional.empty())),
                                new TreeSet<>(List.of(1, 2))),
                        new Words(List.of("MySQL", "MariaDB"), false),
                        new Form("rabbit ?mq|kafka", "RabbitMQ", false),
                        new Amount(new BigDecimal("7.5"), new BigDecimal("0.5"), Optional.of("MiB")));
    }

    @Test
    void fillsVariablesIntoWhatLearnersRead() {
        var question = aQuiz().read()
                .lab()
                .orElseThrow()
                .question(new QuestionId("one"))
                .orElseThrow();

        assertThat(question.filled(Map.of("WORD", "bakolu")).text()).isEqualTo("Where does `bakolu` come from?");
    }

    @Test
    void pagesSayWhereQuestionsStand() {
        var page = aQuiz().read().lab().orElseThrow().pages().getFirst();

        assertThat(new PageRenderer().render(page, Map.of()))
                .contains(
                        new PageBlock.QuestionSlot(new QuestionId("one")),
                        new PageBlock.Box(
                                PageBlock.Box.Kind.NOTE, List.of(new PageBlock.QuestionSlot(new QuestionId("some")))));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "kind: single             | kind: sngle                       | unknown-value    | 11:11",
                "points: 5                | points: many                      | wrong-type       | 15:13",
                "tries: 2                 | tries: 6                          | out-of-range     | 23:12",
                "answer: 1                | anwser: 1                         | unknown-key      | 14:5",
                "answer: 1                | answer: yes                       | answer-kind      | 14:13",
                "answer: 1                | answer: true                      | wrong-type       | 14:13",
                "answer: 1                | answer: 0                         | answer-range     | 14:13",
                "answer: 1                | answer: 3                         | answer-range     | 14:13",
                "answer: 1                | tries: 1                          | no-answer        | 10:5",
                "answer: [1, 2]           | answer: 1                         | answer-kind      | 21:13",
                "answer: [1, 2]           | answer: [1, 4]                    | answer-range     | 21:17",
                "answer: [1, 2]           | answer: [1, 1]                    | duplicate        | 21:17",
                "answer: [1, 2]           | answer: []                        | too-few          | 21:13",
                "[Images, Volumes, Pods]  | [Images, Volumes, images]         | same-option      | 20:32",
                "[Images, Volumes, Pods]  | [Images]                          | too-few          | 20:14",
                "options: [Images, Volumes, Pods] | tries: 2                   | duplicate-key    | 23:5",
                "answer: [MySQL, MariaDB] | answer: 5                         | answer-kind      | 27:13",
                "answer: [MySQL, MariaDB] | answer: [MySQL, 5]                | answer-kind      | 27:13",
                "answer: [MySQL, MariaDB] | answer: [' ']                     | no-answer        | 27:13",
                "answer: [MySQL, MariaDB] | tries: 1                          | no-answer        | 24:5",
                "answer: [MySQL, MariaDB] | answer: MySQL⏎options: [A, B]     | unknown-key      | 28:5",
                "pattern: rabbit ?mq      | pattern: (rabbit                  | bad-pattern      | 32:14",
                "sample: RabbitMQ         | sample: RabbitMQ or so            | pattern-sample   | 33:13",
                "sample: RabbitMQ         | exact: true                       | missing-key      | 29:5",
                "pattern: rabbit ?mq      | answer: a⏎pattern: rabbit ?mq     | unknown-key      | 32:13",
                "answer: 7.5              | answer: much                      | answer-kind      | 38:13",
                "tolerance: 0.5           | tolerance: -1                     | out-of-range     | 39:16",
                "unit: MiB                | exact: true                       | unknown-key      | 40:5",
                "id: some                 | id: one                           | duplicate-id     | 17:9",
                "explain: Registries      | explain: ${WORT}                  | unknown-variable | 16:14",
            })
    void refusesQuizThatBreaksRule(String from, String to, String rule, String at) {
        var reading = aQuiz().replacing(from, to).read();

        assertThat(reading.lab()).isEmpty();
        assertThat(reading.problems())
                .filteredOn(problem -> problem.severity() == Severity.ERROR)
                .filteredOn(problem -> problem.rule().equals(rule))
                .first()
                .satisfies(problem -> assertThat(problem.position()).hasToString("my-quiz/lab.yaml:" + at));
    }

    @Test
    void saysWhatTheAnswerOfAKindIs() {
        var reading = aQuiz().replacing("answer: [1, 2]", "answer: 1").read();

        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message())
                    .isEqualTo("The answer to a question of the kind multiple is a list of the numbers of the right"
                            + " options, counted from 1.");
            assertThat(problem.example()).isEqualTo("answer: [1, 3]");
        });
    }

    @Test
    void refusesIdOfATask() {
        var lab = LabFixture.aLab();
        var quiz = """
                quiz:
                  - {id: first, kind: number, question: How many, answer: 1, points: 5}
                """;

        var reading = lab.with("lab.yaml", LabFixture.LAB_YAML + quiz).read();

        assertThat(reading.problems())
                .extracting(LabProblem::message)
                .anyMatch(text -> text.contains("There is a task"));
    }

    @Test
    void takesTasksAndQuestionsInOneLab() {
        var quiz = """
                quiz:
                  - {id: many, kind: number, question: How many, answer: 1, points: 5}
                """;

        var reading = LabFixture.aLab()
                .with("lab.yaml", LabFixture.LAB_YAML + quiz)
                .with("pages/10-start.md", LabFixture.PAGE + "\n:::quiz{id=many}\n")
                .read();

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.lab().orElseThrow().maxPoints()).isEqualTo(35);
    }

    @Test
    void refusesPageThatNamesAnUnknownQuestion() {
        var reading =
                aQuiz().with("pages/20-more.md", "# More\n\n:::quiz{id=who}\n").read();

        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo("unknown-question");
            assertThat(problem.position()).hasToString("my-quiz/pages/20-more.md:3:1");
            assertThat(problem.example()).isEqualTo(":::quiz{id=amount}");
        });
    }

    @Test
    void warnsOfQuestionThatNoPageShows() {
        var reading = aQuiz().with("pages/10-start.md", "# Start\n\n:::quiz{id=one}\n")
                .read();

        assertThat(reading.lab()).isPresent();
        assertThat(reading.problems()).hasSize(4).extracting(LabProblem::rule).containsOnly("question-not-placed");
    }

    @Test
    void warnsOfQuestionThatStandsOnTwoPages() {
        var reading =
                aQuiz().with("pages/20-more.md", "# More\n\n:::quiz{id=one}\n").read();

        assertThat(reading.problems()).extracting(LabProblem::rule).containsExactly("duplicate-slot");
    }

    @Test
    void refusesLabThatHasNeitherTasksNorQuiz() {
        var reading = aQuiz().replacing("quiz:", "nothing:").read();

        assertThat(reading.problems())
                .filteredOn(problem -> problem.rule().equals("missing-key"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo("A required key is missing: a lab has `tasks`, a `quiz`, or both."));
    }

    @Test
    void refusesTasksWithoutMachines() {
        var yaml = LabFixture.LAB_YAML;
        var without = yaml.substring(0, yaml.indexOf("nodes:")) + yaml.substring(yaml.indexOf("setup:"));

        var reading = LabFixture.aLab().with("lab.yaml", without).read();

        assertThat(reading.problems())
                .extracting(LabProblem::message)
                .contains("`nodes` is missing. The machines, by name. A lab that is nothing but a quiz has none.");
    }
}
