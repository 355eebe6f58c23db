package dev.slipway.shared;

import java.util.List;

/**
 * A lab's reference to the attach target that it wants as a node. The platform only compares the reference with the
 * targets that the administrator has set up, and never runs any part of it.
 */
public sealed interface AttachReference {

    /** Refers to a target by the name that the administrator gave it. */
    record Named(String target) implements AttachReference {
        @Override
        public String toString() {
            return "`" + target + "`";
        }
    }

    /** Refers to the target whose shell is opened by exactly this command. */
    record ByShell(List<String> shell) implements AttachReference {
        public ByShell {
            shell = List.copyOf(shell);
        }

        @Override
        public String toString() {
            return "[" + String.join(", ", shell) + "]";
        }
    }
}
