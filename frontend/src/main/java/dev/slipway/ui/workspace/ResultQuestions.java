package dev.slipway.ui.workspace;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.GivenAnswer;
import dev.slipway.attempt.QuestionProgress;
import dev.slipway.lab.QuizQuestion;
import dev.slipway.ui.component.InlineText;
import dev.slipway.ui.component.Label;
import dev.slipway.ui.component.Label.Tone;
import java.util.List;
import java.util.Map;

/** The questions of an ended attempt, each with the learner's answer, the right answer and the explanation. */
final class ResultQuestions extends OrderedList {
    private final AttemptActions session;

    ResultQuestions(AttemptActions session, Attempt attempt) {
        this.session = session;
        addClassNames("result-tasks", "result-questions");
        var questions = attempt.progress().questions();
        setVisible(!questions.isEmpty());
        for (var progress : questions) {
            session.lab()
                    .question(progress.question())
                    .map(question -> item(question.filled(attempt.variables()), progress))
                    .ifPresent(this::add);
        }
    }

    private ListItem item(QuizQuestion question, QuestionProgress progress) {
        var solution = question.solution();
        var text = new Div(prose(question.text()));
        text.addClassName("result-question");
        var answers = new DescriptionList();
        progress.last()
                .map(GivenAnswer::answer)
                .ifPresent(answer -> line(answers, "Your answer", solution.words(answer)));
        if (!progress.right()) {
            line(answers, "Right answer", solution.words(solution.sample()));
        }
        var item = new ListItem(text, points(progress), label(progress), answers);
        question.explain().ifPresent(why -> {
            var reason = new Div(prose(why));
            reason.addClassName("result-reason");
            item.add(reason);
        });
        return item;
    }

    private Html prose(String markdown) {
        return new Html("<div class=\"prose\">" + session.labs().renderInline(markdown, Map.of()) + "</div>");
    }

    private static void line(DescriptionList list, String term, List<String> texts) {
        list.add(
                new DescriptionList.Term(term),
                new DescriptionList.Description(new InlineText(String.join("; ", texts))));
    }

    private static Span points(QuestionProgress progress) {
        var earned = progress.right() ? progress.points() : 0;
        return new Span(earned + " of " + QuestionFeedback.points(progress.points()));
    }

    private static Label label(QuestionProgress progress) {
        if (progress.right()) {
            return new Label("Right", Tone.GOOD);
        }
        return progress.given().isEmpty() ? new Label("Not answered", Tone.NEUTRAL) : new Label("Not right", Tone.BAD);
    }
}
