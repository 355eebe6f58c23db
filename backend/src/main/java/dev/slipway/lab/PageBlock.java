package dev.slipway.lab;

import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Optional;

/** A piece of a rendered page, in the order in which it is read. All HTML is sanitised. */
public sealed interface PageBlock {

    record Prose(String html) implements PageBlock {}

    /** A code block. {@code runOn} names the node on which a click runs it; {@code copy} offers copying. */
    record Code(String language, String text, Optional<NodeName> runOn, boolean copy) implements PageBlock {}

    /** Where a task stands. */
    record TaskSlot(TaskId task) implements PageBlock {}

    /** Where a question stands. */
    record QuestionSlot(QuestionId question) implements PageBlock {}

    /** A box set apart from the text. */
    record Box(Kind kind, List<PageBlock> content) implements PageBlock {
        public Box {
            content = List.copyOf(content);
        }

        /** What a box is for. */
        public enum Kind {
            NOTE,
            HINT
        }
    }
}
