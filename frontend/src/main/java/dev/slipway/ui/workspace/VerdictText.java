package dev.slipway.ui.workspace;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.slipway.attempt.TaskProgress;
import dev.slipway.check.Verdict;
import dev.slipway.ui.component.InlineText;
import java.util.List;

/** The text of a verdict: the reason, the observed and the expected value. */
final class VerdictText extends Div {

    VerdictText() {
        addClassName("verdict");
    }

    void show(TaskProgress progress, TaskState state, List<String> waitsFor) {
        removeAll();
        switch (state) {
            case LOCKED -> add(new Paragraph(new InlineText("Opens after: " + String.join(", ", waitsFor) + ".")));
            case FAILED, ERRORED -> progress.verdict().ifPresent(this::explain);
            case WAITING, OPEN, CHECKING, PASSED -> {}
        }
    }

    private void explain(Verdict verdict) {
        switch (verdict) {
            case Verdict.Passed _ -> {}
            case Verdict.Failed failed -> explain(failed);
            case Verdict.Errored errored -> apologise(errored.cause());
            case Verdict.TimedOut timedOut -> apologise(timedOut.cause());
        }
    }

    private void explain(Verdict.Failed failed) {
        add(new Paragraph(new InlineText(failed.reason())));
        if (failed.seen().isEmpty() && failed.expected().isEmpty()) {
            return;
        }
        var comparison = new DescriptionList();
        line(comparison, "Seen", failed.seen());
        line(comparison, "Expected", failed.expected());
        add(comparison);
    }

    private static void line(DescriptionList list, String term, String text) {
        if (!text.isEmpty()) {
            list.add(new DescriptionList.Term(term), new DescriptionList.Description(text));
        }
    }

    private void apologise(String cause) {
        add(new Paragraph(cause), new Paragraph("This is not your fault. The platform keeps checking."));
    }
}
