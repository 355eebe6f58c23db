package dev.slipway.shared;

import java.util.List;

/** The attach target that a lab wants as a node. It points at a target; nothing of it is ever run. */
public sealed interface AttachWish {

    /** A target by the name that the administrator gave it. */
    record Named(String target) implements AttachWish {
        @Override
        public String toString() {
            return "`" + target + "`";
        }
    }

    /** The target whose shell is opened by exactly this command. */
    record ByShell(List<String> shell) implements AttachWish {
        public ByShell {
            shell = List.copyOf(shell);
        }

        @Override
        public String toString() {
            return "[" + String.join(", ", shell) + "]";
        }
    }
}
