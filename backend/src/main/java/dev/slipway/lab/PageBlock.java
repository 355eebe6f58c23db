package dev.slipway.lab;

import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Optional;

/** A part of a rendered page. All HTML is sanitised. */
public sealed interface PageBlock {

    /** Text, headings, lists and tables. */
    record Prose(String html) implements PageBlock {}

    /**
     * A code block. {@code runOn} names the node on which a click runs the code; with {@code copy}, the block has a
     * button that copies the code.
     */
    record Code(String language, String text, Optional<NodeName> runOn, boolean copy) implements PageBlock {}

    /** The place at which the page shows a task. */
    record TaskSlot(TaskId task) implements PageBlock {}

    /** The place at which the page shows a question. */
    record QuestionSlot(QuestionId question) implements PageBlock {}

    /** A box that is visually separated from the text. */
    record Box(Kind kind, List<PageBlock> content) implements PageBlock {
        public Box {
            content = List.copyOf(content);
        }

        /** The kind of a box. */
        public enum Kind {
            NOTE,
            HINT
        }
    }
}
