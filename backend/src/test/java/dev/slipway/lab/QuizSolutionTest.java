package dev.slipway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.QuizAnswer.Chosen;
import dev.slipway.lab.QuizAnswer.Typed;
import dev.slipway.lab.QuizSolution.Amount;
import dev.slipway.lab.QuizSolution.Form;
import dev.slipway.lab.QuizSolution.One;
import dev.slipway.lab.QuizSolution.Several;
import dev.slipway.lab.QuizSolution.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuizSolutionTest {
    private static final List<QuizOption> OPTIONS = Stream.of("A", "B", "C")
            .map(text -> new QuizOption(text, Optional.empty()))
            .toList();
    private static final One ONE = new One(OPTIONS, 2);
    private static final Several SEVERAL = new Several(OPTIONS, new TreeSet<>(List.of(1, 3)));
    private static final Words WORDS = new Words(List.of("MySQL", " Maria DB"), false);
    private static final Form FORM = new Form("rabbit ?mq|kafka", "RabbitMQ", false);
    private static final Amount AMOUNT = new Amount(new BigDecimal("7.5"), new BigDecimal("0.5"), Optional.of("MiB"));

    static Stream<QuizSolution> all() {
        return Stream.of(ONE, SEVERAL, WORDS, FORM, AMOUNT);
    }

    @ParameterizedTest
    @MethodSource("all")
    void takesItsOwnSample(QuizSolution solution) {
        assertThat(solution.fits(solution.sample())).isTrue();
        assertThat(solution.accepts(solution.sample())).isTrue();
    }

    @Test
    void oneOptionIsRightAndNoOther() {
        assertThat(ONE.accepts(chosen(1))).isFalse();
        assertThat(ONE.accepts(chosen(1, 2))).isFalse();
        assertThat(ONE.fits(chosen(1, 2))).isFalse();
        assertThat(ONE.fits(chosen(4))).isFalse();
        assertThat(ONE.fits(chosen(0))).isFalse();
        assertThat(ONE.fits(new Typed("B"))).isFalse();
    }

    @Test
    void someOptionsAreRightOnlyTogether() {
        assertThat(SEVERAL.accepts(chosen(3, 1))).isTrue();
        assertThat(SEVERAL.accepts(chosen(1))).isFalse();
        assertThat(SEVERAL.accepts(chosen(1, 2, 3))).isFalse();
        assertThat(SEVERAL.fits(chosen())).isFalse();
        assertThat(SEVERAL.fits(chosen(1, 4))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MySQL", "  mysql ", "MYSQL", "maria db"})
    void textIsRightWhateverItsCaseAndTheBlanksAroundIt(String typed) {
        assertThat(WORDS.accepts(new Typed(typed))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"My SQL", "MySQL!", "", "Oracle"})
    void anotherTextIsWrong(String typed) {
        assertThat(WORDS.accepts(new Typed(typed))).isFalse();
    }

    @Test
    void caseMattersWhereTheAuthorSaysSo() {
        assertThat(new Words(List.of("FROM"), true).accepts(new Typed("from"))).isFalse();
        assertThat(new Form("FROM", "FROM", true).accepts(new Typed("from"))).isFalse();
        assertThat(new Form("FROM", "FROM", true).accepts(new Typed(" FROM"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RabbitMQ, true", "rabbit mq, true", "KAFKA, true", "kafka or so, false", "a kafka, false"})
    void patternMatchesTheWholeAnswer(String typed, boolean right) {
        assertThat(FORM.accepts(new Typed(typed))).isEqualTo(right);
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void patternThatGoesBackAndForthComesToAnEnd() {
        var slow = new Form("(a+)+b", "ab", false);

        assertThat(slow.accepts(new Typed("a".repeat(500)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "7.5, true",
        "7, true",
        "8.0, true",
        "+7.25, true",
        "7.5 MiB, true",
        "7.5mib, true",
        "8.01, false",
        "6.99, false",
        "-7.5, false"
    })
    void numberIsRightWithinItsTolerance(String typed, boolean right) {
        assertThat(AMOUNT.fits(new Typed(typed))).isTrue();
        assertThat(AMOUNT.accepts(new Typed(typed))).isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seven", "7,5", "7.5 GiB", "1e999999999", "7.5.5", "NaN", "0x7"})
    void whatIsNoNumberDoesNotFit(String typed) {
        assertThat(AMOUNT.fits(new Typed(typed))).isFalse();
        assertThat(AMOUNT.accepts(new Typed(typed))).isFalse();
    }

    private static QuizAnswer chosen(Integer... options) {
        return Chosen.of(List.of(options));
    }
}
